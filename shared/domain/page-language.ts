import type { FoundLine } from './recognition';

/** Words that hold English sentences together and that Swedish does not have: about every fourth word of a text. */
const HOLD_TOGETHER = new Set(
  'the of and to are shall this that with which or any from will'.split(' '),
);

/** Of a page in Swedish, at most a name or a title in it ("Save the Children"). */
const A_PASSAGE = 8;
/** Where a page has few words at all. */
const A_TITLE = 2;
const PART_OF_A_TITLE = 0.1;

/**
 * Whether a page, or a passage of it, is written in English, told from how it was recognised.
 *
 * Letters are the same in both languages, so a page that was read as Swedish tells it well enough.
 */
export function hasEnglish(lines: readonly FoundLine[]): boolean {
  const words = lines.flatMap((line) => line.words.map(({ text }) => text.toLowerCase()));
  const english = words.filter((word) => HOLD_TOGETHER.has(word)).length;
  return english >= A_PASSAGE || (english >= A_TITLE && english >= PART_OF_A_TITLE * words.length);
}
