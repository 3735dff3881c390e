import { z } from 'zod';

import type { DocumentId } from './ids';

/** What a person says of two documents. */
export const DocumentRelation = z.enum(['same-agreement', 'another-version', 'unrelated']);
export type DocumentRelation = z.output<typeof DocumentRelation>;

/** Two documents in the order that makes them one pair whichever comes first. */
export interface DocumentPair {
  readonly a: DocumentId;
  readonly b: DocumentId;
}

/** The pair of two documents; they must not be the same one. */
export function pairOf(one: DocumentId, other: DocumentId): DocumentPair {
  return one < other ? { a: one, b: other } : { a: other, b: one };
}

/** One string for a pair, the same whichever document is named first. */
export function pairKey(one: DocumentId, other: DocumentId): string {
  const { a, b } = pairOf(one, other);
  return `${a}/${b}`;
}
