// Where set-up finds and keeps things. Node builtins only: this runs before any package is installed.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the working directory is. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** What set-up found out, for the processes that come after it. Gone with `node_modules`, as it should be. */
export const factsFile = join(projectFolder, 'node_modules/.cache/samsyn/setup.json');

/**
 * The folder for what is expensive to make and the same for every checkout of this user:
 * an Electron from the registry and a SQLite binding built from source.
 */
export function cacheFolder() {
  if (process.env['XDG_CACHE_HOME']) return join(process.env['XDG_CACHE_HOME'], 'samsyn');
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/samsyn');
  if (process.platform === 'win32') {
    const local = process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local');
    return join(local, 'samsyn', 'Cache');
  }
  return join(homedir(), '.cache/samsyn');
}

/**
 * The version of an installed package, or null when it is not there.
 *
 * @param {string} name
 * @returns {string | null}
 */
export function installedVersion(name) {
  const manifest = readJson(join(projectFolder, 'node_modules', name, 'package.json'));
  return typeof manifest?.version === 'string' ? manifest.version : null;
}

/**
 * The parsed file, or null when it is missing or half written.
 *
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
