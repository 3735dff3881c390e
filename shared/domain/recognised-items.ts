import { IDENTITY, inverse, matrixOf, times } from './matrix';
import type { WordBox } from './page';
import type { PdfTextItem } from './pdf-text';

/** Of a word's height, the part above its base line in the fonts that stand for those of a scan. */
const ASCENT = 0.81;

/**
 * A page's recognised text as the items that a PDF's own text comes in, so that it is laid over the
 * picture, selected, searched and quoted by the same means.
 *
 * Laws: `pageTextOf(textItemsOf(page, v)).text === page.text`, and each word's item covers its box.
 *
 * @param viewport pdf.js's `viewport.transform` at scale 1: from the PDF's space to the page's, in
 *   which the boxes are
 */
export function textItemsOf(
  page: { readonly text: string; readonly words: readonly WordBox[] },
  viewport: readonly number[],
): PdfTextItem[] {
  const toPdf = inverse(matrixOf(viewport) ?? IDENTITY);
  const items: PdfTextItem[] = [];
  let last: { box: Box; scale: number } | null = null;
  let position = 0;
  const put = (str: string, box: Box, hasEOL: boolean): void => {
    // Written upright in the page's space: along +x, ascenders towards −y.
    const transform = times(toPdf, [box.h, 0, 0, -box.h, box.x, box.y + ASCENT * box.h]);
    const scale = Math.hypot(transform[0], transform[1]) / (box.h || 1);
    items.push({ str, transform, width: box.w * scale, height: box.h * scale, hasEOL });
    last = { box, scale };
  };
  /** What stands between words: spaces as items of their own, line breaks as ends of the items before. */
  const fill = (end: number): void => {
    for (const piece of page.text.slice(position, end).match(/\n|[^\n]+/g) ?? []) {
      const before = last?.box ?? { x: 0, y: 0, w: 0, h: 1 };
      const after = { ...before, x: before.x + before.w, w: before.h * 0.28 * piece.length };
      const previous = items.at(-1);
      if (piece !== '\n') put(piece, after, false);
      else if (previous !== undefined && !previous.hasEOL) {
        items[items.length - 1] = { ...previous, hasEOL: true };
      } else put('', after, true);
    }
    position = end;
  };
  for (const word of page.words) {
    if (word.start < position || word.end > page.text.length) continue;
    fill(word.start);
    put(page.text.slice(word.start, word.end), word, false);
    position = word.end;
  }
  fill(page.text.length);
  return items;
}

type Box = Pick<WordBox, 'x' | 'y' | 'w' | 'h'>;
