import { z } from 'zod';

import { DocumentFormat, DocumentNotice } from '../../shared/domain/page';

export const ReadSummary = z.object({
  format: DocumentFormat,
  pageCount: z.int().positive(),
  /** What is to be told about the document, each once. */
  notices: z.array(DocumentNotice),
});
export type ReadSummary = z.output<typeof ReadSummary>;

/** Megabytes of a file, by kind, above which it is not even tried. */
export const SIZE_LIMITS = {
  pdf: 500,
  picture: 500,
  zip: 200,
  rtf: 50,
  html: 50,
  eml: 150,
  cfb: 150,
  text: 20,
} as const;
