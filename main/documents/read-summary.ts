import { z } from 'zod';

import { DocumentFormat } from '../../shared/domain/page';

/** Something to tell about a document that was read all the same. */
export const Notice = z.enum(['no-text']);
export type Notice = z.output<typeof Notice>;

export const ReadSummary = z.object({
  format: DocumentFormat,
  pageCount: z.int().positive(),
  /** `no-text`: no page has any text, as with a scan; its text has to be recognised first. */
  notice: Notice.nullable(),
});
export type ReadSummary = z.output<typeof ReadSummary>;

/** Megabytes of a file, by format, above which it is not even tried. */
export const SIZE_LIMITS = { pdf: 500, zip: 200, text: 20 } as const;
