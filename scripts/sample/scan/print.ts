import { createCanvas, type Canvas } from '@napi-rs/canvas';

import { loadDrawingPdfjs } from '../../../main/documents/recognition/drawing-pdfjs';
import { pageTextOf, pdfTextParameters } from '../../../shared/domain/pdf-text';

/** A document on paper, before it is laid on the glass. */
interface Print {
  /** What stands on a page, from 1, in the order in which a reader of the file would get it. */
  text(page: number): Promise<string>;
  /** What a page looks like, without a speck of dust. */
  picture(page: number, dpi: number): Promise<Canvas>;
  close(): Promise<void>;
}

/** Prints a PDF. `bytes` stay as they are. */
export async function printOf(bytes: Uint8Array): Promise<Print> {
  const { pdfjs, drawing } = await loadDrawingPdfjs();
  const task = pdfjs.getDocument({ ...drawing, data: bytes.slice() });
  const document = await task.promise;
  return {
    async text(number) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent(pdfTextParameters);
      return pageTextOf(items).text;
    },
    async picture(number, dpi) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: dpi / 72 });
      const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
      // pdf.js has the types of a browser's canvas; this one has the same methods.
      const canvasContext = context as unknown as CanvasRenderingContext2D;
      await page.render({ canvas: null, canvasContext, viewport }).promise;

      return canvas;
    },
    close: () => task.destroy(),
  };
}
