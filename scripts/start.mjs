// npm start: makes the clone ready where needed, builds what changed, opens the workbench: the first time on the
// sample project, later where one was.
//
//   npm start
//   npm start -- /path/to/Project.samsyn
import { electronPath, needsNoSandbox, sqliteEnvironment, withDisplay } from './environment.mjs';
import { buildApp } from './build.mjs';
import { runCommand, setUp } from './setup.mjs';
import { projectFolder } from './setup/paths.mjs';
import { hasDisplay, sandboxAdvice } from './setup/system-libraries.mjs';

await runCommand(async () => {
  await setUp();
  await buildApp();
  if (process.platform === 'linux' && !hasDisplay()) {
    process.stderr.write('There is no display here; the window opens on one that nobody sees.\n');
  }
  process.stderr.write('Opening Samsyn\n');
  // Chromium tells of every part of a desktop that is missing here, which is of use to nobody; what stops it, it
  // tells all the same, and so does Samsyn.
  const flags = ['--log-level=3', ...(needsNoSandbox() ? ['--no-sandbox'] : [])];
  const args = [...flags, projectFolder, '--sample', ...process.argv.slice(2)];
  const code = await withDisplay(electronPath(), args, {
    env: sqliteEnvironment('electron'),
  });
  const advice = code === 0 ? null : sandboxAdvice();
  if (advice !== null) process.stderr.write(`\n${advice}\n`);
  process.exitCode = code;
});
