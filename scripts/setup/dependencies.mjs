// Step: the npm packages.
import { join } from 'node:path';
import { projectFolder, readJson } from './paths.mjs';
import { npm, SetupError } from './run.mjs';

/**
 * Whether `node_modules` holds what the lock file says. npm writes `node_modules/.package-lock.json` last,
 * so an interrupted installation is not taken for a finished one.
 */
export function dependenciesAreInstalled() {
  const wanted = readJson(join(projectFolder, 'package-lock.json'))?.packages;
  const present = readJson(join(projectFolder, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    if (!present[path]) return entry.optional === true && !isForThisMachine(entry);
    return present[path].version === entry.version;
  });
}

/** @param {{ os?: string[], cpu?: string[], libc?: string[] }} entry */
function isForThisMachine({ os, cpu, libc }) {
  // Packages for one C library exist beside their twins for the other; npm picked, we do not second-guess it.
  if (libc && libc.includes('musl')) return false;
  return os !== undefined && os.includes(process.platform) && cpu?.includes(process.arch) === true;
}

export async function installDependencies() {
  // No lifecycle scripts: Electron and SQLite come in steps of their own that work without the internet.
  const flags = ['--ignore-scripts', '--loglevel=warn'];
  try {
    await npm(['ci', ...flags], { cwd: projectFolder });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // A registry mirror may lack other platforms' optional packages; only then may the lock file be read loosely.
    if (!message.includes('EUSAGE') && !message.includes('can only install packages')) throw error;
    process.stderr.write(`      npm ci refused the lock file; using npm install instead.\n`);
    await npm(['install', ...flags], { cwd: projectFolder });
  }
  if (!dependenciesAreInstalled()) {
    throw new SetupError(
      'npm finished, but node_modules does not match package-lock.json.\nRemove the folder node_modules and run the command again.',
    );
  }
}
