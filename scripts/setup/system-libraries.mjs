// Step: what Electron needs from a Linux system. Other systems bring it themselves.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ask, isOnPath, run, SetupError } from './run.mjs';

const libraries = [
  { file: 'libgtk-3.so.0', debian: 'libgtk-3-0' },
  { file: 'libnss3.so', debian: 'libnss3' },
  { file: 'libasound.so.2', debian: 'libasound2' },
  { file: 'libgbm.so.1', debian: 'libgbm1' },
];

/**
 * What is missing, as Debian package names.
 *
 * @param {{ compiler: boolean }} needs whether a C++ compiler is needed too, to build SQLite's binding
 * @returns {string[]}
 */
export function missingSystemPackages({ compiler }) {
  if (process.platform !== 'linux') return [];
  const missing = [];
  const known = ask('ldconfig', ['-p']) ?? ask('/sbin/ldconfig', ['-p']) ?? '';
  for (const { file, debian } of libraries) if (!known.includes(`\t${file} `)) missing.push(debian);
  if (!hasDisplay() && !isOnPath('Xvfb')) missing.push('xvfb', 'xauth');
  if (!hasFonts()) missing.push('fonts-dejavu-core');
  if (compiler) {
    if (!isOnPath('g++') || !isOnPath('make')) missing.push('build-essential');
    if (!isOnPath('python3')) missing.push('python3');
  }
  return missing;
}

/** Whether windows can be shown to somebody. */
export function hasDisplay() {
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Chromium refuses its sandbox to root. Only then is it left out, and never by the application itself. */
export function needsNoSandbox() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/**
 * What to do where the system keeps Chromium's sandbox from starting; null where it does not.
 *
 * Ubuntu since 24.04 allows user namespaces only to programs it knows, some older systems to nobody.
 */
export function sandboxAdvice() {
  if (process.platform !== 'linux' || needsNoSandbox()) return null;
  const settings = [
    { name: 'kernel.apparmor_restrict_unprivileged_userns', forbids: '1', allow: '0' },
    { name: 'kernel.unprivileged_userns_clone', forbids: '0', allow: '1' },
  ];
  const set = settings.find(({ name, forbids }) => ask('sysctl', ['-n', name])?.trim() === forbids);
  if (!set) return null;
  return `This system keeps Electron's sandbox from starting. Allow it until the next restart with\n\n  sudo sysctl -w ${set.name}=${set.allow}\n\nand run the command again.`;
}

/** @param {string[]} packages */
export async function installSystemPackages(packages) {
  if (!isOnPath('apt-get')) {
    throw new SetupError(
      `Electron needs libraries that this system lacks. Under Debian they are called\n  ${packages.join(' ')}\nInstall them with your package manager and run the command again.`,
    );
  }
  const root = process.getuid?.() === 0;
  if (root) await run('apt-get', ['update', '-qq']);
  const names = packages.map(nameOnThisRelease);
  if (!root) {
    throw new SetupError(
      `Electron needs libraries that this system lacks. Install them with\n\n  sudo apt-get update && sudo apt-get install --no-install-recommends ${names.join(' ')}\n\nand run the command again.`,
    );
  }
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries when time became 64 bits wide.
 *
 * @param {string} name
 */
function nameOnThisRelease(name) {
  return name.startsWith('lib') && ask('apt-cache', ['show', `${name}t64`]) ? `${name}t64` : name;
}

/** Without any font, Chromium draws no text at all, and every measurement of it is 0. */
function hasFonts() {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.fonts'),
    join(homedir(), '.local/share/fonts'),
  ];
  return folders.some((folder) => holdsFont(folder, 4));
}

/**
 * @param {string} folder
 * @param {number} depth
 * @returns {boolean}
 */
function holdsFont(folder, depth) {
  if (depth === 0 || !existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? holdsFont(join(folder, entry.name), depth - 1)
      : /\.(ttf|otf|ttc|pfb)$/i.test(entry.name),
  );
}
