import { expect, it } from 'vitest';

import { readTypedCeiling, readTypedMonths, withKind } from '../../shared/domain/typed-renewal';

it('reads months however they are typed', () => {
  expect(['12', ' 12 mån ', '1 månad', '2 år', '3 years'].map(readTypedMonths)).toEqual([
    12, 12, 1, 24, 36,
  ]);
});

it('reads no months where there are none, or more than a century', () => {
  expect(['', '0', '-3', '1,5', 'ett år', '101 år', '12 dagar'].map(readTypedMonths)).toEqual(
    Array(7).fill(null),
  );
});

it('reads a ceiling as a number of times or as a date', () => {
  expect(['2', '2 gånger', '1 gång', '2030', '31 december 2030'].map(readTypedCeiling)).toEqual([
    2,
    2,
    1,
    '2030',
    '2030-12-31',
  ]);
  expect(['0', 'ofta', '13/13 2030'].map(readTypedCeiling)).toEqual([null, null, null]);
});

it('keeps the lengths when the kind changes, but not without renewal', () => {
  const automatic = { ...withKind(null, 'automatic'), periodMonths: 12 };

  expect(withKind(automatic, 'by_agreement')).toEqual({ ...automatic, kind: 'by_agreement' });
  expect(withKind(automatic, 'none').periodMonths).toBeNull();
});
