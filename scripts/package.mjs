// npm run package: the application as a folder that can be started, in release/. Made from the Electron of set-up, so it
// needs no internet.
//
//   npm run package                        release/<platform>-unpacked
//   npm run package -- --linux AppImage    anything electron-builder makes; it downloads what it needs
import { dirname } from 'node:path';
import { buildApp } from './build.mjs';
import { electronRuntime, runInherited } from './environment.mjs';
import { runCommand, setUp } from './setup.mjs';
import { commandOf, projectFolder } from './setup/paths.mjs';

await runCommand(async () => {
  await setUp();
  await buildApp();
  const wishes = process.argv.slice(2);
  const args = wishes.length > 0 ? wishes : ['--dir', ...fromSetup(electronRuntime())];
  process.exitCode = await runInherited(
    process.execPath,
    [commandOf('electron-builder'), '--publish', 'never', ...args],
    { cwd: projectFolder },
  );
});

/** @param {import('./setup/electron-runtime.mjs').ElectronRuntime} electron */
function fromSetup({ path, version }) {
  const folder =
    process.platform === 'darwin' ? path.replace(/\/Electron\.app\/.*$/, '') : dirname(path);
  return [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`];
}
