import { z } from 'zod';

import { Page, type WordBox } from '../../shared/domain/page';

/** Of each word: start, end, x, y, w, h. */
const NUMBERS = 6;

/** Parts of a page unit that a box is exact to: its figures are rounded to two decimals where it is made. */
const PARTS = 100;

/**
 * The boxes of a page's words as they go from one process to another and lie in the cache: six whole
 * numbers a word, offsets into the text first, then the box in hundredths of a page unit. Hundreds of
 * thousands of objects, one a word, would take longer to hand over than to make.
 */
export const PackedWords = z
  .instanceof(Int32Array)
  .refine((numbers) => numbers.length % NUMBERS === 0 && hasSoundOffsets(numbers));
export type PackedWords = z.output<typeof PackedWords>;

/** A page on its way from the process that read it. */
export const PackedPage = Page.extend({ words: PackedWords });
export type PackedPage = z.output<typeof PackedPage>;

export function packWords(words: readonly WordBox[]): PackedWords {
  const numbers = new Int32Array(words.length * NUMBERS);
  let at = 0;
  for (const { start, end, x, y, w, h } of words) {
    numbers[at] = start;
    numbers[at + 1] = end;
    numbers[at + 2] = inParts(x);
    numbers[at + 3] = inParts(y);
    numbers[at + 4] = inParts(w);
    numbers[at + 5] = inParts(h);
    at += NUMBERS;
  }
  return numbers;
}

export function unpackWords(numbers: PackedWords): WordBox[] {
  const words: WordBox[] = [];
  for (let at = 0; at + NUMBERS <= numbers.length; at += NUMBERS) {
    const part = (index: number): number => (numbers[at + index] ?? 0) / PARTS;
    words.push({
      start: numbers[at] ?? 0,
      end: numbers[at + 1] ?? 0,
      x: part(2),
      y: part(3),
      w: part(4),
      h: part(5),
    });
  }
  return words;
}

/** The bytes that packed words are kept as. */
export function bytesOfWords({ buffer, byteOffset, byteLength }: PackedWords): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Errors: a `SyntaxError` where the bytes are no packed words. */
export function wordsOfBytes(bytes: Uint8Array): PackedWords {
  if (bytes.length % (NUMBERS * Int32Array.BYTES_PER_ELEMENT) !== 0) {
    throw new SyntaxError('These bytes are no boxes of words.');
  }
  // A copy: the bytes need not begin where numbers may.
  return new Int32Array(new Uint8Array(bytes).buffer);
}

/** A box farther off than any page reaches is put at the edge of what can be written down. */
function inParts(value: number): number {
  return Math.max(-0x80000000, Math.min(0x7fffffff, Math.round(value * PARTS)));
}

function hasSoundOffsets(numbers: Int32Array): boolean {
  for (let at = 0; at < numbers.length; at += NUMBERS) {
    if ((numbers[at] ?? -1) < 0 || (numbers[at + 1] ?? -1) < 0) return false;
  }
  return true;
}
