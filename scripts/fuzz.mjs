// npm run fuzz -- [mutants] [seed]: test/e2e/fuzz.test.ts with more mutants than `npm test` has time for.
import { runInherited } from './environment.mjs';
import { buildApp } from './build.mjs';
import { runCommand, setUp } from './setup.mjs';
import { commandOf, projectFolder } from './setup/paths.mjs';

const [mutants = '20000', seed = '1'] = process.argv.slice(2);
await runCommand(async () => {
  await setUp();
  await buildApp();
  process.exitCode = await runInherited(
    process.execPath,
    [commandOf('vitest'), 'run', '--project', 'e2e', 'test/e2e/fuzz.test.ts'],
    {
      cwd: projectFolder,
      env: { ...process.env, SAMSYN_FUZZ_MUTANTS: mutants, SAMSYN_FUZZ_SEED: seed },
    },
  );
});
