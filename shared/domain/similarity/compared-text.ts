import { z } from 'zod';

import type { Page } from '../page';
import { withoutRunningLines } from './words';

/** A document's text in one piece, as two are laid side by side. */
export const ComparedText = z.object({
  text: z.string(),
  /** Where each page begins, ascending, with its number. */
  pages: z.array(z.object({ number: z.int().positive(), start: z.int().nonnegative() })),
  /** Offsets at which a paragraph ends, ascending. */
  breaks: z.array(z.int().nonnegative()),
  /** The document is longer; this is its beginning. */
  cut: z.boolean(),
});
export type ComparedText = z.output<typeof ComparedText>;

/** Characters that are laid side by side at most: some two hundred pages. */
const MOST_COMPARED = 500_000;

/** Puts pages together, without running heads and feet; paragraphs are those of the format, or else found. */
export function comparedText(
  pages: readonly Pick<Page, 'number' | 'text' | 'blocks'>[],
): ComparedText {
  const texts = withoutRunningLines(pages.map(({ text }) => text));
  const starts: ComparedText['pages'] = [];
  const breaks: number[] = [];
  let text = '';
  for (const [at, page] of pages.entries()) {
    if (text.length > MOST_COMPARED) return { text, pages: starts, breaks, cut: true };
    const start = text.length;
    const own = texts[at] ?? '';
    starts.push({ number: page.number, start });
    const ends = page.blocks.length > 0 ? page.blocks.map(({ end }) => end) : paragraphEnds(own);
    breaks.push(...ends.map((end) => start + end));
    text += `${own}\n`;
  }
  return { text, pages: starts, breaks: [...new Set(breaks)].sort((a, b) => a - b), cut: false };
}

/** The page on which an offset lies. */
export function pageAt({ pages }: Pick<ComparedText, 'pages'>, offset: number): number {
  return pages.findLast(({ start }) => start <= offset)?.number ?? 1;
}

const ITEM = /^\s*(?:\d+(?:\.\d+)*\.?\s|§|[•*–-]\s)/u;

/** Where paragraphs end in lines as they were printed: by empty and short lines, headings and items. */
function paragraphEnds(text: string): number[] {
  const lines: { end: number; text: string }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    at += line.length;
    lines.push({ end: at, text: line.trim() });
    at += 1;
  }
  const lengths = lines.map((line) => line.text.length).filter((length) => length > 0);
  const full = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.8)] ?? 0;
  return lines.flatMap((line, index) => {
    if (line.text === '') return [];
    const next = lines[index + 1]?.text;
    const ends =
      next === undefined ||
      next === '' ||
      ITEM.test(next) ||
      line.text.length < full * 0.6 ||
      (/[.:!?]$/.test(line.text) && line.text.length < full * 0.85);
    return ends ? [line.end] : [];
  });
}
