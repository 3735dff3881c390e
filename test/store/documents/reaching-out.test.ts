import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { forkWithNode } from '../../../main/documents/fork-with-node';
import { createReaderHost, type ReaderHost } from '../../../main/documents/reader-host';
import { createRecogniserHost } from '../../../main/documents/recognition/recogniser-host';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { bundleAsMain, bundleReader } from '../../support/reader-bundle';
import { attemptsInside, notRefused } from '../../support/reaching-attempts';
import { filesThatReachOut } from '../../support/reaching-files';

const folder = temporaryFolder();
const SECRET = 'hemligheten som ingen ska se';
let server: Server;
let address = '';
let secretFile = '';
let reader = '';
let recogniser = '';
let host: ReaderHost;
const asked: string[] = [];

beforeAll(async () => {
  reader = await bundleReader(join(folder, 'reader'));
  recogniser = await bundleAsMain(
    join(folder, 'recogniser'),
    'recogniser-process',
    'main/documents/recognition/recogniser-process.ts',
  );
  [secretFile = ''] = writeFiles(folder, {
    'hemligt.txt': SECRET,
    'hemligt.txt.json': JSON.stringify(SECRET),
  });
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('svar');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  host = createReaderHost({ fork: forkWithNode(reader) });
}, 60_000);
afterAll(() => {
  host.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is tried with every format that can name what is elsewhere', () => {
  const tried = Object.keys(filesThatReachOut(address, secretFile)).map((name) => extname(name));

  expect(new Set(tried)).toEqual(
    new Set(
      ['pdf', 'docx', 'odt', 'xlsx', 'rtf', 'html', 'md', 'csv', 'txt', 'eml', 'msg'].map(
        (ending) => `.${ending}`,
      ),
    ),
  );
});

it('reads documents that ask for addresses and files, and gives them neither', async () => {
  const texts: string[] = [];
  for (const [name, bytes] of Object.entries(filesThatReachOut(address, secretFile))) {
    const [path = ''] = writeFiles(folder, { [name]: bytes });
    await host.read(path, name, { onPage: ({ text }) => texts.push(text) }).catch((error) => {
      // A file may be refused for it, by name, as any other.
      expect(error).toMatchObject({ name: 'AppError', details: { file: name } });
    });
  }

  expect(asked).toEqual([]);
  expect(texts.join('\n')).not.toContain(SECRET);
  expect(texts.filter((text) => text.includes('Avtal')).length).toBeGreaterThan(9);
});

it('recognises a page that asks for addresses and files, and gives it neither', async () => {
  const pdf = filesThatReachOut(address, secretFile)['når ut.pdf'] ?? new Uint8Array();
  const [path = ''] = writeFiles(folder, { 'att läsa av.pdf': pdf });
  const recognisers = createRecogniserHost({ fork: forkWithNode(recogniser) });
  const found = await recognisers.recognise({ id: 'a', path, parts: null }, 1);
  recognisers.close();

  expect(found.text).toContain('Avtal');
  expect(found.text).not.toContain(SECRET);
  expect(asked).toEqual([]);
});

it.each([
  ['reader', () => reader],
  ['recogniser', () => recogniser],
])(
  'refuses the %s everything but its own files and the one it is handed, whatever runs in it',
  async (name, program) => {
    const outcome = await outcomesInside(name, program());

    expect(notRefused(outcome)).toEqual({});
    expect(Object.keys(outcome).length).toBeGreaterThan(70);
    expect(asked).toEqual([]);
  },
);

/** What comes of each attempt of a script that runs inside a process of the program, as if it had been taken over. */
async function outcomesInside(name: string, program: string): Promise<Record<string, string>> {
  const source = attemptsInside({ program, secret: secretFile, folder, address });
  const [script = ''] = writeFiles(folder, { [`övertagen-${name}.mjs`]: source });
  const child = fork(script, [], { env: {}, serialization: 'advanced', stdio: 'pipe' });
  const outcome = await new Promise<Record<string, string>>((resolve, reject) => {
    child.on('message', (message: { outcome?: Record<string, string> }) => {
      if (message.outcome !== undefined) resolve(message.outcome);
    });
    child.on('exit', () => reject(new Error(`The ${name} ended by itself.`)));
  });
  child.kill('SIGKILL');
  return outcome;
}
