import fc from 'fast-check';
import { expect, it } from 'vitest';

import {
  bytesOfWords,
  PackedWords,
  packWords,
  unpackWords,
  wordsOfBytes,
} from '../../../main/documents/packed-words';

const figure = fc.double({ noNaN: true, min: -20_000_000, max: 20_000_000 });
/** As wherever boxes are made. */
const rounded = figure.map((value) => Math.round(value * 100) / 100 + 0);
const box = fc.record({
  start: fc.nat(),
  end: fc.nat(),
  x: rounded,
  y: rounded,
  w: rounded,
  h: rounded,
});

it('gives every box back exactly, also from bytes that lie anywhere', () => {
  fc.assert(
    fc.property(fc.array(box), fc.nat({ max: 7 }), (words, offset) => {
      const bytes = bytesOfWords(packWords(words));
      const elsewhere = Buffer.concat([Buffer.alloc(offset), bytes]).subarray(offset);

      expect(unpackWords(wordsOfBytes(elsewhere))).toEqual(words);
    }),
  );
});

it('puts a box that is farther off than any page at the edge, and one that is nowhere at 0', () => {
  const [word] = unpackWords(
    packWords([{ start: 0, end: 1, x: 1e12, y: -Infinity, w: Number.NaN, h: 1 }]),
  );

  expect(word).toEqual({ start: 0, end: 1, x: 21474836.47, y: -21474836.48, w: 0, h: 1 });
});

it('takes nothing else for packed words', () => {
  expect(PackedWords.safeParse(new Int32Array(12)).success).toBe(true);
  expect(PackedWords.safeParse(new Int32Array(7)).success).toBe(false);
  expect(PackedWords.safeParse(Int32Array.of(-1, 1, 0, 0, 0, 0)).success).toBe(false);
  expect(PackedWords.safeParse([0, 1, 0, 0, 0, 0]).success).toBe(false);
  expect(() => wordsOfBytes(Buffer.alloc(23))).toThrow(SyntaxError);
});
