// Where set-up finds and keeps things. Node builtins only: this runs before any package is installed.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, whatever the working directory is, and also when this file was bundled into dist/. */
export const projectFolder = folderAbove(dirname(fileURLToPath(import.meta.url)));

/**
 * @param {string} folder
 * @returns {string}
 */
function folderAbove(folder) {
  if (readJson(join(folder, 'package.json'))?.name === 'samsyn') return folder;
  if (dirname(folder) === folder) throw new Error('This file lies outside the project.');
  return folderAbove(dirname(folder));
}

/**
 * Whether Node was started with this very script, not with another that imports it.
 *
 * @param {string} script path from the project's root
 */
export function isStartedWith(script) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === join(projectFolder, script);
}

/**
 * The script behind a command of an installed package, to be run by Node.
 *
 * @param {string} name of the package, and of the command unless `command` says otherwise
 * @param {string} [command]
 */
export function commandOf(name, command = name) {
  const folder = join(projectFolder, 'node_modules', name);
  const { bin } = readJson(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

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

const abandonedAfterMs = 60 * 60_000;

/**
 * A new folder in the cache to make something in; it is renamed into place, or removed, by whoever asked for it.
 * Those that interrupted runs left behind are cleared away.
 *
 * @param {string} purpose
 */
export function workFolder(purpose) {
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const folder = join(cache, name);
    const abandoned =
      name.startsWith('work-') && Date.now() - statSync(folder).mtimeMs > abandonedAfterMs;
    if (abandoned) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(join(cache, `work-${purpose}-`));
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
