import type { PageText } from '../../shared/domain/pdf-text';

/**
 * Where a match of pdf.js's search stands in a page's text.
 *
 * pdf.js counts in the strings of the page's items put together without anything between them; the
 * page's text has line breaks and spaces there. `null` when the page has no such place.
 */
export function placeOfMatch(
  { pieces }: PageText,
  position: number,
  length: number,
): { start: number; end: number } | null {
  let before = 0;
  let start: number | null = null;
  for (const piece of pieces) {
    const after = before + piece.end - piece.start;
    if (start === null && position < after) start = piece.start + position - before;
    if (start !== null && position + length <= after) {
      return { start, end: piece.start + position + length - before };
    }
    before = after;
  }
  return null;
}
