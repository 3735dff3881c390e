import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SettledAnswer } from '../../../../shared/domain/answer';
import { compareAnswers } from '../../../../shared/domain/comparison';
import { IOP_CODEBOOK } from '../../../../shared/domain/codebook-iop';
import { AgreementId, ReviewerId } from '../../../../shared/domain/ids';
import { mulberry32 } from '../../../../shared/domain/random';
import { bootstrapInterval, quantile } from '../../../../shared/domain/reliability/bootstrap';
import { worstPairOf } from '../../../../shared/domain/reliability/confusion';
import { coincidencesOf, nominal } from '../../../../shared/domain/reliability/krippendorff';
import {
  blockOfAnswer,
  type CodedUnit,
  reliabilityOf,
  TOO_FEW,
} from '../../../../shared/domain/reliability/reliability';
import { standingOf } from '../../../../shared/domain/reliability/thresholds';
import { VariableReliability } from '../../../../shared/domain/reliability/types';
import {
  actors,
  anyAnswer,
  area,
  missing,
  on,
  publicActors,
  purpose,
  said,
  start,
  targetGroup,
  wrote,
} from '../builders';

const names = ['anna', 'bo', 'cem', 'disa'];

function unit(number: number, ...answers: (SettledAnswer | null)[]): CodedUnit {
  return {
    agreement: AgreementId.parse(`a${String(number).padStart(4, '0')}`),
    answers: answers.map((answer, at) => ({
      reviewer: ReviewerId.parse(names[at]),
      answer,
    })),
  };
}

/** As many agreements as times, each with the same answers. */
const agreements = (...groups: [times: number, ...answers: (SettledAnswer | null)[]][]) =>
  groups
    .flatMap(([times, ...answers]) => Array.from({ length: times }, () => answers))
    .map((answers, at) => unit(at, ...answers));

const [adults, elderly] = [said('adults'), said('elderly')];

describe('the reliability of a variable', () => {
  it('tells n, percent and the published alpha of 94, 2 and 4 split', () => {
    const units = agreements(
      [94, adults, adults],
      [2, elderly, elderly],
      [2, adults, elderly],
      [2, elderly, adults],
    );
    const figure = reliabilityOf(targetGroup, units);
    expect(figure).toMatchObject({ variable: 'target_group', n: 100, excluded: {} });
    expect(figure.percent).toBeCloseTo(0.96, 10);
    expect(figure.alpha.value).toBeCloseTo(0.482, 3);
    expect(VariableReliability.parse(figure)).toEqual(figure);
  });

  it('gives no coefficient without variation, neither 0 nor 1', () => {
    const { percent, alpha } = reliabilityOf(targetGroup, agreements([30, adults, adults]));
    expect(percent).toBe(1);
    expect(alpha).toMatchObject({ value: null, low: null, high: null, doubts: ['no-variation'] });
  });

  it('says that the interval knows nothing of disagreement when there is none', () => {
    const { alpha } = reliabilityOf(
      targetGroup,
      agreements([15, adults, adults], [15, elderly, elderly]),
    );
    expect(alpha).toMatchObject({ value: 1, low: 1, high: 1, doubts: ['no-disagreement'] });
  });

  it('gives a figure but no interval below the limit', () => {
    const few = agreements(
      [TOO_FEW - 3, adults, adults],
      [1, elderly, elderly],
      [1, adults, elderly],
    );
    const { alpha } = reliabilityOf(targetGroup, few);
    expect(alpha.value).not.toBeNull();
    expect(alpha).toMatchObject({ low: null, high: null, doubts: ['too-few'], draws: null });

    const enough = agreements(
      [TOO_FEW - 8, adults, adults],
      [7, elderly, elderly],
      [1, adults, elderly],
    );
    expect(reliabilityOf(targetGroup, enough).alpha.low).not.toBeNull();
  });

  it('counts draws without variation, and gives no interval when they are many', () => {
    const rare = reliabilityOf(targetGroup, agreements([49, adults, adults], [1, adults, elderly]));
    expect(rare.alpha).toMatchObject({ low: null, doubts: ['draws-without-variation'] });
    expect(rare.alpha.draws?.made).toBe(5000);
    expect((rare.alpha.draws?.withoutVariation ?? 0) / 5000).toBeCloseTo(0.98 ** 49 * 0.98, 1);

    const lessRare = reliabilityOf(
      targetGroup,
      agreements([36, adults, adults], [4, elderly, elderly], [1, adults, elderly]),
    );
    expect(lessRare.alpha.doubts).toEqual(['draws-without-variation']);
    expect(lessRare.alpha.low).not.toBeNull();
  });

  it('says that nothing is double-coded when nothing is', () => {
    expect(reliabilityOf(targetGroup, agreements([3, adults]))).toMatchObject({
      n: 0,
      percent: null,
      alpha: { value: null, doubts: ['no-double-coding'] },
      confusion: null,
    });
  });

  it('gives free text no coefficient', () => {
    expect(reliabilityOf(purpose, agreements([30, wrote('a'), wrote('b')]))).toMatchObject({
      n: 30,
      percent: null,
      alpha: { value: null, low: null, doubts: ['free-text'] },
    });
  });

  it('takes not stated and cannot decide as answers, and leaves out and counts the rest', () => {
    const units = agreements(
      [2, adults, adults],
      [1, missing('not_stated'), adults],
      [1, missing('cannot_decide'), missing('cannot_decide')],
      [3, missing('illegible'), adults],
      [1, missing('page_missing'), missing('not_applicable')],
      [2, null, elderly],
    );
    const figure = reliabilityOf(targetGroup, units);
    expect(figure.n).toBe(4);
    expect(figure.percent).toBe(3 / 4);
    expect(figure.excluded).toEqual({
      illegible: 3,
      page_missing: 1,
      not_applicable: 1,
      not_coded: 2,
      unpaired: 5,
    });
  });

  it('keeps two answers of three when the third is left out', () => {
    const figure = reliabilityOf(
      targetGroup,
      agreements([1, adults, missing('illegible'), elderly]),
    );
    expect(figure).toMatchObject({ n: 1, percent: 0, excluded: { illegible: 1 } });
  });

  it('compares dates at the coarser precision and actors by id', () => {
    const dates = agreements([5, on('2024'), on('2024-03-01')], [5, on('2023-01'), on('2023-02')]);
    expect(reliabilityOf(start, dates).percent).toBe(0.5);
    const solna = (name: string) => actors({ id: 'municipality:0184', name, unit: null });
    const bodies = agreements(
      [5, solna('Solna stad'), solna('Solna kommun')],
      [5, actors('Ada', 'Bo'), actors('bo', 'ada')],
    );
    expect(reliabilityOf(publicActors, bodies)).toMatchObject({ percent: 1, alpha: { value: 1 } });
  });

  it('does not count secondary areas', () => {
    const units = agreements(
      [5, said('safety', 'other'), said('safety')],
      [5, said('other'), said('other')],
    );
    expect(reliabilityOf(area, units).alpha.value).toBe(1);
  });
});

describe('the confusion matrix', () => {
  const at = (numbers: number[]) => numbers.map((n) => `a${String(n).padStart(4, '0')}`);

  it('has the first reviewer in rows, the second in columns, and the agreements in the cells', () => {
    const units = agreements(
      [2, adults, adults],
      [1, adults, elderly],
      [2, elderly, adults],
      [1, missing('not_stated'), adults],
    );
    const { confusion } = reliabilityOf(targetGroup, units);
    expect(confusion?.labels).toEqual(['children_youth', 'adults', 'elderly', 'all', 'not_stated']);
    expect(confusion?.reviewers).toEqual(['anna', 'bo']);
    expect(confusion?.rows).toEqual([
      [0, 0, 0, 0, 0],
      [0, 2, 1, 0, 0],
      [0, 2, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [0, 1, 0, 0, 0],
    ]);
    expect(confusion?.agreements[1]?.[2]).toEqual(at([2]));
    expect(confusion?.agreements[2]?.[1]).toEqual(at([3, 4]));
    expect(confusion && worstPairOf(confusion)).toEqual({
      a: 'adults',
      b: 'elderly',
      count: 3,
      agreements: at([2, 3, 4]),
    });
  });

  it('is symmetric when more than two took part', () => {
    const { confusion } = reliabilityOf(targetGroup, agreements([2, adults, elderly, adults]));
    expect(confusion?.reviewers).toBeNull();
    expect(confusion?.rows[1]).toEqual([0, 2, 4, 0]);
    expect(confusion?.rows[2]).toEqual([0, 4, 0, 0]);
    expect(confusion && worstPairOf(confusion)).toMatchObject({ count: 4, agreements: at([0, 1]) });
  });

  it('is there for categories only', () => {
    expect(reliabilityOf(start, agreements([3, on('2024'), on('2024')])).confusion).toBeNull();
  });
});

describe('the same codings', () => {
  const coded = fc
    .array(fc.tuple(fc.option(anyAnswer(area)), fc.option(anyAnswer(area))), { maxLength: 30 })
    .map((list) => list.map((answers, at) => unit(at, ...answers)));

  it('give the same figures in any order', () => {
    const shuffled = coded.chain((units) =>
      fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
    );
    fc.assert(
      fc.property(shuffled, ([units, others]) => {
        const options = { draws: 50 };
        expect(reliabilityOf(area, others, options)).toEqual(reliabilityOf(area, units, options));
      }),
      { numRuns: 1000 },
    );
  });

  it('give figures that hold together', () => {
    fc.assert(
      fc.property(coded, (units) => {
        const { n, percent, alpha, confusion } = reliabilityOf(area, units, { draws: 50 });
        const cells = confusion?.rows.flat() ?? [];
        expect(cells.reduce((sum, cell) => sum + cell, 0)).toBe(n);
        if (alpha.value !== null) expect(alpha.value).toBeLessThanOrEqual(1);
        if (percent === 1 && alpha.value !== null) expect(alpha.value).toBe(1);
        if (alpha.low !== null && alpha.high !== null) {
          expect(alpha.low).toBeLessThanOrEqual(alpha.high);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** Two reviewers who see the true category and guess with the given probability. */
function simulated(n: number, shares: number[], guessing: number, random: () => number) {
  const pick = () => {
    let left = random();
    return Math.max(
      0,
      shares.findIndex((share) => (left -= share) < 0),
    );
  };
  return Array.from({ length: n }, () => {
    const truth = pick();
    const say = () => (random() < guessing ? pick() : truth);
    return [say(), say()];
  });
}

describe('the interval', () => {
  it('is the same for the same seed and another for another', () => {
    const { size, alpha } = coincidencesOf(simulated(50, [0.5, 0.5], 0.3, mulberry32(1)), nominal);
    const [one, again, other] = [7, 7, 8].map((seed) => bootstrapInterval(size, alpha, seed, 500));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('has a half-width of about .12 at 50 and .07 at 150 agreements, five categories, alpha .81', () => {
    // Our own simulations, the same two-reviewer model as for the limit below.
    const width = (n: number) => {
      const random = mulberry32(3);
      const halves = Array.from({ length: 40 }, (_, seed) => {
        const units = simulated(n, [0.2, 0.2, 0.2, 0.2, 0.2], 0.1, random);
        const { size, alpha } = coincidencesOf(units, nominal);
        const { low, high } = bootstrapInterval(size, alpha, seed, 300);
        return ((high ?? 0) - (low ?? 0)) / 2;
      });
      return halves.reduce((sum, half) => sum + half, 0) / halves.length;
    };
    expect(width(50)).toBeCloseTo(0.12, 1);
    expect(width(150)).toBeGreaterThan(0.05);
    expect(width(150)).toBeLessThan(0.09);
  });

  it('holds the true value often enough from the limit on, and not at half of it', () => {
    const shares = [0.25, 0.25, 0.25, 0.25];
    const truth = coincidencesOf(simulated(100_000, shares, 0.1, mulberry32(5)), nominal).alpha();
    const coverage = (n: number) => {
      const random = mulberry32(11);
      const held = Array.from({ length: 200 }, (_, seed) => {
        const { size, alpha } = coincidencesOf(simulated(n, shares, 0.1, random), nominal);
        const { low, high } = bootstrapInterval(size, alpha, seed, 300);
        return truth !== null && low !== null && high !== null && low <= truth && truth <= high;
      });
      return held.filter(Boolean).length / held.length;
    };
    expect(coverage(TOO_FEW)).toBeGreaterThan(0.87);
    expect(coverage(TOO_FEW / 2)).toBeLessThan(0.85);
  });

  it('interpolates between the two nearest figures', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1], 0.025)).toBe(1);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('is held against the thresholds by its lower bound', () => {
    expect(standingOf({ low: 0.8 })).toBe('reliable');
    expect(standingOf({ low: 0.667 })).toBe('tentative');
    expect(standingOf({ low: 0.66 })).toBe('insufficient');
    expect(standingOf({ low: null })).toBe('unknown');
  });
});

it('takes less than two seconds of computing for 745 agreements and nine variables', () => {
  const random = mulberry32(2);
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const day = () =>
    `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const answer = (type: string) => {
    switch (type) {
      case 'public-actors':
      case 'civil-actors':
        return actors(
          `Förening ${Math.floor(random() * 400)}`,
          `Jour ${Math.floor(random() * 400)}`,
        );
      case 'text':
        return wrote('Stöd');
      case 'date':
      case 'end-date':
        return on(day());
      default:
        return missing(one(['not_stated', 'cannot_decide'] as const));
    }
  };
  const before = process.cpuUsage().user;
  for (const variable of IOP_CODEBOOK.variables) {
    const pick = () =>
      variable.type === 'category' ? said(one(variable.categories).id) : answer(variable.type);
    const units = Array.from({ length: 745 }, (_, at) => {
      const first = pick();
      return unit(at, first, random() < 0.8 ? first : pick());
    });
    const { alpha } = reliabilityOf(variable, units);
    if (variable.type !== 'text') expect(alpha.low).not.toBeNull();
  }
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
});

describe('answers that are looked up in blocks', () => {
  it('have the same block whenever they are the same', () => {
    const pairs = fc
      .constantFrom(...IOP_CODEBOOK.variables)
      .chain((variable) =>
        fc.tuple(fc.constant(variable), anyAnswer(variable), anyAnswer(variable)),
      );
    fc.assert(
      fc.property(pairs, ([variable, a, b]) => {
        fc.pre(compareAnswers(variable, a, b).same);
        expect(blockOfAnswer(a)).toBe(blockOfAnswer(b));
      }),
      { numRuns: 2_000 },
    );
  });

  it('give the same alpha as without, in a fraction of the comparisons', () => {
    let compared = 0;
    const sameYear = (a: string, b: string) => {
      compared += 1;
      return a.startsWith(b) || b.startsWith(a) ? 0 : 1;
    };
    const units = Array.from({ length: 400 }, (_, at) => {
      const day = `${1900 + (at % 100)}-0${1 + (at % 9)}-1${at % 10}`;
      return [day, at % 3 === 0 ? day.slice(0, 4) : at % 3 === 1 ? day : `${day.slice(0, 7)}-28`];
    });

    const inBlocks = coincidencesOf(units, sameYear, (text) => text.slice(0, 4)).alpha();
    const comparedInBlocks = compared;
    const throughout = coincidencesOf(units, sameYear).alpha();

    expect(inBlocks).toBe(throughout);
    expect(comparedInBlocks * 20).toBeLessThan(compared - comparedInBlocks);
  });

  it('let twenty thousand different dates be measured at once', () => {
    const twoDigits = (n: number) => String(1 + n).padStart(2, '0');
    const dateNumber = (at: number) => {
      const months = Math.floor(at / 250);
      return on(
        `${1850 + (at % 250)}-${twoDigits(months % 12)}-${twoDigits(Math.floor(months / 12))}`,
      );
    };
    const units = Array.from({ length: 10_000 }, (_, at) =>
      unit(at, dateNumber(2 * at), dateNumber(2 * at + 1)),
    );
    const began = performance.now();

    const { alpha } = reliabilityOf(start, units, { draws: 5 });

    expect(alpha.value).toBeCloseTo(0);
    expect(performance.now() - began).toBeLessThan(4_000);
  });
});
