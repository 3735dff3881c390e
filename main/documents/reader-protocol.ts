import { z } from 'zod';

import { DrawnPart } from './drawn-parts';
import { DocumentErrorCode } from './errors';
import { PackedPage } from './packed-words';
import { ReadSummary } from './read-summary';

/** Bytes of an attachment in one message. */
export const ATTACHMENT_PIECE = 1024 * 1024;

/** Bytes that the attachments of one mail may have together; no mail that is read has as many. */
export const ATTACHMENT_BYTES = 300_000_000;

/** A file's name, with nothing that leads anywhere. */
const AttachmentName = z.string().regex(/^[^/\\:\u0000-\u001f]{1,200}$/);

/** What main and a reader process say to each other; both check what they get. One job at a time. */

/** main → reader */
export const ToRead = z.object({
  kind: z.literal('read'),
  /** Counted by main; the reader repeats it, so that a late message is not taken for a later job's. */
  job: z.int(),
  /** Where the bytes are. */
  path: z.string(),
  /** What the file is called, for messages. */
  fileName: z.string(),
  /** Whether what is attached to a mail is wanted, too. */
  attachments: z.boolean(),
  /** For a PDF that asks for one. */
  password: z.string().optional(),
  /** Whether several readers may share a long PDF: its pages are then asked for in parts, by `ask`. */
  mayShare: z.boolean(),
  /** Megabytes that it may take. */
  memory: z.int().positive(),
});
export type ToRead = z.output<typeof ToRead>;

/** Some of a PDF's pages, both included. */
export const PagePart = z.object({ from: z.int().positive(), to: z.int().positive() });
export type PagePart = z.output<typeof PagePart>;

/** The answer to `ask`. */
export const ToShare = z.object({
  kind: z.literal('share'),
  job: z.int(),
  /** What to read next; `null`: there is no more. */
  part: PagePart.nullable(),
  /** Megabytes that it may take from now on. */
  memory: z.int().positive(),
});
export type ToShare = z.output<typeof ToShare>;

export const ToReader = z.discriminatedUnion('kind', [ToRead, ToShare]);
export type ToReader = z.output<typeof ToReader>;

const failure = {
  code: DocumentErrorCode,
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
};

/** reader → main */
export const FromReader = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** It is a long PDF, and what was asked for so far is sent; the reader waits for the next part. */
  z.object({ kind: z.literal('ask'), job: z.int(), pageCount: z.int().positive() }),
  z.object({ kind: z.literal('pages'), job: z.int(), pages: z.array(PackedPage) }),
  z.object({ kind: z.literal('drawing'), job: z.int(), parts: z.array(DrawnPart) }),
  z.object({ kind: z.literal('done'), job: z.int(), summary: ReadSummary }),
  z.object({ kind: z.literal('failed'), job: z.int(), ...failure }),
  /** An attachment begins; its bytes follow in pieces, until the next one or the end. */
  z.object({ kind: z.literal('attachment'), job: z.int(), fileName: AttachmentName }),
  z.object({
    kind: z.literal('attachment-bytes'),
    job: z.int(),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= ATTACHMENT_PIECE),
  }),
  z.object({
    kind: z.literal('attachment-failed'),
    job: z.int(),
    fileName: AttachmentName,
    ...failure,
  }),
  /** A picture that only decorates the text of a mail was left out. */
  z.object({ kind: z.literal('passed-over'), job: z.int() }),
]);
export type FromReader = z.output<typeof FromReader>;

/** Megabytes of memory that a reader may use, all told, and for JavaScript objects alone. */
export const READER_MEMORY = 1_500;
export const READER_HEAP = 1_200;

/** What a reader writes to its error output before it ends itself for using too much memory. */
export const MEMORY_MARK = 'samsyn-reader: memory limit';

/** Pages that a document may have. Far beyond any agreement; a file that claims more is none. */
export const MOST_PAGES = 20_000;

/** Pages from which a PDF is worth a second process, which takes a while to start. */
export const LONG_PDF = 200;
