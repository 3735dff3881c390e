import type { FindOptions } from '../document/protocol';

/** A match in the text of a page. */
export interface TextMatch {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** How many characters of the text around a match are told with it. */
const BEFORE = 36;
const AFTER = 72;
const LONGEST = 200;

const ANY_CASE: FindOptions = { matchCase: false, wholeWord: false };

/** A query as a pattern: any run of spaces or line breaks for a space; `null` when it seeks nothing. */
function queryPattern(query: string, options: FindOptions = ANY_CASE): RegExp | null {
  const words = query.normalize('NFC').trim().split(/\s+/);
  if (words[0] === '') return null;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const sought = escaped.join('\\s+');
  const pattern = options.wholeWord
    ? `(?<![\\p{L}\\p{N}_])(?:${sought})(?![\\p{L}\\p{N}_])`
    : sought;
  return new RegExp(pattern, options.matchCase ? 'gu' : 'giu');
}

/** Every match, in reading order. */
export function findInPages(
  query: string,
  pages: readonly { number: number; text: string }[],
  options: FindOptions = ANY_CASE,
): TextMatch[] {
  const pattern = queryPattern(query, options);
  if (pattern === null) return [];
  return pages.flatMap(({ number, text }) =>
    [...text.matchAll(pattern)].map((match) => ({
      page: number,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

/** Index of the first match on the page that is shown or after it, around the end; −1 when there is none. */
export function firstFrom(page: number, matches: readonly TextMatch[]): number {
  if (matches.length === 0) return -1;
  const index = matches.findIndex((match) => match.page >= page);
  return index === -1 ? 0 : index;
}

/** A match with some of the words around it, on one line. */
export function inContext(
  text: string,
  { start, end }: { start: number; end: number },
): { before: string; match: string; after: string } {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const after = text.slice(end, end + AFTER);
  return {
    // From a word's beginning, unless the page begins here.
    before: oneLine(start > BEFORE ? before.replace(/^\S*\s/, '') : before).trimStart(),
    match: oneLine(text.slice(start, end)).slice(0, LONGEST),
    after: oneLine(after).trimEnd(),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
