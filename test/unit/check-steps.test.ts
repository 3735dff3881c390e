import { describe, expect, it } from 'vitest';
import { outcomeOf, runSteps } from '../../scripts/check/steps.mjs';

const ran: string[] = [];
function aStep(title: string, outcome: { passed: number; failed: number }) {
  return {
    title,
    run: () => {
      ran.push(title);
      return Promise.resolve(outcome);
    },
  };
}

describe('the steps of a check', () => {
  it('end with the first that fails, and count what ran', async () => {
    ran.length = 0;

    const total = await runSteps([
      aStep('lint', { passed: 0, failed: 0 }),
      aStep('unit', { passed: 12, failed: 0 }),
      aStep('store', { passed: 3, failed: 2 }),
      aStep('e2e', { passed: 9, failed: 0 }),
    ]);

    expect(total).toEqual({ passed: 15, failed: 2 });
    expect(ran).toEqual(['lint', 'unit', 'store']);
  });
});

describe('a run of tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0 };

  it('passes when all tests do', () => {
    expect(outcomeOf(0, report)).toEqual({ passed: 5, failed: 0 });
  });

  it('fails without any test', () => {
    expect(outcomeOf(0, { ...report, numPassedTests: 0 })).toEqual({ passed: 0, failed: 1 });
  });

  it('fails when a file cannot be loaded, though no test failed', () => {
    expect(outcomeOf(1, report)).toEqual({ passed: 5, failed: 1 });
  });

  it('fails when the runner dies before it reports', () => {
    expect(outcomeOf(139, null)).toEqual({ passed: 0, failed: 1 });
  });
});
