import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { electronPath, needsNoSandbox } from '../../scripts/environment.mjs';
import { temporaryFolder, writeFiles } from '../support/bad-files';
import { aDocx, paragraph } from '../support/docx-files';
import { encryptedPdf, plainPdf } from '../support/pdf-files';
import { bundleAsMain, bundleReader } from '../support/reader-bundle';

const folder = temporaryFolder();
const application = join(folder, 'app');
let reader = '';

beforeAll(async () => {
  reader = await bundleReader(join(folder, 'reader'));
  await bundleAsMain(application, 'index', 'test/support/reader-application.ts');
  writeFiles(application, {
    'package.json':
      '{ "name": "reader-test", "version": "1.0.0", "type": "module", "main": "index.js" }',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Has files read in Electron and returns what came of each. */
async function readInElectron(
  start: string,
  files: { path: string; fileName: string }[],
  limit = 20_000,
): Promise<unknown> {
  const child = spawn(
    electronPath(),
    [
      ...(needsNoSandbox() ? ['--no-sandbox'] : []),
      application,
      JSON.stringify({ reader: start, limit, files }),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000, killSignal: 'SIGKILL' },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await new Promise((resolve) => child.on('close', resolve));
  const outcomes = /^outcomes: (.*)$/m.exec(output)?.[1];
  if (outcomes === undefined) throw new Error(`The program told no outcome. It wrote:\n${output}`);
  return JSON.parse(outcomes);
}

it('reads PDF, Word and text in a utility process, and refuses what it must', async () => {
  const files = Object.entries({
    'a.pdf': plainPdf([['Avtal åäö'], ['Sida två']]),
    'b.docx': aDocx({ body: paragraph('Avtal två') }),
    'c.txt': Buffer.from('Avtal tre', 'utf16le'),
    'd.pdf': await encryptedPdf(),
  }).map(([fileName, bytes]) => ({
    fileName,
    path: writeFiles(folder, { [fileName]: bytes })[0] ?? '',
  }));

  expect(await readInElectron(reader, files)).toEqual([
    { format: 'pdf', pageCount: 2, notices: [], first: 'Avtal åäö' },
    { format: 'docx', pageCount: 1, notices: [], first: 'Avtal två' },
    { format: 'text', pageCount: 1, notices: [], first: 'Avtal tre' },
    { code: 'pdf-encrypted', details: { file: 'd.pdf' } },
  ]);
});

it('kills a reader that loops and one that swells, and reads on', async () => {
  const [start = '', path = ''] = writeFiles(folder, {
    'misbehaving.mjs': `
      import ${JSON.stringify(reader)};
      process.parentPort.on('message', ({ data: { fileName } }) => {
        const hoard = [];
        while (fileName === 'hungrig') hoard.push(Buffer.alloc(50_000_000, 1));
        while (fileName === 'evig');
      });
    `,
    'e.txt': 'Avtal',
  });
  const named = (...names: string[]) => names.map((fileName) => ({ path, fileName }));
  const read = { format: 'text', pageCount: 1, notices: [], first: 'Avtal' };

  expect(await readInElectron(start, named('evig', 'bra'), 4_000)).toEqual([
    { code: 'reader-timeout', details: { file: 'evig', seconds: 4 } },
    read,
  ]);
  // With time enough to swell on a slow machine. The second had read a file before, so it is tried
  // once more in a fresh process before it is blamed.
  expect(await readInElectron(start, named('bra', 'hungrig', 'bra'))).toEqual([
    read,
    { code: 'reader-memory', details: { file: 'hungrig', megabytes: 1_500 } },
    read,
  ]);
});
