import { meansWord, type SearchQuery, type SearchTerm } from './search-query';
import { searchWordsIn, type SearchWord, withoutSwedishLetters } from './search-text';

/** A stretch of an excerpt; what was searched for is marked. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Where what was searched for stands best in a text. */
interface FoundPlace {
  /** The words that were found there, from the first to the last (UTF-16 offsets). */
  readonly start: number;
  readonly end: number;
  readonly excerpt: readonly ExcerptPart[];
}

interface Occurrence {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** What lies further apart is not one place. */
const WIDEST_PLACE = 260;
const BEFORE = 50;
const EXCERPT = 200;
/** Enough to choose the best place from. */
const MOST_OCCURRENCES = 400;

/**
 * The place of a text where most of what is searched for stands together, with the words around it;
 * `null` when nothing of it is there.
 */
export function findPlace(query: SearchQuery, text: string): FoundPlace | null {
  const occurrences = occurrencesIn(query, text);
  const first = occurrences[0];
  if (first === undefined) return null;
  let best: readonly Occurrence[] = [first];
  let bestTerms = 1;
  for (const [at, from] of occurrences.entries()) {
    const together: Occurrence[] = [];
    for (let index = at; index < occurrences.length; index += 1) {
      const each = occurrences[index];
      if (each === undefined || each.end - from.start > WIDEST_PLACE) break;
      together.push(each);
    }
    const terms = new Set(together.map(({ term }) => term)).size;
    if (terms > bestTerms) {
      // No further than the last term that is new there.
      best = upToAllTerms(together, terms);
      bestTerms = terms;
    }
    if (bestTerms === query.wanted.length) break;
  }
  const start = Math.min(...best.map((each) => each.start));
  const end = Math.max(...best.map((each) => each.end));
  return { start, end, excerpt: excerptOf(text, start, end, occurrences) };
}

function upToAllTerms(together: readonly Occurrence[], terms: number): readonly Occurrence[] {
  const seen = new Set<number>();
  const kept: Occurrence[] = [];
  for (const each of together) {
    seen.add(each.term);
    kept.push(each);
    if (seen.size === terms) break;
  }
  return kept;
}

function occurrencesIn(query: SearchQuery, text: string): Occurrence[] {
  const { words, divided } = searchWordsIn(text);
  const found: Occurrence[] = [];
  for (const [term, sought] of query.wanted.entries()) {
    for (const sequence of [words, ...divided]) {
      for (let at = 0; at + sought.words.length <= sequence.length; at += 1) {
        if (!standsAt(query, sought, sequence, at)) continue;
        const last = sequence[at + sought.words.length - 1];
        const start = sequence[at]?.start ?? 0;
        found.push({ term, start, end: last?.end ?? start });
        if (found.length >= MOST_OCCURRENCES * (term + 1)) break;
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function standsAt(
  query: SearchQuery,
  { words, isBeginning }: SearchTerm,
  sequence: readonly SearchWord[],
  at: number,
): boolean {
  return words.every((word, index) =>
    meansWord(
      query,
      word,
      sequence[at + index]?.word ?? '',
      isBeginning && index === words.length - 1,
    ),
  );
}

/** The words around a place, at whole words, with what was found marked. */
function excerptOf(
  text: string,
  start: number,
  end: number,
  occurrences: readonly Occurrence[],
): ExcerptPart[] {
  const from = wordBoundary(text, Math.max(0, start - BEFORE), start);
  const to = lastBoundary(text, Math.min(text.length, Math.max(end, from + EXCERPT)), end);
  const parts: ExcerptPart[] = [];
  let at = from;
  for (const each of occurrences) {
    if (each.start < at || each.start >= to) continue;
    parts.push(plain(text.slice(at, each.start)));
    parts.push({ text: levelled(text.slice(each.start, each.end)), isMarked: true });
    at = each.end;
  }
  if (at < to) parts.push(plain(text.slice(at, to)));
  if (from > 0) parts.unshift(plain('… '));
  if (to < text.length) parts.push(plain(' …'));
  return parts.filter((part) => part.text !== '');
}

const plain = (text: string): ExcerptPart => ({ text: levelled(text), isMarked: false });

const DIVIDED =
  /(?<=\p{L})[-\u2010\u2011\u00ad][ \t]*\r?\n[ \t]*(?=\p{Ll})(?!(?:och|eller|samt)\b)/gu;

/** One line: a word that the line's end divided is put together again. */
function levelled(text: string): string {
  return text.replace(DIVIDED, '').replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The first beginning of a word from `from` on, at most at `most`. */
function wordBoundary(text: string, from: number, most: number): number {
  if (from === 0) return 0;
  const space = /\s/.exec(text.slice(from, most));
  return space === null ? most : from + space.index + 1;
}

/** The last end of a word up to `to`, at least at `least`. */
function lastBoundary(text: string, to: number, least: number): number {
  if (to === text.length) return to;
  const space = text.slice(least, to).search(/\s\S*$/);
  return space < 0 ? to : least + space;
}

/** Whether a text has everything that is wanted and nothing that is not. */
export function hasAll(query: SearchQuery, text: string): boolean {
  if (!mayHaveAll(query, text)) return false;
  const { words, divided } = searchWordsIn(text);
  const sequences = [words, ...divided];
  const stands = (term: SearchTerm): boolean =>
    sequences.some((sequence) => sequence.some((_, at) => standsAt(query, term, sequence, at)));
  return query.wanted.every(stands) && !query.unwanted.some(stands);
}

/** A quick look, for texts of the letters that most texts have; says yes when it cannot say. */
function mayHaveAll({ wanted }: SearchQuery, text: string): boolean {
  if (/[^\n -~åäöÅÄÖ–—’”·§]/.test(text)) return true;
  const bare = withoutSwedishLetters(text.toLowerCase());
  return wanted.every(({ words }) =>
    words.every((word) => bare.includes(withoutSwedishLetters(word))),
  );
}
