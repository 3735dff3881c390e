// Running other programs during set-up. Their output goes to stderr: stdout belongs to the command that is being set up.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A set-up step that cannot go on; the message names the thing and the next step. */
export class SetupError extends Error {}

/**
 * Runs a program to its end and returns what it wrote to stdout. What it writes to stderr is shown when
 * `show` is set, otherwise kept for the error message.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number, shell?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, options = {}) {
  const { show = false, timeoutMs, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    });
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
    child.on('error', (error) => reject(new SetupError(`${command}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(stdout);
      const how = signal ? `was stopped (${signal})` : `ended with code ${code}`;
      return reject(new SetupError(`${command} ${args[0] ?? ''} ${how}.\n${tail.trim()}`));
    });
  });
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
