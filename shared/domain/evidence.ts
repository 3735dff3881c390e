import { z } from 'zod';

import { DocumentId, EvidenceId } from './ids';
import { findTolerantly, lettersApart } from './tolerant-search';

/** How many characters of context are kept on each side of a quote. */
const CONTEXT_LENGTH = 48;

/**
 * A passage that supports an answer: position and quote with context, as in the W3C Web Annotation
 * Data Model (TextPositionSelector and TextQuoteSelector). Offsets count UTF-16 code units of the
 * page's text.
 */
export const Passage = z
  .object({
    document: DocumentId,
    page: z.int().positive(),
    start: z.int().nonnegative(),
    end: z.int().positive(),
    quote: z.string().min(1).max(20_000),
    prefix: z.string().max(CONTEXT_LENGTH),
    suffix: z.string().max(CONTEXT_LENGTH),
  })
  .refine((passage) => passage.end > passage.start);
export type Passage = z.output<typeof Passage>;

export const Evidence = z.object({ id: EvidenceId, passage: Passage });
export type Evidence = z.output<typeof Evidence>;

/** The passage between two offsets of a page's text; `null` when it holds nothing but space. */
export function passageAt(
  document: DocumentId,
  page: { number: number; text: string },
  start: number,
  end: number,
): Passage | null {
  const from = start + (/^\s*/.exec(page.text.slice(start, end))?.[0].length ?? 0);
  const quote = page.text.slice(start, end).trim();
  if (quote === '') return null;
  const to = from + quote.length;
  return {
    document,
    page: page.number,
    start: from,
    end: to,
    quote,
    prefix: page.text.slice(Math.max(0, from - CONTEXT_LENGTH), from),
    suffix: page.text.slice(to, to + CONTEXT_LENGTH),
  };
}

/** Whether two passages are the same stretch of the same document. */
export function samePassage(a: Passage, b: Passage): boolean {
  return a.document === b.document && a.page === b.page && a.start === b.start && a.end === b.end;
}

type Sought = Pick<Passage, 'start' | 'end' | 'quote' | 'prefix' | 'suffix'>;

/**
 * Where a passage stands in a page's text now, so that a page that was read or recognised anew still
 * shows its evidence. `null` when it is gone: rather that than a wrong place.
 *
 * At its offsets when they still hold its quote; else at the occurrence of the quote whose
 * surroundings agree most with its context, spaces and line breaks levelled; else, where letters were
 * read otherwise, at the one stretch that is clearly nearest to quote and context together.
 */
export function locatePassage(
  passage: Sought,
  text: string,
): { start: number; end: number } | null {
  const exact = locateQuote(passage, text);
  if (exact !== null && standsIn(passage, text, exact)) return exact;
  return findTolerantly(passage, text);
}

/** The same for a quote that must stand there letter by letter, whatever stands around it. */
export function locateQuote(passage: Sought, text: string): { start: number; end: number } | null {
  if (text.slice(passage.start, passage.end) === passage.quote) {
    return { start: passage.start, end: passage.end };
  }
  const pattern = new RegExp(
    passage.quote
      .trim()
      .split(/\s+/)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'gu',
  );
  let best: { start: number; end: number } | null = null;
  let bestScore = -1;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    // The next may begin within this one.
    pattern.lastIndex = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
    const end = start + match[0].length;
    const score =
      sharedEnd(
        level(text.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start)),
        level(passage.prefix),
      ) +
      sharedStart(level(text.slice(end, end + 2 * CONTEXT_LENGTH)), level(passage.suffix)) -
      Math.abs(start - passage.start) / 1e9;
    if (score > bestScore) {
      best = { start, end };
      bestScore = score;
    }
  }
  return best;
}

/** Part of the letters around a quote that may be others than they were. */
const MOST_DIFFERENT_AROUND = 0.4;

/**
 * Whether an occurrence of the quote is the passage, and not the same few words elsewhere while its
 * own were read otherwise: its surroundings must be much as they were.
 */
function standsIn(
  { start, prefix, suffix }: Sought,
  text: string,
  found: { start: number; end: number },
): boolean {
  if (found.start === start) return true;
  // As far as there is text: the page may begin or end here now.
  const textBefore = lastOf(level(text.slice(0, found.start)), prefix.length);
  const textAfter = level(text.slice(found.end)).slice(0, suffix.length);
  const before = lastOf(level(prefix), textBefore.length);
  const after = level(suffix).slice(0, textAfter.length);
  const different =
    lettersApart(before, lastOf(textBefore, before.length)) +
    lettersApart(after, textAfter.slice(0, after.length));
  return different <= MOST_DIFFERENT_AROUND * (before.length + after.length);
}

const lastOf = (text: string, length: number): string =>
  text.slice(Math.max(0, text.length - length));

const level = (text: string): string => text.replace(/\s+/g, ' ');

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (
    length < a.length &&
    length < b.length &&
    a[a.length - 1 - length] === b[b.length - 1 - length]
  ) {
    length += 1;
  }
  return length;
}
