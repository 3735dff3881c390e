// npm test: everything of `npm run check`, then the built program in the real Electron. The last line of its output is
// always `N passed, N failed`.
import { buildApp } from './build.mjs';
import { checkSteps, runSteps, vitestStep } from './check/steps.mjs';
import { runCommand, setUp } from './setup.mjs';

const steps = [
  ...checkSteps,
  { title: 'Build', run: async () => (await buildApp(), { passed: 0, failed: 0 }) },
  vitestStep('End-to-end tests', 'e2e'),
];

/** @type {import('./check/steps.mjs').Outcome} */
let outcome = { passed: 0, failed: 1 };
await runCommand(async () => {
  await setUp();
  outcome = await runSteps(steps);
});
process.exitCode = outcome.failed === 0 && outcome.passed > 0 ? 0 : 1;
const unsteady = outcome.unsteady ?? [];
if (unsteady.length > 0) {
  process.stdout.write(`\nUnsteady, passed when run again: ${unsteady.join('; ')}\n`);
}
process.stdout.write(`\n${outcome.passed} passed, ${outcome.failed} failed\n`);
