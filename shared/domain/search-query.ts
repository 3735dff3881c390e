import { hasSwedishLetters, searchWordsIn, withoutSwedishLetters } from './search-text';

/** Longer queries are cut: what is searched for is a few words or a sentence. */
export const LONGEST_QUERY = 500;
/** More words than anybody types; what comes after them is not searched for. */
const MOST_WORDS = 40;
/** In how many ways a phrase typed without å, ä and ö is read at most. */
const MOST_READINGS = 32;

/** Words that must stand beside each other in this order; mostly one. */
export interface SearchTerm {
  readonly words: readonly string[];
  /** The last word is still being typed: words that begin with it count. */
  readonly isBeginning: boolean;
}

/** What a person searches for. */
export interface SearchQuery {
  /** All of these must be there. */
  readonly wanted: readonly SearchTerm[];
  /** None of these may be there: what was typed with a minus before it. */
  readonly unwanted: readonly SearchTerm[];
  /** Typed without å, ä and ö: then a and o may stand for them. */
  readonly isForgiving: boolean;
}

/** Words with å, ä and ö that a word typed without them may mean; with `isBeginning`, beginnings of such. */
type OtherSpellings = (word: string, isBeginning: boolean) => readonly string[];

const CHUNK = /(^|\s)[-–−]?["“”„»«]([^"“”„»«]*)(["“”„»«]|$)|\S+/gu;

/**
 * Reads what was typed. Never fails: whatever it is, what comes out are words of letters and digits.
 *
 * Several words must all be there; `"…"` keeps them together, and so does what joins them
 * (`2024-01-01`, `IOP-avtal`); `-word` leaves out what has it. The last word counts as a beginning
 * while it is being typed.
 */
export function parseSearch(typed: string): SearchQuery {
  const text = typed.slice(0, LONGEST_QUERY);
  const wanted: SearchTerm[] = [];
  const unwanted: SearchTerm[] = [];
  let left = MOST_WORDS;
  for (const match of text.matchAll(CHUNK)) {
    const chunk = match[0].trimStart();
    const isQuoted = match[2] !== undefined;
    const isClosed = isQuoted && match[3] !== '';
    const words = searchWordsIn(isQuoted ? (match[2] ?? '') : chunk)
      .words.slice(0, left)
      .map(({ word }) => word);
    const last = words.at(-1);
    if (last === undefined) continue;
    left -= words.length;
    const isLast = match.index + match[0].length === text.length;
    const endsInWord = /[\p{L}\p{M}\p{N}]$/u.test(text);
    const isBeginning = isLast && endsInWord && !isClosed && last.length > 1;
    const term = { words, isBeginning };
    if (/^[-–−]/.test(chunk)) unwanted.push({ ...term, isBeginning: false });
    else wanted.push(term);
  }
  const all = [...wanted, ...unwanted].flatMap((term) => term.words);
  return { wanted, unwanted, isForgiving: !all.some(hasSwedishLetters) };
}

/** What was typed, to be named within quotation marks: without those that it stands in itself. */
export function withoutQuotes(typed: string): string {
  const text = typed.trim();
  return /^["“”„»«]([^"“”„»«]+)["“”„»«]$/u.exec(text)?.[1]?.trim() ?? text;
}

/** Whether there is enough to search for: one letter alone is in every document. */
export function isSearchable({ wanted }: SearchQuery): boolean {
  return wanted.some(({ words }) => words.length > 1 || words.some((word) => word.length > 1));
}

/**
 * The query as FTS5 expressions: `exact` finds what is spelt as typed, `forgiving` all that may be
 * meant; `null` where that is the same. Nothing that was typed gets into them but letters and digits
 * within quotes.
 */
export function matchExpressions(
  query: SearchQuery,
  others: OtherSpellings,
): { exact: string; forgiving: string | null } | null {
  if (query.wanted.length === 0) return null;
  const exact = expression(query, (term) => [term.words]);
  if (!query.isForgiving) return { exact, forgiving: null };
  const forgiving = expression(query, (term) => readingsOf(term, others));
  return { exact, forgiving: forgiving === exact ? null : forgiving };
}

function expression(
  { wanted, unwanted }: SearchQuery,
  readings: (term: SearchTerm) => readonly (readonly string[])[],
): string {
  const one = (term: SearchTerm): string =>
    anyOf(readings(term).map((words) => `"${words.join(' ')}"${term.isBeginning ? ' *' : ''}`));
  const all = wanted.map(one).join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT ${anyOf(unwanted.map(one))}`;
}

function anyOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}

/** The ways to read a phrase, as typed first; few of them when its words have many spellings. */
function readingsOf(term: SearchTerm, others: OtherSpellings): string[][] {
  let readings: string[][] = [[]];
  for (const [at, word] of term.words.entries()) {
    const isBeginning = term.isBeginning && at === term.words.length - 1;
    const spellings = [word, ...others(word, isBeginning)];
    readings = readings
      .flatMap((before) => spellings.map((spelling) => [...before, spelling]))
      .slice(0, MOST_READINGS);
  }
  return readings;
}

/** Whether a word of a text is what a word of a query means. */
export function meansWord(
  query: Pick<SearchQuery, 'isForgiving'>,
  sought: string,
  found: string,
  isBeginning: boolean,
): boolean {
  // Nearly all words of a text begin with another letter.
  if (plainLetter(found.charAt(0)) !== plainLetter(sought.charAt(0))) return false;
  const fits = (word: string): boolean => (isBeginning ? word.startsWith(sought) : word === sought);
  return fits(found) || (query.isForgiving && fits(withoutSwedishLetters(found)));
}

function plainLetter(letter: string): string {
  if (letter === 'å' || letter === 'ä') return 'a';
  return letter === 'ö' ? 'o' : letter;
}
