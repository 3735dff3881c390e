import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dateLadderDistance } from '../../../../shared/domain/reliability/date-ladder';
import { gwetAC1 } from '../../../../shared/domain/reliability/gwet';
import { cohenKappa, fleissKappa } from '../../../../shared/domain/reliability/kappa';
import {
  coincidencesOf,
  type Distance,
  interval,
  krippendorffAlpha,
  nominal,
} from '../../../../shared/domain/reliability/krippendorff';
import { masiDistance } from '../../../../shared/domain/reliability/masi';
import { percentAgreement } from '../../../../shared/domain/reliability/percent-agreement';
import { compareAnswers } from '../../../../shared/domain/comparison';
import { anyDate, date, end, until } from '../builders';

/** One string per reviewer, one character per unit, `.` where the reviewer gave no answer. */
function unitsOf(...reviewers: string[]): string[][] {
  const rows = reviewers.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) =>
    rows.map((row) => row[unit] ?? '.').filter((answer) => answer !== '.'),
  );
}

const repeat = <T>(times: number, unit: T): T[] => Array.from({ length: times }, () => unit);

describe("Krippendorff's alpha", () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A, B, C and E.
  const fourObservers = unitsOf(
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  );

  it('gives .095 for two observers and binary data', () => {
    const units = unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(units, nominal)).toBeCloseTo(0.0952, 4);
  });

  it('gives .692 for two observers and nominal data', () => {
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffAlpha(units, nominal)).toBeCloseTo(0.692, 3);
  });

  it('gives .743 for four observers with gaps, nominal', () => {
    expect(krippendorffAlpha(fourObservers, nominal)).toBeCloseTo(0.7434, 4);
  });

  it('gives .849 for the same with the interval metric', () => {
    const numbers = fourObservers.map((unit) => unit.map(Number));
    expect(krippendorffAlpha(numbers, interval)).toBeCloseTo(0.8491, 4);
  });

  it('is undefined without variation, and without units', () => {
    expect(krippendorffAlpha(repeat(9, ['a', 'a']), nominal)).toBeNull();
    expect(krippendorffAlpha([], nominal)).toBeNull();
    expect(krippendorffAlpha([['a'], ['b']], nominal)).toBeNull();
  });

  it('is 1 when every two answers to a unit are the same and the units differ', () => {
    expect(
      krippendorffAlpha(
        [
          ['a', 'a'],
          ['b', 'b', 'b'],
        ],
        nominal,
      ),
    ).toBe(1);
  });

  const anyUnits = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 }), {
    maxLength: 12,
  });
  const distances = fc.constantFrom<Distance<number>[]>(
    nominal,
    interval,
    (a, b) => (a === b ? 0 : Math.abs(a - b) === 1 ? 1 / 3 : 1),
    (a, b) => (a === b || a * b === 0 ? 0 : 1),
  );

  /** The definition, pair by pair. */
  function plainly(units: number[][], distance: Distance<number>): number | null {
    const paired = units.filter((unit) => unit.length >= 2);
    const all = paired.flat();
    const observed = paired.map((unit) => {
      const pairs = unit.flatMap((a, i) =>
        unit.filter((_, j) => i !== j).map((b) => distance(a, b)),
      );
      return pairs.reduce((sum, each) => sum + each, 0) / (unit.length - 1);
    });
    const expected = all.flatMap((a, i) =>
      all.filter((_, j) => i !== j).map((b) => distance(a, b)),
    );
    const sum = (list: number[]) => list.reduce((total, each) => total + each, 0);
    return sum(expected) === 0
      ? null
      : 1 - sum(observed) / all.length / (sum(expected) / (all.length * (all.length - 1)));
  }

  it('is what the definition gives, for any distance and any gaps', () => {
    fc.assert(
      fc.property(anyUnits, distances, (units, distance) => {
        const [fast, plain] = [krippendorffAlpha(units, distance), plainly(units, distance)];
        if (plain === null) expect(fast).toBeNull();
        else expect(fast).toBeCloseTo(plain, 9);
      }),
      { numRuns: 2000 },
    );
  });

  it('with weights is the figure for units that occur as often as their weights say', () => {
    const weighted = anyUnits.chain((units) =>
      fc.tuple(
        fc.constant(units.filter((unit) => unit.length >= 2)),
        fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
        distances,
      ),
    );
    fc.assert(
      fc.property(weighted, ([units, weights, distance]) => {
        const drawn = units.flatMap((unit, at) => repeat(weights[at] ?? 0, unit));
        const figure = coincidencesOf(units, distance).alpha(weights);
        const plain = plainly(drawn, distance);
        if (plain === null) expect(figure).toBeNull();
        else expect(figure).toBeCloseTo(plain, 9);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('skewed answers (the kappa paradox)', () => {
  const split = (yes: number, no: number): ('yes' | 'no')[][] => [
    ...repeat(yes, ['yes', 'yes'] as ('yes' | 'no')[]),
    ...repeat(no, ['no', 'no'] as ('yes' | 'no')[]),
    ...repeat(2, ['yes', 'no'] as ('yes' | 'no')[]),
    ...repeat(2, ['no', 'yes'] as ('yes' | 'no')[]),
  ];
  const figures = (units: ('yes' | 'no')[][]) => ({
    percent: percentAgreement(units, nominal),
    kappa: cohenKappa(units as ['yes' | 'no', 'yes' | 'no'][]),
    alpha: krippendorffAlpha(units, nominal),
    ac1: gwetAC1(units, ['yes', 'no']),
  });

  it('94 yes, 2 no, 4 split: 96 %, kappa .479, alpha .482, AC1 .957', () => {
    const { percent, kappa, alpha, ac1 } = figures(split(94, 2));
    expect(percent).toBeCloseTo(0.96, 10);
    expect(kappa).toBeCloseTo(0.479, 3);
    expect(alpha).toBeCloseTo(0.482, 3);
    expect(ac1).toBeCloseTo(0.957, 3);
  });

  it('96 yes, none no, 4 split: kappa -.020, alpha -.015, AC1 .958', () => {
    const { kappa, alpha, ac1 } = figures(split(96, 0));
    expect(kappa).toBeCloseTo(-0.0204, 4);
    expect(alpha).toBeCloseTo(-0.015, 3);
    expect(ac1).toBeCloseTo(0.958, 3);
  });
});

describe('AC1', () => {
  it("rests on the codebook's list of categories, not on those that were chosen", () => {
    const units = [...repeat(9, ['a', 'a']), ['a', 'b']];
    expect(gwetAC1(units, ['a', 'b'])).not.toBe(gwetAC1(units, ['a', 'b', 'c', 'd']));
    expect(gwetAC1(units, ['a'])).toBeNull();
    expect(gwetAC1([], ['a', 'b'])).toBeNull();
  });
});

describe('kappa', () => {
  it("is .4 for Cohen's table 20, 5, 10, 15", () => {
    // The usual worked example, e.g. en.wikipedia.org/wiki/Cohen's_kappa.
    const pairs: [string, string][] = [
      ...repeat<[string, string]>(20, ['yes', 'yes']),
      ...repeat<[string, string]>(5, ['yes', 'no']),
      ...repeat<[string, string]>(10, ['no', 'yes']),
      ...repeat<[string, string]>(15, ['no', 'no']),
    ];
    expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it("is .210 for the usual worked example of Fleiss' kappa: 14 raters, 10 subjects", () => {
    // en.wikipedia.org/wiki/Fleiss'_kappa: how many raters chose each of five categories.
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const units = counts.map((row) => row.flatMap((times, category) => repeat(times, category)));
    expect(fleissKappa(units)).toBeCloseTo(0.21, 3);
  });

  it('is undefined without variation, and for a varying number of raters', () => {
    expect(cohenKappa([['a', 'a']])).toBeNull();
    expect(cohenKappa([])).toBeNull();
    expect(fleissKappa(repeat(3, ['a', 'a']))).toBeNull();
    expect(
      fleissKappa([
        ['a', 'b'],
        ['a', 'b', 'b'],
      ]),
    ).toBeNull();
  });
});

describe('MASI', () => {
  const masi = (a: number[], b: number[]) => masiDistance(new Set(a), new Set(b));

  it.each([
    [[1, 2], [1, 2, 3, 4], 2 / 3],
    [[1, 2], [1, 2], 0],
    [[1, 2], [2, 3], 1 - 1 / 9],
    [[1], [2], 1],
    [[], [], 0],
    [[], [1], 1],
  ])('between %j and %j is %d', (a, b, distance) => {
    expect(masi(a, b)).toBeCloseTo(distance, 12);
    expect(masi(b, a)).toBeCloseTo(distance, 12);
  });
});

describe('the date ladder', () => {
  it.each([
    ['2024-03-01', '2024-03-01', 0],
    ['2024-03-01', '2024-03-31', 1 / 3],
    ['2024-03-01', '2024-04', 2 / 3],
    ['2024-12-31', '2025-01-01', 1],
    ['2024', '2024-03-01', 0],
  ])('between %s and %s is %d', (a, b, distance) => {
    expect(dateLadderDistance(date(a), date(b))).toBe(distance);
  });

  it('sets open-ended apart from every date', () => {
    expect(dateLadderDistance('open-ended', date('2024'))).toBe(1);
    expect(dateLadderDistance('open-ended', 'open-ended')).toBe(0);
  });

  it('is symmetric, and 0 exactly where the comparison says same', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(dateLadderDistance(a, b)).toBe(dateLadderDistance(b, a));
        expect(dateLadderDistance(a, b) === 0).toBe(compareAnswers(end, until(a), until(b)).same);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('percent agreement', () => {
  it('is the mean over units of the share of pairs that are the same', () => {
    const units = [['a', 'a', 'b'], ['a', 'a'], ['a']];
    expect(percentAgreement(units, nominal)).toBeCloseTo((1 / 3 + 1) / 2, 12);
    expect(percentAgreement([['a']], nominal)).toBeNull();
  });
});
