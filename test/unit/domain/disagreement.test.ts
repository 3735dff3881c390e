import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { SettledAnswer } from '../../../shared/domain/answer';
import type { Variable } from '../../../shared/domain/codebook';
import { compareAnswers } from '../../../shared/domain/comparison';
import { verdictOf } from '../../../shared/domain/disagreement';
import {
  actors,
  anyAnswer,
  anyVariable,
  area,
  end,
  missing,
  on,
  publicActors,
  purpose,
  renewal,
  renews,
  said,
  start,
  until,
  wrote,
} from './builders';

const names = ['anna', 'bo', 'cem', 'disa'];

function verdict(variable: Variable, ...answers: (SettledAnswer | null)[]) {
  return verdictOf(
    variable,
    answers.map((answer, at) => ({ reviewer: names[at] ?? `r${at}`, answer })),
  );
}

const solna = { id: 'municipality:0184', name: 'Solna stad', unit: null };

describe('the verdict on a variable', () => {
  it('is not-coded when nobody answered', () => {
    expect(verdict(start, null, { value: null, missing: null })).toEqual({ kind: 'not-coded' });
    expect(verdict(start)).toEqual({ kind: 'not-coded' });
  });

  it('is single when one answered and the other left it out', () => {
    expect(verdict(start, null, on('2024'))).toEqual({
      kind: 'single',
      reading: { answer: on('2024'), reviewers: ['bo'] },
    });
  });

  it('is agreed when all say the same, a kind of missing included', () => {
    expect(verdict(end, until('open-ended'), until('open-ended'))).toEqual({
      kind: 'agreed',
      settled: until('open-ended'),
      readings: [{ answer: until('open-ended'), reviewers: ['anna', 'bo'] }],
    });
    expect(verdict(end, missing('not_stated'), missing('not_stated'))).toMatchObject({
      kind: 'agreed',
      settled: missing('not_stated'),
    });
  });

  it('is disputed when two of three agree, with who said what', () => {
    expect(verdict(area, said('safety'), said('other'), said('safety'))).toEqual({
      kind: 'disputed',
      readings: [
        { answer: said('safety'), reviewers: ['anna', 'cem'] },
        { answer: said('other'), reviewers: ['bo'] },
      ],
    });
  });

  it('is disputed when a year stands between two different months', () => {
    expect(verdict(start, on('2024'), on('2024-03'), on('2024-04')).kind).toBe('disputed');
  });

  it('settles a date at the precision that all share, and keeps both readings to be shown', () => {
    expect(verdict(start, on('2024-03-01'), on('2024-03'))).toEqual({
      kind: 'agreed',
      settled: on('2024-03'),
      readings: [
        { answer: on('2024-03-01'), reviewers: ['anna'] },
        { answer: on('2024-03'), reviewers: ['bo'] },
      ],
    });
    expect(verdict(end, until('2026'), until('2026-12-31'))).toMatchObject({
      settled: until('2026'),
    });
  });

  it('drops a secondary area that one of the readers left out', () => {
    expect(verdict(area, said('safety', 'other'), said('safety', 'other'))).toMatchObject({
      settled: said('safety', 'other'),
    });
    expect(verdict(area, said('safety', 'other'), said('safety'))).toMatchObject({
      kind: 'agreed',
      settled: said('safety'),
    });
  });

  it('keeps secondary areas that everyone gave, and no others', () => {
    expect(
      verdict(area, said('safety', 'other', 'disability'), said('safety', 'disability')),
    ).toMatchObject({ kind: 'agreed', settled: said('safety', 'disability') });
  });

  it('claims no unit that one of the readers left out', () => {
    const board = { ...solna, unit: 'Socialnämnden' };
    expect(verdict(publicActors, actors(solna), actors(board))).toMatchObject({
      kind: 'agreed',
      settled: actors(solna),
    });
    expect(verdict(publicActors, actors(board), actors(solna))).toMatchObject({
      settled: actors(solna),
    });
  });

  it('keeps the units of one municipality that everyone gave', () => {
    const [centre, west, east] = ['Centrum', 'Hisingen', 'Angered'].map((unit) => ({
      ...solna,
      unit,
    }));
    if (!centre || !west || !east) throw new Error('There are three');
    expect(
      verdict(publicActors, actors(centre, west, 'Boden'), actors('Boden', east, west)),
    ).toMatchObject({ kind: 'agreed', settled: actors(west, 'Boden') });
    expect(
      verdict(publicActors, actors(west), actors({ ...west, unit: 'HISINGEN' })),
    ).toMatchObject({ settled: actors(west) });
  });

  it('claims no number of a renewal that one of the readers left out', () => {
    const [full, partly] = [
      renews({ periodMonths: 12, noticeMonths: 3 }),
      renews({ periodMonths: 12 }),
    ];
    expect(verdict(renewal, full, partly)).toMatchObject({ kind: 'agreed', settled: partly });
  });

  it('settles wordings that differ in nothing but form, and proposes the fullest of others', () => {
    expect(verdict(purpose, wrote('Stöd till unga.'), wrote('stöd till unga'))).toMatchObject({
      kind: 'agreed',
      settled: wrote('Stöd till unga.'),
    });
    expect(verdict(purpose, wrote('Stöd'), wrote('Stöd till unga'))).toMatchObject({
      kind: 'text-differs',
      proposal: wrote('Stöd till unga'),
    });
    expect(verdict(purpose, wrote('Stöd'), missing('not_stated')).kind).toBe('disputed');
  });
});

const coded = anyVariable.chain((variable) =>
  fc.tuple(
    fc.constant(variable),
    fc.array(fc.option(anyAnswer(variable), { freq: 4 }), { maxLength: 4 }),
  ),
);

const shuffled = coded.chain(([variable, answers]) =>
  fc.tuple(
    fc.constant(variable),
    fc.constant(answers),
    fc.shuffledSubarray(answers, { minLength: answers.length }),
  ),
);

describe('every verdict', () => {
  it('is of one kind, whatever the order of the codings', () => {
    fc.assert(
      fc.property(shuffled, ([variable, answers, others]) => {
        expect(verdict(variable, ...others).kind).toBe(verdict(variable, ...answers).kind);
      }),
      { numRuns: 2000 },
    );
  });

  it('that settles something settles the same, whatever the order of the codings', () => {
    fc.assert(
      fc.property(shuffled, ([variable, answers, others]) => {
        const [one, other] = [verdict(variable, ...answers), verdict(variable, ...others)];
        if (one.kind !== 'agreed' || other.kind !== 'agreed') return;
        expect(compareAnswers(variable, one.settled, other.settled).difference).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  it('that settles something settles what is the same as every answer', () => {
    fc.assert(
      fc.property(coded, ([variable, answers]) => {
        const found = verdict(variable, ...answers);
        if (found.kind !== 'agreed') return;
        for (const answer of answers) {
          if (answer !== null) {
            expect(compareAnswers(variable, found.settled, answer).same).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('that shows readings names each reviewer who answered, once', () => {
    fc.assert(
      fc.property(coded, ([variable, answers]) => {
        const found = verdict(variable, ...answers);
        if (found.kind === 'not-coded' || found.kind === 'single') return;
        const answered = names.filter((_, at) => (answers[at] ?? null) !== null);
        expect(found.readings.flatMap(({ reviewers }) => reviewers).sort()).toEqual(answered);
      }),
      { numRuns: 2000 },
    );
  });
});
