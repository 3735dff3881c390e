/**
 * How text is taken apart into words for full-text search: the index, the query and the marking of
 * what was found all go through here, so that they always mean the same words.
 *
 * To be raised when the same text gives other words: indexes are then built anew.
 */
export const SEARCH_TEXT_VERSION = 1;

/** A word as it is searched for, and where it stands in the text (UTF-16 offsets). */
export interface SearchWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

interface SearchWords {
  /** All words in their order; one that a line end divides is one word. */
  readonly words: readonly SearchWord[];
  /** The parts of each word that was put together over a line end, which may have been two: `IOP-⏎avtal`. */
  readonly divided: readonly (readonly SearchWord[])[];
}

/** Longer words are cut; nobody types that much of one. */
const LONGEST_WORD = 64;

/** Letters and digits, and what is not seen between them: soft hyphens, joiners. */
const RUN = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** From a word to the rest of it on the next line: a hyphen, the line's end and no word between. */
const LINE_END = /^(?:[-\u2010\u2011][ \t]*|[ \t]*)\r?\n[ \t]*$/;
const HYPHEN = /[-\u2010\u2011]/;
/** After a hyphen that stands for what two words share: *hälso- och sjukvård*. */
const SUSPENDED = new Set([
  'och',
  'eller',
  'samt',
  'respektive',
  'resp',
  'till',
  'and',
  'or',
  'to',
]);

/** Letters that Swedes take for others, and those that no accent can be taken off. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  ø: 'ö',
  æ: 'ä',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** The words of a text. */
export function searchWordsIn(text: string): SearchWords {
  const words: SearchWord[] = [];
  const divided: SearchWord[][] = [];
  let parts: SearchWord[] = [];
  const end = (): void => {
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return;
    const word = parts
      .map((part) => part.word)
      .join('')
      .slice(0, LONGEST_WORD);
    words.push({ word, start: first.start, end: last.end });
    if (parts.length > 1) divided.push(parts);
    parts = [];
  };
  for (const match of text.matchAll(RUN)) {
    const word = foldWord(match[0]);
    if (word === '') continue;
    const next = { word, start: match.index, end: match.index + match[0].length };
    const before = parts.at(-1);
    if (before !== undefined && !goesOn(text, before, next)) end();
    parts.push(next);
  }
  end();
  return { words, divided };
}

/** Whether a word is the rest of the one before it, which a hyphen at the line's end divides. */
function goesOn(text: string, before: SearchWord, next: SearchWord): boolean {
  if (next.start - before.end > 80) return false;
  // Mostly there is a space between them, and no line's end.
  if (next.start - before.end === 1 && text[before.end] === ' ') return false;
  const between = text.slice(before.end, next.start);
  const hasHyphen = HYPHEN.test(between) || text[before.end - 1] === '\u00ad';
  return (
    hasHyphen &&
    LINE_END.test(between) &&
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) &&
    /[\p{L}\p{M}\u00ad]$/u.test(text.slice(before.start, before.end)) &&
    !SUSPENDED.has(next.word)
  );
}

/**
 * A word as it is searched for: lower case, å, ä and ö kept as letters of their own, every other
 * accent taken off, and nothing left but letters and digits. Empty when there are none.
 */
export function foldWord(word: string): string {
  if (/^[a-z0-9åäöA-ZÅÄÖ]{1,64}$/.test(word)) return word.toLowerCase();
  const plain = word
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^a-z0-9åäö]/gu, bareLetter);
  return [...plain].slice(0, LONGEST_WORD).join('').slice(0, LONGEST_WORD);
}

function bareLetter(character: string): string {
  const taken = TAKEN_FOR[character];
  if (taken !== undefined) return taken;
  return character
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/./gu, (bare) => TAKEN_FOR[bare] ?? bare);
}

/** The word as someone types it who has no å, ä and ö. */
export function withoutSwedishLetters(word: string): string {
  return word.replace(/[åä]/g, 'a').replaceAll('ö', 'o');
}

/** Whether the word has an å, ä or ö. */
export function hasSwedishLetters(word: string): boolean {
  return /[åäö]/.test(word);
}
