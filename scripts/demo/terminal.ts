import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { sqliteEnvironment } from '../environment.mjs';
import { projectFolder } from '../setup/paths.mjs';

/**
 * Runs `samsyn <args> --json` of the built program, as a person would in a terminal, and gives what
 * it answers. Throws with its own words when it refuses.
 */
export async function samsyn<T>(...args: string[]): Promise<T> {
  const program = join(projectFolder, 'dist/main/cli.js');
  const child = spawn(process.execPath, [program, ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...sqliteEnvironment('node') },
  });
  const output = collect(child.stdout);
  const errors = collect(child.stderr);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`samsyn ${args.join(' ')} ended with ${code}: ${errors().trim()}`);
  }
  return JSON.parse(output()) as T;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}
