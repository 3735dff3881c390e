/**
 * pdf.js for a process without a window: no worker, no fonts, no files, no network.
 *
 * The legacy build, as the modern one needs a newer runtime than the oldest one we run on. Handing it
 * its worker code through `globalThis.pdfjsWorker` keeps it from importing a file at run time.
 */
import './pdfjs-environment';

import type { DocumentInitParameters } from 'pdfjs-dist/types/src/display/api';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Loads pdf.js; the first call takes some tenths of a second. */
export async function loadPdfjs(): Promise<Pdfjs> {
  const push = Object.getOwnPropertyDescriptor(Array.prototype, 'push');
  // @ts-expect-error the worker has no types; it is only handed on
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Where the engine's own raises no error on an array whose length is fixed, as Node 20's does, the
  // legacy build puts another in its place, and reading takes twice as long. Nothing here has such
  // arrays.
  if (push !== undefined && Array.prototype.push !== push.value) {
    // oxlint-disable-next-line no-extend-native -- it is the engine's own that is put back
    Object.defineProperty(Array.prototype, 'push', push);
  }
  return pdfjs;
}

/** pdf.js asks this for character maps, fonts and decoders; text needs none that are not built in. */
class NoFiles {
  fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
    return Promise.reject(new Error(`not available to the reader: ${kind} ${filename}`));
  }
}

/** Nothing is drawn; pdf.js lets go of its drawing tools all the same. */
class NoDrawing {
  destroy(): void {}
}

/** How to open a PDF for its text only. Everything that differs between runtimes is set. */
export const textOnly: DocumentInitParameters = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  BinaryDataFactory: NoFiles,
  CanvasFactory: NoDrawing,
  FilterFactory: NoDrawing,
};
