// Draws the first page of a document as wide as it is shown in Samsyn, the plainest way there is.
/** @type {typeof import('pdfjs-dist/legacy/build/pdf.mjs')} */
const { getDocument, GlobalWorkerOptions, PDFWorker } = await import(
  // @ts-expect-error: served under this name by main.mjs
  '/pdfjs/pdf.mjs'
);

GlobalWorkerOptions.workerSrc = '/pdfjs/pdf.worker.mjs';
// One for all documents, as in Samsyn.
const worker = PDFWorker.create({ name: 'pdf' });
const canvas = document.createElement('canvas');
document.body.append(canvas);
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Milliseconds from asking for a document until its first page is painted.
 *
 * @param {string} name of a file among the documents
 * @param {number} width in CSS pixels
 */
async function drawFirstPage(name, width) {
  const started = performance.now();
  const response = await fetch(`/documents/${encodeURIComponent(name)}`);
  const data = new Uint8Array(await response.arrayBuffer());
  const task = getDocument({ data, worker, verbosity: 0 });
  const page = await (await task.promise).getPage(1);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  await nextFrame();
  const time = performance.now() - started;
  await task.destroy();
  return time;
}

Object.assign(window, { drawFirstPage });
