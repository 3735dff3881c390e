import { join } from 'node:path';
import { build } from 'vite';
import { main } from '../../scripts/build/parts.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';

/** Bundles the reader process into a folder, as the program's build does, and returns the file to start. */
export async function bundleReader(folder: string): Promise<string> {
  const config = main.config(folder);
  if (config === null) throw new Error('There is no reader to bundle');
  await build({
    ...config,
    build: {
      ...config.build,
      sourcemap: false,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        input: { 'reader-process': join(projectFolder, 'main/documents/reader-process.ts') },
      },
    },
  });
  return join(folder, 'reader-process.js');
}
