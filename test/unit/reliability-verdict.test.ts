import { describe, expect, it } from 'vitest';

import { countDiffering, verdictOn } from '../../shared/domain/reliability/verdict';
import type { Figure } from '../../shared/domain/reliability/types';

const figure = (parts: Partial<Figure>): { alpha: Figure } => ({
  alpha: { value: 0.9, low: 0.85, high: 0.95, n: 100, doubts: [], draws: null, ...parts },
});

describe('the verdict on a coefficient', () => {
  it('is held against the lower bound, not the value', () => {
    expect(verdictOn(figure({ value: 0.95, low: 0.8 }))).toBe('reliable');
    expect(verdictOn(figure({ value: 0.95, low: 0.79 }))).toBe('tentative');
    expect(verdictOn(figure({ value: 0.95, low: 0.6 }))).toBe('insufficient');
  });

  it('says why nothing can be said, before how high the value is', () => {
    expect(verdictOn(figure({ low: null, doubts: ['too-few'] }))).toBe('too-few');
    expect(verdictOn(figure({ value: null, low: null, doubts: ['no-variation'] }))).toBe(
      'undefined',
    );
    expect(verdictOn(figure({ value: null, low: null, doubts: ['too-few', 'no-variation'] }))).toBe(
      'undefined',
    );
    expect(verdictOn(figure({ value: null, low: null, doubts: ['no-double-coding'] }))).toBe(
      'no-double-coding',
    );
    expect(verdictOn(figure({ value: null, low: null, doubts: ['free-text'] }))).toBe('free-text');
    expect(verdictOn(figure({ low: null, doubts: ['draws-without-variation'] }))).toBe(
      'no-interval',
    );
  });
});

it('counts each differing pair once, whoever had the rows', () => {
  const rows = [
    [9, 2],
    [1, 5],
  ];
  const matrix = { labels: ['a', 'b'], agreements: [], rows };

  expect(countDiffering({ ...matrix, reviewers: ['anna', 'bo'] as never })).toBe(3);
  expect(
    countDiffering({
      ...matrix,
      rows: [
        [9, 3],
        [3, 5],
      ],
      reviewers: null,
    }),
  ).toBe(3);
});
