import { expect, it } from 'vitest';

import { initialsOf } from '../../../shared/domain/reviewer';

it.each([
  ['Anna Åkesson', 'AÅ'],
  ['  anna  von  berg ', 'AB'],
  ['Östen', 'ÖS'],
  ['A', 'A'],
  ['😀 x', '😀X'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
