import type { PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

type Labels = NonNullable<PDFViewer['l10n']>;

/**
 * In place of pdf.js's translations, which are for parts of its viewer that are not used here.
 *
 * Its class has private fields, so nothing else can be of its type; these are all the methods that
 * the viewer calls.
 */
export const plainLabels = {
  getLanguage: () => 'sv',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
} as unknown as Labels;
