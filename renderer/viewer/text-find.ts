/** A match in the text of a page. */
export interface TextMatch {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

/** A query as a pattern: upper and lower case alike, any run of spaces or line breaks for a space. */
export function queryPattern(query: string): RegExp | null {
  const words = query.normalize('NFC').trim().split(/\s+/);
  if (words[0] === '') return null;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'giu');
}

/** Every match, in reading order. */
export function findInPages(
  query: string,
  pages: readonly { number: number; text: string }[],
): TextMatch[] {
  const pattern = queryPattern(query);
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
