import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  earliestDay,
  latestDay,
  parsePartialDate,
  precisionOf,
  readTypedDate,
  sameDate,
} from '../../../shared/domain/partial-date';
import { anyDate, date } from './builders';

describe('a partial date', () => {
  it.each(['2024', '2024-03', '2024-03-01', ' 2024-02-29 ', '1800', '2200-12-31'])(
    'is read from %s',
    (text) => {
      expect(parsePartialDate(text)).toBe(text.trim());
    },
  );

  it.each([
    '',
    '24',
    '2024-3',
    '2024-13',
    '2024-00',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '1799',
    '2201',
    '2024-03-01T00:00',
    '2024/03/01',
    '２０２４',
  ])('is not read from %j', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  it('knows its precision', () => {
    expect(['2024', '2024-03', '2024-03-01'].map((text) => precisionOf(date(text)))).toEqual([
      'year',
      'month',
      'day',
    ]);
  });

  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['2024-04', '2024-04-01', '2024-04-30'],
    ['2024-04-05', '2024-04-05', '2024-04-05'],
  ])('%s reaches from %s through %s', (text, first, last) => {
    expect([earliestDay(date(text)), latestDay(date(text))]).toEqual([first, last]);
  });

  it('begins and ends on real days, in order, and within itself', () => {
    fc.assert(
      fc.property(anyDate, (partial) => {
        const [first, last] = [date(earliestDay(partial)), date(latestDay(partial))];
        expect(first <= last).toBe(true);
        expect([sameDate(first, partial), sameDate(last, partial)]).toEqual([true, true]);
        const dayAfter = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
        expect(sameDate(date(dayAfter), partial)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same as another exactly when one lies within the other', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(sameDate(a, b)).toBe(sameDate(b, a));
        const within = (inner: typeof a, outer: typeof a) =>
          earliestDay(inner) >= earliestDay(outer) && latestDay(inner) <= latestDay(outer);
        expect(sameDate(a, b)).toBe(within(a, b) || within(b, a));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a date as typed', () => {
  it.each([
    ['2024-03', '2024-03'],
    ['240301', '2024-03-01'],
    ['20240301', '2024-03-01'],
    ['700101', '1970-01-01'],
    ['690101', '2069-01-01'],
    ['2024-3-1', '2024-03-01'],
    ['2024/3', '2024-03'],
    ['1/3 2024', '2024-03-01'],
    ['31.12.2024', '2024-12-31'],
    ['1 mars 2024', '2024-03-01'],
    ['den 1 MARS  2024', '2024-03-01'],
    ['den 1:a januari 2024', '2024-01-01'],
    ['1 jan. 2024', '2024-01-01'],
    ['sept 2024', '2024-09'],
    ['december 2024', '2024-12'],
  ])('%j is %s', (text, iso) => {
    expect(readTypedDate(text)).toBe(iso);
  });

  it.each(['', 'tills vidare', '30 februari 2024', '241301', '2024–2026', 'mars', '32/1 2024'])(
    '%j is not sure',
    (text) => {
      expect(readTypedDate(text)).toBeNull();
    },
  );

  it('in ISO is itself, and whatever is read is a real date', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.string({ unit: fc.constantFrom(...'0123456789-/. mars'.split('')), maxLength: 12 }),
        (iso, text) => {
          expect(readTypedDate(iso)).toBe(iso);
          const read = readTypedDate(text);
          if (read !== null) expect(parsePartialDate(read)).toBe(read);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
