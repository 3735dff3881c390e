import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'vite';

import { main } from '../../scripts/build/parts.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';

export interface CliResult {
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
  const config = main.config(folder);
  if (config === null) throw new Error('There is no terminal program to bundle');
  await build({
    ...config,
    build: {
      ...config.build,
      sourcemap: false,
      rolldownOptions: {
        ...config.build?.rolldownOptions,
        input: {
          cli: join(projectFolder, 'main/cli/index.ts'),
          'reader-process': join(projectFolder, 'main/documents/reader-process.ts'),
          'recogniser-process': join(
            projectFolder,
            'main/documents/recognition/recogniser-process.ts',
          ),
        },
      },
    },
  });
  const file = join(folder, 'cli.js');
  return {
    file,
    run: (args, options) => runProgram(file, args, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
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
