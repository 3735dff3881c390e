import { parseSearch } from './search-query';
import { withoutSwedishLetters } from './search-text';

export type OtherWayKind = 'plain' | 'apart' | 'fewer' | 'shorter';

/** What may be typed in place of what found nothing, and why that may find more. */
export interface OtherWay {
  readonly kind: OtherWayKind;
  readonly text: string;
}

/** A beginning shorter than this is in nearly every text. */
const SHORTEST_BEGINNING = 4;
/** The last letters of a word are taken off, two at a time, this often at most. */
const MOST_CUTS = 4;
/** Of many words, so many are tried alone. */
const MOST_WORDS_ALONE = 4;

/**
 * Other ways to search for what was typed, from the nearest to the farthest: without å, ä and ö, the
 * words of a phrase apart, single words, and beginnings of a single word. Nobody knows yet whether
 * they find anything.
 */
export function otherWays(typed: string): OtherWay[] {
  const { wanted, isForgiving } = parseSearch(typed);
  const words = wanted.flatMap((term) => term.words);
  const longest = [...new Set(words)].toSorted((a, b) => b.length - a.length);
  const ways: OtherWay[] = [];
  if (!isForgiving) {
    ways.push({ kind: 'plain', text: withoutSwedishLetters(typed.trim().toLowerCase()) });
  }
  if (wanted.some((term) => term.words.length > 1)) {
    ways.push({ kind: 'apart', text: words.join(' ') });
  }
  if (words.length > 1) {
    for (const text of longest.slice(0, MOST_WORDS_ALONE)) {
      if (text.length > 2) ways.push({ kind: 'fewer', text });
    }
  }
  const [word = ''] = longest;
  if (words.length === 1) {
    for (let cut = 1; cut <= MOST_CUTS; cut += 1) {
      const text = word.slice(0, -2 * cut);
      if (text.length >= SHORTEST_BEGINNING) ways.push({ kind: 'shorter', text });
    }
  }
  return ways;
}
