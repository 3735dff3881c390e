// Runs a program of the project's own tooling: TypeScript, bundled first, with the built app and a display at hand.
import { buildApp, buildTool } from './build.mjs';
import { sqliteEnvironment, withDisplay } from './environment.mjs';
import { runCommand, setUp } from './setup.mjs';
import { projectFolder } from './setup/paths.mjs';

/**
 * @param {string} entry path from the project's root
 */
export async function runToolWithWindow(entry) {
  await runCommand(async () => {
    await setUp();
    await buildApp();
    const program = await buildTool(entry);
    process.exitCode = await withDisplay(
      process.execPath,
      ['--enable-source-maps', program, ...process.argv.slice(2)],
      { cwd: projectFolder, env: sqliteEnvironment('node') },
    );
  });
}
