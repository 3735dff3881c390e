// The steps of `npm run check` and `npm test`, and what running them amounts to.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runInherited } from '../environment.mjs';
import { commandOf, projectFolder, readJson } from '../setup/paths.mjs';
import { STRAYS } from './stray-reporter.mjs';

/**
 * @typedef {{ passed: number, failed: number, unsteady?: string[] }} Outcome tests, or a whole step that is none;
 *   and by name what failed at first and passed when it was run again
 */
const strayReporter = join(projectFolder, 'scripts/check/stray-reporter.mjs');

/** @typedef {{ title: string, run: () => Promise<Outcome> }} Step */

/** @type {readonly Step[]} */
export const checkSteps = [
  toolStep('Format', 'oxfmt', ['--check'], 'Run `npm run format` to lay the files out.'),
  toolStep(
    'Lint',
    'oxlint',
    ['--type-aware', '--deny-warnings'],
    'Each message above says what to do instead.',
  ),
  toolStep('Types', 'typescript/tsc', ['-p', 'tsconfig.json'], 'Correct the types named above.'),
  toolStep(
    'Types of shared/',
    'typescript/tsc',
    ['-p', 'shared/tsconfig.json'],
    'shared/ knows neither Node nor the window; pass such things in.',
  ),
  vitestStep('Unit tests', 'unit'),
  vitestStep('Store tests', 'store'),
];

/**
 * Runs steps in order until one fails.
 *
 * @param {readonly Step[]} steps
 * @returns {Promise<Outcome>} tests of all steps that ran; a failed step without tests counts as one failure
 */
export async function runSteps(steps) {
  const total = { passed: 0, failed: 0, unsteady: /** @type {string[]} */ ([]) };
  for (const { title, run } of steps) {
    const started = Date.now();
    process.stdout.write(`\n▸ ${title}\n`);
    const { passed, failed, unsteady = [] } = await run();
    total.passed += passed;
    total.failed += failed;
    total.unsteady.push(...unsteady);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (failed > 0) {
      process.stdout.write(
        `\n✗ ${title} failed after ${seconds} s; what comes after it was not run.\n`,
      );
      break;
    }
    process.stdout.write(`  ${passed > 0 ? `${passed} passed, ` : ''}${seconds} s\n`);
  }
  return total;
}

/**
 * A step that is one program: it passes when the program ends with 0.
 *
 * @param {string} title
 * @param {string} tool package, and command where it is called otherwise; looked up only when run, after set-up
 * @param {string[]} args
 * @param {string} advice what to do when it fails
 * @returns {Step}
 */
function toolStep(title, tool, args, advice) {
  return {
    title,
    run: async () => {
      const [name = '', command = name] = tool.split('/');
      const script = commandOf(name, command);
      const code = await runInherited(process.execPath, [script, ...args], { cwd: projectFolder });
      if (code !== 0) process.stdout.write(`\n${advice}\n`);
      return { passed: 0, failed: code === 0 ? 0 : 1 };
    },
  };
}

/**
 * The tests of one vitest project.
 *
 * @param {string} title
 * @param {'unit' | 'store' | 'e2e'} project
 * @returns {Step}
 */
export function vitestStep(title, project) {
  return {
    title,
    run: async () => {
      const first = await runVitest(project, []);
      const files = project === 'e2e' && !first.strayed ? filesToRepeat(first.report) : [];
      if (files.length === 0) return outcomeOf(first.code, first.report);
      process.stdout.write(`\nOnce more, to see whether it fails again: ${files.join(', ')}\n`);
      const second = await runVitest(project, files);
      return outcomeOfBoth(first.report, second);
    },
  };
}

/** @typedef {{ assertionResults: { fullName: string, status: string }[], name: string, status: string }} FileReport */
/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: FileReport[] }} Report */

/**
 * @param {string} project
 * @param {readonly string[]} files all when empty
 * @returns {Promise<{ code: number, report: Report | null, strayed: boolean }>} whether an error belonged to no test
 */
async function runVitest(project, files) {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-tests-'));
  const report = join(folder, 'report.json');
  const strays = join(folder, 'strays');
  try {
    const reporters = ['dot', 'json', strayReporter].map((name) => `--reporter=${name}`);
    const args = ['run', '--project', project, ...reporters, `--outputFile.json=${report}`];
    const code = await runInherited(process.execPath, [commandOf('vitest'), ...args, ...files], {
      cwd: projectFolder,
      env: { ...process.env, [STRAYS]: strays },
    });
    return { code, report: readJson(report), strayed: existsSync(strays) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where more files than this fail, it is not by chance. */
const MOST_REPEATED = 2;

/**
 * The files of tests in the real window that are worth a second run: why is in
 * docs/decisions/010-a-window-test-that-fails-is-run-again.md.
 *
 * @param {Report | null} report
 * @returns {string[]} paths from the project's root; none when nothing failed, or too much
 */
export function filesToRepeat(report) {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed');
  if (failed.length > MOST_REPEATED) return [];
  return failed.map(({ name }) => relative(projectFolder, name).replaceAll('\\', '/'));
}

/**
 * What holds after some files were run a second time.
 *
 * @param {Report | null} first
 * @param {{ code: number, report: Report | null }} second of the files that had failed
 * @returns {Outcome}
 */
export function outcomeOfBoth(first, second) {
  const again = outcomeOf(second.code, second.report);
  const repeated = (first?.testResults ?? []).filter(({ status }) => status === 'failed');
  const isPassed = (/** @type {{ status: string }} */ { status }) => status === 'passed';
  const passedBefore = repeated.flatMap((file) => file.assertionResults.filter(isPassed)).length;
  return {
    passed: (first?.numPassedTests ?? 0) - passedBefore + again.passed,
    failed: again.failed,
    unsteady: again.failed === 0 ? repeated.flatMap(failuresOf) : [],
  };
}

/**
 * The tests of a file that failed; the file itself where it failed as a whole.
 *
 * @param {FileReport} file
 */
function failuresOf({ name, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  return failed.length > 0
    ? failed.map(({ fullName }) => fullName)
    : [relative(projectFolder, name)];
}

/**
 * A file that cannot be loaded has no failed test, and a run without any test has none either: both count as a failure.
 *
 * @param {number} code
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number } | null} report
 * @returns {Outcome}
 */
export function outcomeOf(code, report) {
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  if (report && report.numPendingTests > 0) {
    process.stdout.write(`${report.numPendingTests} of the tests were skipped.\n`);
  }
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}
