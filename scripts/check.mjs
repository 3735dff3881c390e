// npm run check: format, lint, types, unit and store tests. Stops at the first that fails.
import { runCommand, setUp } from './setup.mjs';
import { isStartedWith } from './setup/paths.mjs';
import { checkSteps, runSteps } from './check/steps.mjs';

if (isStartedWith('scripts/check.mjs')) {
  await runCommand(async () => {
    await setUp({ window: false });
    const { failed } = await runSteps(checkSteps);
    process.exitCode = failed === 0 ? 0 : 1;
  });
}
