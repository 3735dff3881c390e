import { expect, it } from 'vitest';

import { readsBetter } from '../../../shared/domain/better-reading';
import { type FoundLine, textOfLines } from '../../../shared/domain/recognition';

it.each([
  ['more sure letters, though of poorer words', [80, 49.7], [21, 60.2], true],
  ['fewer sure letters', [93, 48], [104, 56.1], false],
  ['as many, surer', [234, 96.1], [234, 92], true],
  ['as many, less sure', [234, 92], [234, 96.1], false],
  ['the same', [234, 92], [234, 92], false],
  ['nothing after nothing', [0, null], [0, null], false],
  ['something after nothing', [1, 61], [0, null], true],
] as const)('tells whether a page reads better: %s', (_, now, before, better) => {
  const quality = ([sureLetters, confidence]: readonly [number, number | null]) => ({
    sureLetters,
    confidence,
  });

  expect(readsBetter(quality(now), quality(before))).toBe(better);
});

it('counts as sure the letters of words that are, and none of specks', () => {
  const box = { x0: 0, y0: 0, x1: 10, y1: 10 };
  const word = (text: string, confidence: number) => ({ text, confidence, box });
  const line: FoundLine = {
    box,
    words: [word('Avtal', 60), word('osäkert', 59.9), word('|', 99), word('2024', 95)],
  };

  const geometry = { width: 10, height: 10, scale: 1, turned: 0 };
  expect(textOfLines([line], geometry).sureLetters).toBe(9);
});
