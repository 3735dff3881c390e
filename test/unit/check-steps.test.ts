import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesToRepeat, outcomeOf, outcomeOfBoth, runSteps } from '../../scripts/check/steps.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';

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

    expect(total).toEqual({ passed: 15, failed: 2, unsteady: [] });
    expect(ran).toEqual(['lint', 'unit', 'store']);
  });
});

describe('a run of tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, testResults: [] };

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

describe('a second run of the window’s tests', () => {
  const file = (name: string, ...results: string[]) => ({
    name: join(projectFolder, 'test/e2e', name),
    status: results.includes('failed') ? 'failed' : 'passed',
    assertionResults: results.map((status, at) => ({ fullName: `${name} ${at}`, status })),
  });
  const reportOf = (...testResults: ReturnType<typeof file>[]) => {
    const all = testResults.flatMap(({ assertionResults }) => assertionResults);
    return {
      testResults,
      numPassedTests: all.filter(({ status }) => status === 'passed').length,
      numFailedTests: all.filter(({ status }) => status === 'failed').length,
      numPendingTests: 0,
    };
  };
  const first = reportOf(
    file('a.test.ts', 'passed', 'passed'),
    file('b.test.ts', 'passed', 'failed', 'passed'),
  );

  it('is of the files that failed', () => {
    expect(filesToRepeat(first)).toEqual(['test/e2e/b.test.ts']);
    expect(filesToRepeat(reportOf(file('a.test.ts', 'passed')))).toEqual([]);
    expect(filesToRepeat(null)).toEqual([]);
  });

  it('is not made when too many failed for it to be chance', () => {
    const files = ['a', 'b', 'c'].map((name) => file(name, 'failed'));

    expect(filesToRepeat(reportOf(...files))).toEqual([]);
  });

  it('names what passed only then, and a file that had failed as a whole', () => {
    const passes = reportOf(file('b.test.ts', 'passed', 'passed', 'passed'));
    const unloaded = reportOf({ ...file('b.test.ts'), status: 'failed' });
    const unsteady = (before: typeof first) =>
      outcomeOfBoth(before, { code: 0, report: passes }).unsteady;

    expect(unsteady(first)).toEqual(['b.test.ts 1']);
    expect(unsteady(unloaded)).toEqual(['test/e2e/b.test.ts']);
  });

  it('counts each test once, and what fails again as failed', () => {
    const passes = reportOf(file('b.test.ts', 'passed', 'passed', 'passed'));
    const fails = reportOf(file('b.test.ts', 'passed', 'failed', 'failed'));

    const both = (code: number, report: typeof first | null) => {
      const { passed, failed } = outcomeOfBoth(first, { code, report });
      return [passed, failed];
    };

    expect(both(0, passes)).toEqual([5, 0]);
    expect(both(1, fails)).toEqual([3, 2]);
    expect(both(139, null)).toEqual([2, 1]);
  });
});
