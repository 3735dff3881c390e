import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { projectFolder } from '../../scripts/setup/paths.mjs';
import { bundlePrograms } from './reader-bundle';

interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  cwd: string;
  env?: Record<string, string>;
  /** Another person on this machine. */
  uid?: number;
  /** Shell commands to run first, such as `ulimit -f 100`. */
  under?: string;
  /** Called when the process has started. */
  started?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/** The terminal's program as the build makes it, to be run as a process of its own. */
export interface Cli {
  file: string;
  run(args: readonly string[], options: CliOptions): Promise<CliResult>;
  remove(): void;
}

/** Bundles the terminal and the reader as the program's build does, beside each other. */
export async function bundleCli(): Promise<Cli> {
  // Below the project, where better-sqlite3 is found; one of its own, since tests run side by side.
  const folder = join(projectFolder, 'dist', 'tools', `cli-under-test-${process.pid}`);
  await bundlePrograms(folder, {
    cli: 'main/cli/index.ts',
    'reader-process': 'main/documents/reader-process.ts',
    'recogniser-process': 'main/documents/recognition/recogniser-process.ts',
  });
  const file = join(folder, 'cli.js');
  return {
    file,
    run: (args, options) => runProgram(file, args, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The terminal in an empty folder that is new for each test. */
interface CliAtHome {
  /** The program, for a shell to run. */
  file(): string;
  /** The folder the commands run in. */
  home(): string;
  run(...args: string[]): Promise<CliResult>;
  runWith: Cli['run'];
  /** Runs a command that must succeed and say nothing but JSON. */
  json<T = Record<string, unknown>>(...args: string[]): Promise<T>;
}

/** Bundles the terminal for the tests of a file and gives each of them a folder of its own. */
export function cliAtHome(): CliAtHome {
  let cli: Cli;
  let home = '';
  beforeAll(async () => {
    cli = await bundleCli();
  }, 120_000);
  afterAll(() => cli.remove());
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'samsyn-cli-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const run = (...args: string[]): Promise<CliResult> => cli.run(args, { cwd: home });
  const json = async <T>(...args: string[]): Promise<T> => {
    const { code, stdout, stderr } = await run(...args, '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as T;
  };
  return {
    file: () => cli.file,
    home: () => home,
    run,
    runWith: (args, options) => cli.run(args, options),
    json,
  };
}

function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env = {}, uid, under, started }: CliOptions,
): Promise<CliResult> {
  const command = [process.execPath, file, ...args];
  const [program = '', ...rest] =
    under === undefined ? command : ['bash', '-c', `${under}; exec "$@"`, 'bash', ...command];
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...output }));
    started?.((signal) => void child.kill(signal));
  });
}
