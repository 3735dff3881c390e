import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Arch } from 'electron-builder';
import { builtBindingFile, electronNeedsBuiltBinding } from '../setup/sqlite-binding.mjs';

/**
 * Puts the SQLite that set-up built in place of the package's own, where the Electron that is packaged is too old for
 * that: it would end as soon as it opens a project. Set-up builds for its own machine only, so packaging such an
 * Electron for another is refused.
 *
 * @param {{ appOutDir: string, electronPlatformName: string, arch: number,
 *   packager: { config: { electronVersion?: string | null }, getResourcesDir(appOutDir: string): string } }} context
 */
export default function afterPack({ appOutDir, electronPlatformName, arch, packager }) {
  const version = packager.config.electronVersion;
  if (!version || !electronNeedsBuiltBinding(version)) return;
  if (electronPlatformName !== process.platform || Arch[arch] !== process.arch) {
    throw new Error(
      `Electron ${version} needs an SQLite of its own, which can be built here for ${process.platform}-${process.arch} only. Package a newer Electron, or package on the other machine.`,
    );
  }
  const binding = `${electronPlatformName}-${process.arch}.node`;
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked');
  cpSync(builtBindingFile(), join(unpacked, 'node_modules/better-sqlite3/prebuilds', binding));
}
