import { expect, it } from 'vitest';

import { placeAfterKey } from '../../../renderer/keyboard/list-step';

it.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['PageDown', 4, 7],
  ['PageUp', 4, 1],
  ['Home', 4, 0],
  ['End', 4, 9],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 8, 9],
  ['PageUp', 2, 0],
])('%s leads from place %i of ten to place %i', (key, current, next) => {
  expect(placeAfterKey(key, current, { last: 9, page: 3 })).toBe(next);
});

it('does not move for other keys, nor by pages where none are leapt', () => {
  expect(placeAfterKey('Enter', 4, { last: 9, page: 3 })).toBeNull();
  expect(placeAfterKey('PageDown', 4, { last: 9 })).toBeNull();
});

it('stays on the first place of a list that counts from one, or has none', () => {
  expect(placeAfterKey('ArrowUp', 1, { first: 1, last: 9 })).toBe(1);
  expect(placeAfterKey('ArrowDown', -1, { last: -1 })).toBe(0);
});
