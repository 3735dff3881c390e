import { z } from 'zod';

import { Page } from '../../shared/domain/page';
import { DocumentErrorCode } from './errors';
import { ReadSummary } from './read-summary';

/** What main and a reader process say to each other; both check what they get. One job at a time. */

/** main → reader */
export const ToReader = z.object({
  kind: z.literal('read'),
  /** Counted by main; the reader repeats it, so that a late message is not taken for a later job's. */
  job: z.int(),
  /** Where the bytes are. */
  path: z.string(),
  /** What the file is called, for messages. */
  fileName: z.string(),
});
export type ToReader = z.output<typeof ToReader>;

/** reader → main */
export const FromReader = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('pages'), job: z.int(), pages: z.array(Page) }),
  z.object({ kind: z.literal('done'), job: z.int(), summary: ReadSummary }),
  z.object({
    kind: z.literal('failed'),
    job: z.int(),
    code: DocumentErrorCode,
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type FromReader = z.output<typeof FromReader>;

/** Megabytes of memory that a reader may use, all told, and for JavaScript objects alone. */
export const READER_MEMORY = 1_500;
export const READER_HEAP = 1_200;

/** What a reader writes to its error output before it ends itself for using too much memory. */
export const MEMORY_MARK = 'samsyn-reader: memory limit';

/** Pages that a document may have. Far beyond any agreement; a file that claims more is none. */
export const MOST_PAGES = 20_000;
