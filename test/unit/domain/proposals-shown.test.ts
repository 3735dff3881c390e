import { describe, expect, it } from 'vitest';

import { inReliabilitySample, proposalsShown } from '../../../shared/domain/proposals-shown';

const state = { inSample: false, allowedInSample: false, isDone: false, isReadOnly: false };

describe('proposals', () => {
  it('are shown where each agreement is coded once', () => {
    expect(inReliabilitySample({ codersWanted: 1 })).toBe(false);
    expect(proposalsShown(state)).toEqual({ shown: true });
  });

  it('are off where reliability is measured, unless that was decided otherwise', () => {
    expect(inReliabilitySample({ codersWanted: 2 })).toBe(true);
    expect(proposalsShown({ ...state, inSample: true })).toEqual({
      shown: false,
      why: 'reliability-sample',
    });
    expect(proposalsShown({ ...state, inSample: true, allowedInSample: true })).toEqual({
      shown: true,
    });
  });

  it('are off when nothing can be answered any more', () => {
    expect(proposalsShown({ ...state, isDone: true })).toEqual({ shown: false, why: 'submitted' });
    expect(proposalsShown({ ...state, isReadOnly: true })).toEqual({
      shown: false,
      why: 'read-only',
    });
  });
});
