import { spawn } from 'node:child_process';
import { lookup } from 'node:dns';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';

import { lockDown } from '../../main/documents/lock-down';

/** Tries what a locked process may not do, and prints what came of each. */
const [, , handed = '', other = ''] = process.argv;
lockDown([]).handOver(handed);

async function outcomeOf(attempt: () => unknown): Promise<unknown> {
  try {
    const value = await attempt();
    return typeof value === 'string' ? value : 'done';
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown';
  }
}

const attempts: Record<string, () => unknown> = {
  handed: () => readFileSync(handed, 'utf8'),
  other: () => readFileSync(other, 'utf8'),
  otherThroughPromises: () => readFile(other, 'utf8'),
  write: () => writeFileSync(other, 'C'),
  folder: () => readdirSync(tmpdir()),
  connect: () => connect(80, '127.0.0.1'),
  request: () => request('http://127.0.0.1/').end(),
  lookup: () => lookup('example.org', () => undefined),
  program: () => spawn('true'),
  fetch: () => fetch('http://127.0.0.1/'),
};
const outcomes: Record<string, unknown> = {};
for (const [name, attempt] of Object.entries(attempts)) outcomes[name] = await outcomeOf(attempt);
process.stdout.write(JSON.stringify(outcomes), () => process.exit(0));
