// Running other programs during set-up. Their output goes to stderr: stdout belongs to the command that is being set up.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A set-up step that cannot go on; the message names the thing and the next step. */
export class SetupError extends Error {}

/**
 * Runs a program to its end and returns what it wrote to stdout. What it writes to stderr is shown when
 * `show` is set, otherwise kept for the error message. With `progress` it is stopped when the bytes in those
 * folders have stayed the same for that long.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number, shell?: boolean, progress?: { folders: string[], quietMs: number } }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  const { show = false, timeoutMs, progress, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
    const watch = progress === undefined ? undefined : stopWhenQuiet(child, progress);
    let stdout = '';
    let tail = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      tail = (tail + chunk).slice(-4000);
    });
    child.stderr.on('data', (chunk) => {
      if (show) process.stderr.write(chunk);
      tail = (tail + chunk).slice(-4000);
    });
    child.on('error', (error) => {
      clearInterval(watch);
      reject(new SetupError(`${command}: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      if (code === 0) return resolve(stdout);
      const how = signal ? `was stopped (${signal})` : `ended with code ${code}`;
      return reject(new SetupError(`${command} ${args[0] ?? ''} ${how}.\n${tail.trim()}`));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ folders: string[], quietMs: number }} progress
 */
function stopWhenQuiet(child, { folders, quietMs }) {
  let bytes = -1;
  let changedAt = Date.now();
  return setInterval(
    () => {
      const now = folders.reduce((sum, folder) => sum + bytesIn(folder), 0);
      if (now !== bytes) changedAt = Date.now();
      bytes = now;
      if (Date.now() - changedAt >= quietMs) child.kill();
    },
    Math.min(1000, quietMs / 4),
  );
}

/**
 * How many bytes the files below a folder hold; what comes and goes meanwhile counts as nothing.
 *
 * @param {string} folder
 * @returns {number}
 */
function bytesIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sum + bytesIn(path);
      return sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    }, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}

/**
 * Runs npm: the very npm that runs us where there is one, so that versions never mix.
 *
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options = {}) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js') && existsSync(cli))
    return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Whether a program is on the PATH.
 *
 * @param {string} name
 */
export function isOnPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, name)));
}

/**
 * Runs a quick question and returns its stdout, or null when it cannot be asked.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function ask(command, args) {
  const answer = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return answer.status === 0 ? answer.stdout : null;
}
