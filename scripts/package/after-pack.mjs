import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { builtBindingFile, electronNeedsBuiltBinding } from '../setup/sqlite-binding.mjs';

/**
 * Puts the SQLite that set-up built in place of the package's own, where the Electron that is packaged is too old for
 * that: it would end as soon as it opens a project.
 *
 * @param {{ appOutDir: string, electronPlatformName: string,
 *   packager: { config: { electronVersion?: string | null }, getResourcesDir(appOutDir: string): string } }} context
 */
export default function afterPack({ appOutDir, electronPlatformName, packager }) {
  const version = packager.config.electronVersion;
  if (!version || !electronNeedsBuiltBinding(version)) return;
  const binding = `${electronPlatformName}-${process.arch}.node`;
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked');
  cpSync(builtBindingFile(), join(unpacked, 'node_modules/better-sqlite3/prebuilds', binding));
}
