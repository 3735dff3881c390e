import { z } from 'zod';

import { DocumentRelation } from '../domain/comparison-of-documents';
import { AgreementId, DocumentId } from '../domain/ids';
import { ComparedText } from '../domain/similarity/compared-text';
import { PairFigures } from '../domain/similarity/pair';
import { PairReason } from '../domain/similarity/reasons';
import { DocumentView } from '../domain/views';

/** What the window and the terminal are told of documents that are alike. */

/** Which pairs are wanted: those that nobody has said anything of, or the others. */
export const PairFilter = z.enum(['open', 'decided']);
export type PairFilter = z.output<typeof PairFilter>;

export const PairDocument = z.object({
  document: DocumentView,
  agreement: AgreementId,
  number: z.int().nullable(),
  /** Nobody has begun to code its agreement, so it may be put into another one. */
  uncoded: z.boolean(),
});
export type PairDocument = z.output<typeof PairDocument>;

const DocumentComparison = z.object({
  relation: DocumentRelation,
  note: z.string(),
  /** Name of who said so. */
  reviewer: z.string().nullable(),
  at: z.string(),
});
type DocumentComparison = z.output<typeof DocumentComparison>;

export const PairRow = z.object({
  a: PairDocument,
  b: PairDocument,
  /** `null` until both documents have been compared on this machine. */
  figures: PairFigures.nullable(),
  reasons: z.array(PairReason),
  said: DocumentComparison.nullable(),
});
export type PairRow = z.output<typeof PairRow>;

export const ComparingProgress = z.object({
  state: z.enum(['waiting', 'reading', 'comparing', 'done']),
  done: z.int(),
  total: z.int(),
});
export type ComparingProgress = z.output<typeof ComparingProgress>;

export const PairList = z.object({
  rows: z.array(PairRow),
  /** How many there are of each kind in all. */
  open: z.int(),
  decided: z.int(),
  progress: ComparingProgress,
});
export type PairList = z.output<typeof PairList>;

export const OpenPair = z.object({
  pair: PairRow,
  a: ComparedText,
  b: ComparedText,
});
export type OpenPair = z.output<typeof OpenPair>;

export const DocumentTemplate = z.object({
  /** Other documents that are written alike. */
  others: z.array(
    z.object({ document: DocumentId, number: z.int().nullable(), fileName: z.string() }),
  ),
  /** What of the compared text is the template's. */
  ranges: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type DocumentTemplate = z.output<typeof DocumentTemplate>;

/** Another agreement that somebody said is the same, or another version. */
export const RelatedAgreement = z.object({
  agreement: AgreementId,
  number: z.int(),
  fileName: z.string(),
  relation: z.enum(['same-agreement', 'another-version']),
  a: DocumentId,
  b: DocumentId,
});
export type RelatedAgreement = z.output<typeof RelatedAgreement>;
