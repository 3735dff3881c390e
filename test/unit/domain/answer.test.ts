import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  Answer,
  EMPTY_ANSWER,
  fitsVariable,
  isCoded,
  isEmpty,
} from '../../../shared/domain/answer';
import { IOP_CODEBOOK } from '../../../shared/domain/codebook-iop';
import type { SettledAnswer } from '../../../shared/domain/answer';
import {
  anyValue,
  anyVariable,
  area,
  end,
  missing,
  on,
  renewal,
  renews,
  said,
  start,
  targetGroup,
  until,
} from './builders';

const fits = (variable: typeof area, { value }: SettledAnswer) =>
  value !== null && fitsVariable(variable, value);

describe('an answer', () => {
  it('is a value or a kind of missing, never both', () => {
    const both = { ...EMPTY_ANSWER, value: on('2024').value, missing: 'not_stated' };
    expect(Answer.safeParse(both).success).toBe(false);
    expect(Answer.safeParse({ ...both, missing: null }).success).toBe(true);
  });

  it('is coded by a value or a kind of missing, not by a note or by being unsure', () => {
    expect(isCoded(on('2024'))).toBe(true);
    expect(isCoded(missing('illegible'))).toBe(true);
    const noted = { ...EMPTY_ANSWER, note: 'Fråga kommunen', unsure: true };
    expect([isCoded(noted), isEmpty(noted), isEmpty(EMPTY_ANSWER)]).toEqual([false, false, true]);
  });
});

describe('a value', () => {
  it('is no renewal when nothing is renewed and yet has a length', () => {
    const lengths = [{ periodMonths: 12 }, { noticeMonths: 3 }, { ceiling: 2 }];

    expect(fits(renewal, renews({ kind: 'none' }))).toBe(true);
    for (const length of lengths) {
      expect(fits(renewal, renews({ kind: 'none', ...length }))).toBe(false);
      expect(fits(renewal, renews({ kind: 'by_agreement', ...length }))).toBe(true);
    }
  });

  it('fits the variable that it was made for, and variables of the same type only', () => {
    const valued = anyVariable.chain((variable) =>
      fc.tuple(fc.constant(variable), anyValue(variable)),
    );
    fc.assert(
      fc.property(valued, ([variable, value]) => {
        for (const other of IOP_CODEBOOK.variables) {
          const kind = (type: string) => (type.endsWith('-actors') ? 'actors' : type);
          const expected =
            variable.type === 'category'
              ? other.id === variable.id
              : kind(other.type) === kind(variable.type);
          expect(fitsVariable(other, value)).toBe(expected);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [area, said('safety', 'other'), true],
    [area, said('safety', 'safety'), false],
    [area, said('safety', 'other', 'other'), false],
    [area, said('adults'), false],
    [targetGroup, said('adults', 'elderly'), false],
    [start, until('2024'), false],
    [end, until('open-ended'), true],
    [renewal, on('2024'), false],
  ])('case %#: secondary categories and types are checked', (variable, answer, expected) => {
    expect(fits(variable, answer)).toBe(expected);
  });
});
