import fc from 'fast-check';
import { expect, it } from 'vitest';

import { firstIndexWhere } from '../../../shared/domain/first-index';

it('finds what looking at every item finds, also where none or all pass', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer(), (numbers, least) => {
      const items = numbers.toSorted((a, b) => a - b);
      const first = items.findIndex((item) => item >= least % 20);

      expect(firstIndexWhere(items, (item) => item >= least % 20)).toBe(
        first < 0 ? items.length : first,
      );
    }),
  );
});
