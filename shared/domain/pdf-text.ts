import { firstIndexWhere } from './first-index';
import type { WordBox } from './page';

/**
 * How the text of a PDF page is put together from the items that pdf.js finds on it.
 *
 * The reader process and the document frame both use exactly this, with `pdfTextParameters`, so that
 * an offset into a page's text means the same character in the store and in the text layer's spans.
 */

/** A run of text as pdf.js gives it; in PDF units, origin at the bottom left, `transform` [a b c d e f]. */
export interface PdfTextItem {
  readonly str: string;
  readonly transform: readonly number[];
  /** Length along the writing direction. */
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Begin and end of marked content: in the list of items, but without text and without a span. */
interface PdfMark {
  readonly type: string;
}

/** Where a span of the text layer stands in the page's text: `text.slice(start, end)` is its string. */
interface TextPiece {
  readonly start: number;
  readonly end: number;
  /** Index in the text layer's `textDivs` (marks do not count). */
  readonly item: number;
}

export interface PageText {
  readonly text: string;
  /** One per text item, in order, also for empty ones: `pieces[i].item === i`. */
  readonly pieces: readonly TextPiece[];
}

/**
 * What `getTextContent` (reader) and `streamTextContent` (text layer) must be asked with.
 *
 * Both options move the borders between items or the characters in them, so they are part of the
 * rule. pdf.js's own text layer asks with these.
 */
export const pdfTextParameters = {
  includeMarkedContent: true,
  disableNormalization: true,
} as const;

/** Parts of the font height: a gap this wide on a line is a space, a shift this high another line. */
const GAP_ALONG = 0.25;
const GAP_ACROSS = 0.5;

const ASCENT = 0.8;
const DESCENT = 0.2;

/**
 * A page's text and where each text item stands in it.
 *
 * Each item's string, then a line break when it ends a line. pdf.js emits the spaces it infers as
 * items of their own; where two items stand apart and neither side has a space, one is put between
 * them that belongs to no item. Control characters become spaces and broken surrogates U+FFFD, one
 * for one, so that offsets into an item and into its span stay equal.
 */
export function pageTextOf(items: readonly (PdfTextItem | PdfMark)[]): PageText {
  const pieces: TextPiece[] = [];
  let text = '';
  let previous: PdfTextItem | null = null;
  for (const item of items) {
    if (!isTextItem(item)) continue;
    const str = cleaned(item.str);
    if (
      previous !== null &&
      str !== '' &&
      !/\s$/.test(text) &&
      !/^\s/.test(str) &&
      standApart(previous, item)
    ) {
      text += ' ';
    }
    pieces.push({ start: text.length, end: text.length + str.length, item: pieces.length });
    text += str;
    if (item.hasEOL) text += '\n';
    if (str !== '') previous = item;
  }
  return { text, pieces };
}

/** Which characters of which spans a stretch of the text covers, in order; empty ones are left out. */
export function spansBetween(page: PageText, start: number, end: number): TextPiece[] {
  const spans: TextPiece[] = [];
  for (
    let index = firstIndexWhere(page.pieces, ({ end: its }) => its > start);
    index < page.pieces.length;
    index += 1
  ) {
    const piece = page.pieces[index];
    if (piece === undefined || piece.start >= end) break;
    const from = Math.max(start, piece.start) - piece.start;
    const to = Math.min(end, piece.end) - piece.start;
    if (to > from) spans.push({ start: from, end: to, item: piece.item });
  }
  return spans;
}

/** The text offset of a place in a span: `offset` characters into the string of text item `item`. */
export function offsetInText(page: PageText, item: number, offset: number): number {
  const piece = page.pieces[item];
  if (piece === undefined) return page.text.length;
  return Math.min(piece.end, piece.start + Math.max(0, offset));
}

/**
 * Boxes of the words on a page, in page units with the origin at the top left.
 *
 * Approximate: an item's width is shared out evenly among its characters, as pdf.js tells no widths
 * within an item, and the line's height is taken as 0.8 above and 0.2 below its base line. Good
 * enough to point at a word, not to measure one.
 *
 * @param viewport pdf.js's `viewport.transform` at scale 1, which knows the page's rotation and crop
 */
export function wordBoxesOf(
  items: readonly (PdfTextItem | PdfMark)[],
  page: PageText,
  viewport: readonly number[],
): WordBox[] {
  const textItems = items.filter(isTextItem);
  const words: WordBox[] = [];
  // Hundreds of thousands of words in a long document: plain loops, and each item's axes but once.
  const axes = textItems.map(axesOf);
  let first = 0;
  for (const match of page.text.matchAll(/\S+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((page.pieces[first]?.end ?? Infinity) <= start) first += 1;
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let index = first; index < page.pieces.length; index += 1) {
      const piece = page.pieces[index];
      if (piece === undefined || piece.start >= end) break;
      const item = textItems[piece.item];
      const axesOfItem = axes[piece.item];
      const from = Math.max(start, piece.start) - piece.start;
      const to = Math.min(end, piece.end) - piece.start;
      if (item === undefined || axesOfItem === undefined || to <= from) continue;
      include(box, item, axesOfItem, from, to, viewport);
    }
    if (box.left === Infinity) continue;
    words.push({
      start,
      end,
      x: rounded(box.left),
      y: rounded(box.top),
      w: rounded(box.right - box.left),
      h: rounded(box.bottom - box.top),
    });
  }
  return words;
}

function isTextItem(item: PdfTextItem | PdfMark): item is PdfTextItem {
  return 'str' in item;
}

function cleaned(str: string): string {
  return str
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

type Axes = ReturnType<typeof axesOf>;

/** Unit vectors along the line and across it (towards the ascenders), and the font's height. */
function axesOf(item: PdfTextItem) {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = item.transform;
  const along = Math.hypot(a, b) || 1;
  const height = Math.hypot(c, d);
  const across = height || 1;
  return { u: [a / along, b / along], v: [c / across, d / across], height, x, y } as const;
}

function standApart(previous: PdfTextItem, next: PdfTextItem): boolean {
  const before = axesOf(previous);
  const after = axesOf(next);
  const height = Math.max(before.height, after.height);
  const dx = after.x - before.x;
  const dy = after.y - before.y;
  const along = dx * before.u[0] + dy * before.u[1] - previous.width;
  const across = dx * before.v[0] + dy * before.v[1];
  const steppedBack = along < -previous.width - GAP_ALONG * height;
  return along > GAP_ALONG * height || steppedBack || Math.abs(across) > GAP_ACROSS * height;
}

/** Widens a box to hold the characters `start` to `end` of an item. */
function include(
  box: { left: number; top: number; right: number; bottom: number },
  item: PdfTextItem,
  { u, v, height, x, y }: Axes,
  start: number,
  end: number,
  viewport: readonly number[],
): void {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport;
  for (const offset of [start, end]) {
    const along = (item.width * offset) / item.str.length;
    for (const part of [-DESCENT, ASCENT]) {
      const px = x + along * u[0] + part * height * v[0];
      const py = y + along * u[1] + part * height * v[1];
      const across = a * px + c * py + e;
      const down = b * px + d * py + f;
      box.left = Math.min(box.left, across);
      box.right = Math.max(box.right, across);
      box.top = Math.min(box.top, down);
      box.bottom = Math.max(box.bottom, down);
    }
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
