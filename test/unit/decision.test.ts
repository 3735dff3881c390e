import { describe, expect, it } from 'vitest';

import { originOf, settlingGap } from '../../shared/domain/decision';
import { EMPTY_ANSWER } from '../../shared/domain/answer';
import { ReviewerId } from '../../shared/domain/ids';
import { said, targetGroup } from './domain/builders';

const anna = ReviewerId.parse('anna');
const bo = ReviewerId.parse('bo');
const cecilia = ReviewerId.parse('cecilia');

describe('the origin of a decision', () => {
  it('is consensus when all readers decide together', () => {
    expect(originOf([anna, bo], [bo, anna])).toBe('consensus');
  });

  it('is consensus when a third person joins all readers', () => {
    expect(originOf([anna, bo], [anna, bo, cecilia])).toBe('consensus');
  });

  it('is adjudicated when a third person decides', () => {
    expect(originOf([anna, bo], [cecilia])).toBe('adjudicated');
  });

  it('is adjudicated when only some of the readers decide', () => {
    expect(originOf([anna, bo], [anna])).toBe('adjudicated');
    expect(originOf([anna, bo], [anna, cecilia])).toBe('adjudicated');
  });

  it('is adjudicated when there is but one reader to agree with', () => {
    expect(originOf([anna], [anna])).toBe('adjudicated');
  });
});

describe('settling', () => {
  const complete = {
    variable: null,
    codings: [],
    verdict: 'disputed',
    choice: { value: null, missing: 'not_stated' },
    rationale: 'Nothing about it on any page',
    decidedBy: [anna],
  } as const;

  it('accepts a kind of missing as a choice', () => {
    expect(settlingGap(complete)).toBeNull();
  });

  it('wants a choice, a rationale and someone who decides, in that order', () => {
    expect(settlingGap({ ...complete, choice: null, rationale: '', decidedBy: [] })).toBe(
      'no-choice',
    );
    expect(settlingGap({ ...complete, choice: { value: null, missing: null } })).toBe('no-choice');
    expect(settlingGap({ ...complete, rationale: '  \n', decidedBy: [] })).toBe('no-rationale');
    expect(settlingGap({ ...complete, decidedBy: [] })).toBe('no-decider');
  });

  it('wants a rationale to overrule what all readers agree on', () => {
    const answer = { ...EMPTY_ANSWER, ...said('adults') };
    const agreed = {
      ...complete,
      variable: targetGroup,
      verdict: 'agreed',
      codings: [anna, bo].map((reviewer) => ({
        reviewer,
        answers: [{ variable: targetGroup.id, answer, evidence: [] }],
      })),
      rationale: '',
    } as const;

    expect(settlingGap({ ...agreed, choice: said('elderly') })).toBe('no-rationale');
    expect(settlingGap({ ...agreed, choice: said('adults') })).toBeNull();
  });

  it('wants no rationale where only the wording differs', () => {
    expect(settlingGap({ ...complete, verdict: 'text-differs', rationale: '' })).toBeNull();
  });
});
