import type { BlockKind, Page, TextBlock } from '../../../shared/domain/page';

/** A piece of a document without fixed pages, before it has a place on one. */
export interface LooseBlock {
  kind: BlockKind;
  /** As in `TextBlock`. */
  level: number;
  text: string;
  /** As in `TextBlock`. */
  marker?: string;
  header?: boolean;
  /** Begins a page, as a sheet of a workbook does. */
  newPage?: boolean;
}

/** Whether blocks hold a letter or a digit at all. */
export const haveText = (blocks: readonly LooseBlock[]): boolean =>
  blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text));

/** Characters on a page; a closely set A4 page holds about as many. */
const PAGE_LENGTH = 3_000;
/** A block longer than this is cut, so that no page grows without end. */
export const BLOCK_LENGTH = 6_000;
/** A table row takes a line of the page, however short it is: no more than 60 of them to a page. */
const ROW_LENGTH = 50;

/**
 * Cuts blocks into pages of about 3,000 characters, so that page numbers mean something also where
 * the format has none.
 *
 * The same blocks always give the same pages: evidence names a page and an offset on it. Blocks stay
 * whole as far as they can, and a heading is never the last thing on a page. One line break stands
 * between blocks.
 */
export function* pagesOf(blocks: Iterable<LooseBlock>): Generator<Page, void> {
  let number = 1;
  let current: LooseBlock[] = [];
  let length = 0;
  for (const block of shortened(blocks)) {
    if (length > 0 && (block.newPage === true || length + lengthOf([block]) - 1 > PAGE_LENGTH)) {
      const kept = block.newPage === true ? current : withoutTrailingHeadings(current);
      if (kept.length > 0) {
        yield pageWith(number, kept);
        number += 1;
        current = current.slice(kept.length);
        length = lengthOf(current);
      }
    }
    current.push(block);
    length += lengthOf([block]);
  }
  if (current.length > 0 || number === 1) yield pageWith(number, current);
}

/** Hands the pages of the blocks on, one after the other; returns how many there are. */
export function givePages(blocks: Iterable<LooseBlock>, onPage: (page: Page) => void): number {
  let count = 0;
  for (const page of pagesOf(blocks)) {
    onPage(page);
    count += 1;
  }
  return count;
}

function* shortened(blocks: Iterable<LooseBlock>): Generator<LooseBlock> {
  for (const block of blocks) {
    let { text } = block;
    let first: Partial<LooseBlock> = {};
    while (text.length > BLOCK_LENGTH) {
      const at = cutBefore(text, PAGE_LENGTH);
      yield { ...block, ...first, text: text.slice(0, at).trimEnd() };
      text = text.slice(at).trimStart();
      first = { newPage: false, marker: '' };
    }
    if (text !== '') yield { ...block, ...first, text };
  }
}

/** The last space before `limit`, or `limit` itself, but never inside a surrogate pair. */
function cutBefore(text: string, limit: number): number {
  const space = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
  if (space > limit / 2) return space + 1;
  return /[\ud800-\udbff]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

function withoutTrailingHeadings(blocks: LooseBlock[]): LooseBlock[] {
  let end = blocks.length;
  while (end > 0 && blocks[end - 1]?.kind === 'heading') end -= 1;
  // A page of nothing but headings (a list of contents) stays as it is.
  return end === 0 && lengthOf(blocks) >= PAGE_LENGTH / 2 ? blocks : blocks.slice(0, end);
}

function lengthOf(blocks: LooseBlock[]): number {
  return blocks.reduce(
    (sum, { kind, text }) =>
      sum + (kind === 'table-row' ? Math.max(ROW_LENGTH, text.length) : text.length) + 1,
    0,
  );
}

function pageWith(number: number, blocks: LooseBlock[]): Page {
  const placed: TextBlock[] = [];
  let text = '';
  for (const block of blocks) {
    if (placed.length > 0) text += '\n';
    placed.push({
      kind: block.kind,
      level: block.level,
      start: text.length,
      end: text.length + block.text.length,
      ...(block.marker ? { marker: block.marker.slice(0, 24) } : {}),
      ...(block.header === true ? { header: true } : {}),
    });
    text += block.text;
  }
  return { number, width: 0, height: 0, text, words: [], blocks: placed };
}
