import { expect, it } from 'vitest';

import { hasEnglish } from '../../../shared/domain/page-language';
import type { FoundLine } from '../../../shared/domain/recognition';

const box = { x0: 100, y0: 100, x1: 700, y1: 130 };
const lines = (...texts: string[]): FoundLine[] =>
  texts.map((text) => ({
    box,
    words: text.split(' ').map((word) => ({ text: word, box, confidence: 90 })),
  }));

const AGREEMENT = Array.from(
  { length: 12 },
  () => 'Parterna är överens om att samverka för att öka tryggheten i kommunen.',
);

it('is seen in a page and in a passage of a page in Swedish', () => {
  const passage = [
    'The purpose of the partnership is to increase the safety of the elderly,',
    'and the parties shall meet from time to time as set out in this agreement.',
  ];

  expect(hasEnglish(lines(...passage))).toBe(true);
  expect(hasEnglish(lines(...AGREEMENT, ...passage, ...AGREEMENT))).toBe(true);
});

it('is seen in a page of few words', () => {
  expect(hasEnglish(lines('Agreement of the Parties'))).toBe(true);
});

it('is not seen in the names that stand in an agreement in Swedish', () => {
  expect(hasEnglish(lines(...AGREEMENT, 'Save the Children och The Global Village'))).toBe(false);
  expect(hasEnglish(lines('Underskrifter', 'The Global Village, Ort och datum:'))).toBe(false);
  expect(hasEnglish([])).toBe(false);
});
