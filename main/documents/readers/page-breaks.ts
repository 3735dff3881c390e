import type { BlockKind, Page, TextBlock } from '../../../shared/domain/page';

/** A piece of a document without fixed pages, before it has a place on one. */
export interface LooseBlock {
  kind: BlockKind;
  /** As in `TextBlock`. */
  level: number;
  text: string;
}

/** Characters on a page; a closely set A4 page holds about as many. */
export const PAGE_LENGTH = 3_000;
/** A block longer than this is cut, so that no page grows without end. */
export const BLOCK_LENGTH = 6_000;

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
    if (length > 0 && length + block.text.length > PAGE_LENGTH) {
      const kept = withoutTrailingHeadings(current);
      if (kept.length > 0) {
        yield pageWith(number, kept);
        number += 1;
        current = current.slice(kept.length);
        length = lengthOf(current);
      }
    }
    current.push(block);
    length += block.text.length + 1;
  }
  if (current.length > 0 || number === 1) yield pageWith(number, current);
}

function* shortened(blocks: Iterable<LooseBlock>): Generator<LooseBlock> {
  for (const block of blocks) {
    let { text } = block;
    while (text.length > BLOCK_LENGTH) {
      const at = cutBefore(text, PAGE_LENGTH);
      yield { ...block, text: text.slice(0, at).trimEnd() };
      text = text.slice(at).trimStart();
    }
    if (text !== '') yield { ...block, text };
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
  return blocks.reduce((sum, block) => sum + block.text.length + 1, 0);
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
    });
    text += block.text;
  }
  return { number, width: 0, height: 0, text, words: [], blocks: placed };
}
