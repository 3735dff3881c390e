import { z } from 'zod';

import type { DocumentFormat } from './page';

/** What a document is to the agreement that it belongs to. */
export const DocumentRole = z.enum(['main', 'annex', 'amendment', 'email', 'other']);
export type DocumentRole = z.output<typeof DocumentRole>;

/** What a document is taken for until somebody says otherwise. */
export function roleWhenReceived(format: DocumentFormat): DocumentRole {
  return format === 'email' ? 'email' : 'main';
}

/** A document's place among those of its agreement: they stand by rising position. */
export interface Positioned<Id extends string> {
  readonly document: Id;
  readonly position: number;
}

/** Between the positions of two documents that stand side by side; `null` at an end. */
function between(before: number | null, after: number | null): number {
  if (before === null) return after === null ? 1 : after - 1;
  return after === null ? before + 1 : (before + after) / 2;
}

/**
 * The positions that change when a document comes to stand before another one of an agreement, or
 * last when `before` is `null` or not among them.
 *
 * Mostly that of the document alone, between its new neighbours, so that two people who reorder at
 * the same time both get their way. Where no number lies between (a tie, or halved too often), all
 * are numbered anew from 1.
 *
 * @param others those of the agreement without the document, in their order
 */
export function positionsToPlace<Id extends string>(
  document: Id,
  others: readonly Positioned<Id>[],
  before: Id | null,
): Positioned<Id>[] {
  const found = others.findIndex((other) => other.document === before);
  const at = found < 0 ? others.length : found;
  const previous = others[at - 1]?.position ?? null;
  const next = others[at]?.position ?? null;
  const position = between(previous, next);
  const fits =
    Number.isFinite(position) &&
    (previous === null || position > previous) &&
    (next === null || position < next);
  if (fits) return [{ document, position }];
  const order = [...others.slice(0, at).map((other) => other.document), document];
  order.push(...others.slice(at).map((other) => other.document));
  return order
    .map((each, index) => ({ document: each, position: index + 1 }))
    .filter(
      (each) =>
        each.document === document ||
        others.find((other) => other.document === each.document)?.position !== each.position,
    );
}
