import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { main } from '../../scripts/build/parts.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';

/** Bundles the reader process into a folder, as the program's build does, and returns the file to start. */
export function bundleReader(folder: string): Promise<string> {
  return bundleAsMain(folder, 'reader-process', 'main/documents/reader-process.ts');
}

/** Bundles a program for Node or Electron's main process into a folder, with the program's own settings. */
export async function bundleAsMain(folder: string, name: string, entry: string): Promise<string> {
  await bundlePrograms(folder, { [name]: entry });
  // What is not bundled is found where the project has it.
  const packages = join(folder, 'node_modules');
  if (!existsSync(packages)) symlinkSync(join(projectFolder, 'node_modules'), packages, 'junction');
  // As above dist/: Electron would take the file for CommonJS otherwise.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return join(folder, `${name}.js`);
}

/** Bundles programs beside each other: their names, and where each begins in the project. */
export async function bundlePrograms(
  folder: string,
  programs: Readonly<Record<string, string>>,
): Promise<void> {
  const config = main.config(folder);
  if (config === null) throw new Error('There is nothing to bundle');
  const input = Object.entries(programs).map(([name, entry]) => [name, join(projectFolder, entry)]);
  await build({
    ...config,
    build: {
      ...config.build,
      sourcemap: false,
      rolldownOptions: { ...config.build?.rolldownOptions, input: Object.fromEntries(input) },
    },
  });
}
