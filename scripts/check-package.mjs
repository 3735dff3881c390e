// npm run check-package: the program that `npm run package` made, as it is and at work. Linux alone; some minutes.
//
// As it is: nobody gets in by switches or variables, and it reads and recognises by itself. At work: the window tests of
// formats, scans and documents that reach out, in a copy that lets a debugger in, by which tests steer a window; it
// differs in that one fuse.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { runInherited } from './environment.mjs';
import { runCommand, setUp } from './setup.mjs';
import { commandOf, projectFolder } from './setup/paths.mjs';
import { SetupError } from './setup/run.mjs';

const program = join(projectFolder, 'release/linux-unpacked/samsyn');
const atWork = ['formats', 'scans', 'reaching-out'].map((name) => `test/e2e/${name}.test.ts`);

await runCommand(async () => {
  await setUp();
  if (!existsSync(program))
    throw new SetupError('There is no packaged program. Run: npm run package');
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-package-'));
  try {
    const asItIs = await runTests('packaged', [], {});
    const SAMSYN_PACKAGED = await debuggableCopy(join(folder, 'program'));
    const working = await runTests('e2e', atWork, { SAMSYN_PACKAGED });
    process.exitCode = asItIs === 0 && working === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} folder where it goes
 * @returns {Promise<string>} the program in it
 */
async function debuggableCopy(folder) {
  cpSync(dirname(program), folder, { recursive: true });
  const copy = join(folder, basename(program));
  await flipFuses(copy, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return copy;
}

/**
 * @param {string} project of vitest
 * @param {readonly string[]} files all when empty
 * @param {Record<string, string>} env
 */
function runTests(project, files, env) {
  const args = [commandOf('vitest'), 'run', '--project', project, ...files];
  return runInherited(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
  });
}
