import { z } from 'zod';

import { Passage } from './evidence';
import { AgreementId, DocumentId, VariableId } from './ids';
import { DocumentFormat } from './page';
import { LONGEST_QUERY } from './search-query';
import { AgreementStage } from './views';

/** What full-text search is asked and what it answers. */

export const SearchText = z.string().max(LONGEST_QUERY);

const ExcerptPart = z.object({ text: z.string(), isMarked: z.boolean() });

/** Where a hit is opened: with one's own coding, or in the reading view of those that are revealed. */
export const HitScreen = z.enum(['coding', 'disagreements']);
export type HitScreen = z.output<typeof HitScreen>;

/** A page that has what is searched for. */
export const PassageHit = z.object({
  agreement: AgreementId,
  number: z.int(),
  document: DocumentId,
  fileName: z.string(),
  format: DocumentFormat,
  stage: AgreementStage,
  page: z.int(),
  pageCount: z.int(),
  /** The words that were found and those around them. */
  excerpt: z.array(ExcerptPart),
  /** What is shown when the hit is opened. */
  passage: Passage,
  opensIn: HitScreen,
  /** Further pages of the same document that have it too; 0 where each page is listed by itself. */
  furtherPages: z.int(),
});
export type PassageHit = z.output<typeof PassageHit>;

export const PassageSearch = z.object({
  text: SearchText,
  /** One hit for each document, its best page; else one for each page. */
  byDocument: z.boolean(),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(100),
});
export type PassageSearch = z.output<typeof PassageSearch>;

export const PassageResults = z.object({
  hits: z.array(PassageHit),
  /** Hits in all, as far as they were looked at. */
  total: z.int(),
  pages: z.int(),
  documents: z.int(),
  /** There are more pages than were looked at. */
  isMore: z.boolean(),
  /** Pages that are still to be indexed, and documents that are still to be read anew. */
  waitingPages: z.int(),
  waitingDocuments: z.int(),
});
export type PassageResults = z.output<typeof PassageResults>;

/** An answer that has what is searched for: one's own, or one that is settled. */
export const AnswerHit = z.object({
  agreement: AgreementId,
  number: z.int(),
  fileName: z.string(),
  variable: VariableId,
  source: z.enum(['own', 'settled']),
  excerpt: z.array(ExcerptPart),
});
export type AnswerHit = z.output<typeof AnswerHit>;

export const AnswerResults = z.object({
  hits: z.array(AnswerHit),
  total: z.int(),
  /** There are more than were looked for. */
  isMore: z.boolean(),
});
export type AnswerResults = z.output<typeof AnswerResults>;
