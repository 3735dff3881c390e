import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { actorByName } from '../../../shared/domain/actor';
import { compareAnswers } from '../../../shared/domain/comparison';
import {
  actors,
  anyAnswer,
  anyVariable,
  area,
  civilActors,
  end,
  missing,
  on,
  publicActors,
  purpose,
  renewal,
  renews,
  said,
  start,
  targetGroup,
  until,
  wrote,
} from './builders';

const solna = { id: 'municipality:0184', name: 'Solna stad', unit: null };

describe('comparing two answers', () => {
  it('takes a single choice as equal or not', () => {
    expect(compareAnswers(targetGroup, said('adults'), said('adults'))).toEqual({
      same: true,
      difference: null,
    });
    expect(compareAnswers(targetGroup, said('adults'), said('all'))).toEqual({
      same: false,
      difference: { kind: 'category', a: 'adults', b: 'all' },
    });
  });

  it('shows secondary areas without making them a disagreement', () => {
    expect(compareAnswers(area, said('safety', 'disability'), said('safety', 'other'))).toEqual({
      same: true,
      difference: { kind: 'secondary', onlyA: ['disability'], onlyB: ['other'] },
    });
    const [a, b] = [said('safety', 'disability', 'other'), said('safety', 'other', 'disability')];
    expect(compareAnswers(area, a, b).difference).toBeNull();
  });

  it('compares actors as sets of ids, never by what they were called', () => {
    const spelledOtherwise = { ...solna, name: 'SOLNA STAD' };
    expect(compareAnswers(publicActors, actors(solna), actors(spelledOtherwise)).same).toBe(true);
    const [one, other] = [actors('Ada', 'Bojen'), actors('bojen', 'ADA')];
    expect(compareAnswers(civilActors, one, other)).toEqual({ same: true, difference: null });
    expect(compareAnswers(civilActors, actors('Ada', 'Bojen'), actors('Ada'))).toEqual({
      same: false,
      difference: { kind: 'actors', onlyA: [actorByName('Bojen')], onlyB: [] },
    });
  });

  it('shows that another unit signed, and does not call it a disagreement', () => {
    const board = { ...solna, unit: 'Socialnämnden' };
    expect(compareAnswers(publicActors, actors(solna), actors(board))).toEqual({
      same: true,
      difference: { kind: 'units', actors: ['municipality:0184'] },
    });
  });

  it('takes dates as equal at the coarser precision and shows the difference', () => {
    expect(compareAnswers(start, on('2024'), on('2024-03-01'))).toEqual({
      same: true,
      difference: { kind: 'precision', a: 'year', b: 'day' },
    });
  });

  it.each([
    ['2024', '2025-01-01', 'year'],
    ['2024-03', '2024-04-01', 'month'],
    ['2024-03-01', '2024-03-02', 'day'],
  ])('tells from where %s and %s differ', (a, b, from) => {
    expect(compareAnswers(start, on(a), on(b))).toEqual({
      same: false,
      difference: { kind: 'date', from },
    });
  });

  it('takes open-ended as no date', () => {
    expect(compareAnswers(end, until('open-ended'), until('open-ended')).same).toBe(true);
    expect(compareAnswers(end, until('2026'), until('open-ended'))).toEqual({
      same: false,
      difference: { kind: 'open-ended', openEnded: 'b' },
    });
  });

  it('compares renewals in kind and in the numbers that both state', () => {
    const yearly = renews({ periodMonths: 12 });
    expect(compareAnswers(renewal, yearly, renews({ noticeMonths: 3 }))).toEqual({
      same: true,
      difference: { kind: 'renewal-detail', parts: ['periodMonths', 'noticeMonths'] },
    });
    expect(compareAnswers(renewal, yearly, renews({ periodMonths: 24, noticeMonths: 3 }))).toEqual({
      same: false,
      difference: { kind: 'renewal', parts: ['periodMonths'] },
    });
    expect(compareAnswers(renewal, yearly, renews({ kind: 'none' })).difference).toEqual({
      kind: 'renewal',
      parts: ['kind'],
    });
  });

  it('takes a missing value against a value, and two kinds of missing, as disagreements', () => {
    expect(compareAnswers(start, missing('not_stated'), on('2024'))).toEqual({
      same: false,
      difference: { kind: 'missing', a: 'not_stated', b: null },
    });
    expect(compareAnswers(start, missing('not_stated'), missing('illegible')).same).toBe(false);
    expect(compareAnswers(start, missing('illegible'), missing('illegible')).same).toBe(true);
    expect(compareAnswers(purpose, missing('not_stated'), wrote('Stöd')).same).toBe(false);
  });

  it('never calls a wording a disagreement, and shows when it differs', () => {
    expect(compareAnswers(purpose, wrote('Stöd till unga.'), wrote('stöd  till unga'))).toEqual({
      same: true,
      difference: null,
    });
    expect(compareAnswers(purpose, wrote('Stöd'), wrote('Hjälp'))).toEqual({
      same: true,
      difference: { kind: 'text' },
    });
  });

  it('refuses an answer that is not coded: that is no answer at all', () => {
    const notCoded = { value: null, missing: null };
    expect(() => compareAnswers(start, notCoded, on('2024'))).toThrow(/not coded/);
  });

  it('is symmetric, and each answer is the same as itself', () => {
    const pairs = anyVariable.chain((variable) =>
      fc.tuple(fc.constant(variable), anyAnswer(variable), anyAnswer(variable)),
    );
    fc.assert(
      fc.property(pairs, ([variable, a, b]) => {
        expect(compareAnswers(variable, a, b).same).toBe(compareAnswers(variable, b, a).same);
        expect(compareAnswers(variable, a, a)).toEqual({ same: true, difference: null });
      }),
      { numRuns: 2000 },
    );
  });
});
