// What set-up prepared, for everything that starts Electron or opens a project: scripts, tests, the demo.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { factsFile, readJson } from './setup/paths.mjs';
import { isOnPath, SetupError } from './setup/run.mjs';
import {
  builtBindingFile,
  electronNeedsBuiltBinding,
  thisNodeNeedsBuiltBinding,
} from './setup/sqlite-binding.mjs';
import { hasDisplay, needsNoSandbox } from './setup/system-libraries.mjs';

export { needsNoSandbox };

/**
 * The Electron to start.
 *
 * @returns {import('./setup/electron-runtime.mjs').ElectronRuntime}
 */
export function electronRuntime() {
  const electron = readJson(factsFile)?.electron;
  if (!electron || !existsSync(electron.path)) throw notSetUp('Electron');
  return electron;
}

/** The path of the Electron program to start. */
export function electronPath() {
  return electronRuntime().path;
}

/**
 * The SQLite binding to hand to better-sqlite3, or null where the one in its package fits.
 *
 * @param {'node' | 'electron'} runtime which program is going to load it
 * @returns {string | null}
 */
function sqliteBinding(runtime = 'node') {
  const needed =
    runtime === 'node'
      ? thisNodeNeedsBuiltBinding()
      : electronNeedsBuiltBinding(electronRuntime().version);
  if (!needed) return null;
  const file = builtBindingFile();
  if (!existsSync(file)) throw notSetUp('SQLite for this runtime');
  return file;
}

/**
 * The variables a child process needs to find its SQLite.
 *
 * @param {'node' | 'electron'} runtime
 * @returns {Record<string, string>}
 */
export function sqliteEnvironment(runtime = 'node') {
  // Empty where the package's own fits, so that one meant for another runtime is not inherited.
  return { SAMSYN_SQLITE_BINDING: sqliteBinding(runtime) ?? '' };
}

/**
 * Starts a display nobody sees, where there is none. `env` holds what programs shown on it need.
 *
 * @returns {Promise<{ env: Record<string, string>, stop: () => void }>}
 */
export async function startDisplay() {
  if (process.platform !== 'linux' || hasDisplay()) return { env: {}, stop: () => {} };
  const options = ['-screen', '0', '2560x1440x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = ['Xvfb', '-displayfd', '3', ...options];
  // The kernel ends it with us, also when we are killed and can end nothing ourselves.
  const tied = isOnPath('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...xvfb] : xvfb;
  const [command = 'Xvfb', ...args] = tied;
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => void server.kill();
  process.once('exit', stop);
  const number = await new Promise((resolve, reject) => {
    server.once('error', () => reject(notSetUp('Xvfb')));
    server.once('exit', (code) =>
      reject(new SetupError(`Xvfb ended with code ${code}. Run: node scripts/setup.mjs`)),
    );
    server.stdio[3]?.once('data', (chunk) => resolve(String(chunk).trim()));
  });
  server.unref();
  return { env: { DISPLAY: `:${number}` }, stop };
}

/**
 * Runs a program to its end with a display, inherited output, and returns its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export async function withDisplay(command, args, options = {}) {
  const display = await startDisplay();
  try {
    return await runInherited(command, args, {
      ...options,
      env: { ...process.env, ...options.env, ...display.env },
    });
  } finally {
    display.stop();
  }
}

/**
 * Runs a program to its end with inherited input and output and returns its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runInherited(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    // Ctrl-C reaches the child by itself; we wait for it to close its project.
    const passOn = () => void child.kill('SIGTERM');
    const ignore = () => {};
    process.on('SIGTERM', passOn).on('SIGINT', ignore);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', passOn).off('SIGINT', ignore);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** @param {string} what */
function notSetUp(what) {
  return new SetupError(`${what} is not set up here. Run: node scripts/setup.mjs`);
}
