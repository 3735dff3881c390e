// npm run samsyn -- …: the program without a window. Set-up and building speak on stderr, so stdout is the command's own.
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { runInherited, sqliteEnvironment } from './environment.mjs';
import { runCommand, setUp } from './setup.mjs';
import { projectFolder } from './setup/paths.mjs';

await runCommand(async () => {
  await setUp({ window: false });
  await buildApp({ parts: ['main'] });
  // npm runs scripts in the project's folder; paths are meant from where the person stands.
  const throughNpm = process.env['npm_lifecycle_event'] === 'samsyn';
  const cwd = (throughNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd();
  const cli = join(projectFolder, 'dist/main/cli.js');
  process.exitCode = await runInherited(process.execPath, [cli, ...process.argv.slice(2)], {
    cwd,
    env: { ...process.env, ...sqliteEnvironment('node') },
  });
});
