// Stands in for Electron's own default_app.asar, which the Electron from the registry lacks: opens the application
// folder named on the command line. Set-up copies it to resources/app of that Electron.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const showsVersion = process.argv.includes('--version');
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (showsVersion) {
  process.stdout.write(`v${process.versions.electron}\n`);
  app.exit(0);
} else if (folder === undefined) {
  process.stderr.write('Name the application folder: electron <folder>\n');
  app.exit(2);
} else {
  const root = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  Object.assign(process, { defaultApp: true });
  app.setName(manifest.productName ?? manifest.name);
  // These two exist for shells like this one and are in no type.
  const shell = /** @type {any} */ (app);
  shell.setVersion(manifest.version);
  shell.setAppPath(root);
  await import(pathToFileURL(join(root, manifest.main)).href);
}
