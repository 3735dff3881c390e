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

/**
 * Milliseconds from asking for a picture until it is painted, by the browser's own means.
 *
 * @param {string} name of a file among the documents
 * @param {number} width in CSS pixels
 */
async function drawPicture(name, width) {
  const started = performance.now();
  const image = new Image(width);
  image.src = `/documents/${encodeURIComponent(name)}`;
  await image.decode();
  canvas.replaceWith(image);
  await nextFrame();
  const time = performance.now() - started;
  image.replaceWith(canvas);
  return time;
}

/**
 * Milliseconds from asking for a text until it is painted, in one piece and without any looks.
 *
 * @param {string} name of a file among the documents
 * @param {number} width in CSS pixels
 */
async function drawText(name, width) {
  const started = performance.now();
  const response = await fetch(`/documents/${encodeURIComponent(name)}`);
  const sheet = document.createElement('pre');
  sheet.style.width = `${width}px`;
  sheet.style.whiteSpace = 'pre-wrap';
  sheet.textContent = await response.text();
  canvas.replaceWith(sheet);
  await nextFrame();
  const time = performance.now() - started;
  sheet.replaceWith(canvas);
  return time;
}

Object.assign(window, { drawFirstPage, drawPicture, drawText });
