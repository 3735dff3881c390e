import type { Evidence, Passage } from './evidence';
import type { DocumentId } from './ids';

/**
 * Which of two passages comes first when the documents are read in their order, page by page.
 *
 * Of two that begin at the same place, the shorter comes first. Documents that are not in the list
 * come last, in the order of their ids.
 *
 * @returns below 0 when `a` comes first, above 0 when `b` does, 0 when they are the same stretch
 */
export function compareInReading(a: Passage, b: Passage, documents: readonly DocumentId[]): number {
  const place = ({ document }: Passage): number => {
    const at = documents.indexOf(document);
    return at === -1 ? documents.length : at;
  };
  if (place(a) !== place(b)) return place(a) - place(b);
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.page - b.page || a.start - b.start || a.end - b.end;
}

/** Evidence as one meets it when reading; of the same stretch, in the order it was given. */
export function inReadingOrder<Item extends Pick<Evidence, 'passage'>>(
  evidence: readonly Item[],
  documents: readonly DocumentId[],
): Item[] {
  return evidence
    .map((item, at) => ({ item, at }))
    .sort((a, b) => compareInReading(a.item.passage, b.item.passage, documents) || a.at - b.at)
    .map(({ item }) => item);
}

/** The one after (1) or before (−1) the one last shown, stopping at the ends; the first or last when none was. */
export function stepThrough<Item extends { readonly id: string }>(
  items: readonly Item[],
  shown: string | null,
  step: 1 | -1,
): Item | undefined {
  const at = items.findIndex(({ id }) => id === shown);
  if (at === -1) return step === 1 ? items[0] : items.at(-1);
  return items[Math.min(Math.max(at + step, 0), items.length - 1)];
}
