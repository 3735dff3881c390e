import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { forkWithNode } from '../../../main/documents/fork-with-node';
import { createReaderHost, type ReaderHost } from '../../../main/documents/reader-host';
import { createRecogniserHost } from '../../../main/documents/recognition/recogniser-host';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { bundleAsMain, bundleReader } from '../../support/reader-bundle';
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
  [secretFile = ''] = writeFiles(folder, { 'hemligt.txt': SECRET });
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

    expect(Object.entries(outcome).filter(([, what]) => what === 'done')).toEqual([]);
    expect(Object.keys(outcome)).toHaveLength(22 + 37);
    expect(asked).toEqual([]);
  },
);

/** What comes of each attempt of a script that runs inside a process of the program, as if it had been taken over. */
async function outcomesInside(name: string, program: string): Promise<Record<string, string>> {
  const [script = ''] = writeFiles(folder, {
    [`övertagen-${name}.mjs`]: `
      import ${JSON.stringify(program)};
      import fs from 'node:fs';
      import { readFile } from 'node:fs/promises';
      import http from 'node:http';
      import net from 'node:net';
      import dns from 'node:dns';
      import dnsPromises from 'node:dns/promises';
      import dgram from 'node:dgram';
      import cluster from 'node:cluster';
      import inspector from 'node:inspector';
      import inspectorPromises from 'node:inspector/promises';
      import { createRequire, register } from 'node:module';
      import traceEvents from 'node:trace_events';
      import v8 from 'node:v8';
      import { Worker } from 'node:worker_threads';
      import { ChildProcess, execSync, spawn } from 'node:child_process';
      const secret = ${JSON.stringify(secretFile)};
      const attempts = {
        readFileSync: () => fs.readFileSync(secret),
        readFile: () => readFile(secret),
        open: () => fs.openSync(secret),
        url: () => fs.readFileSync(new URL('file://' + secret)),
        list: () => fs.readdirSync(${JSON.stringify(folder)}),
        write: () => fs.writeFileSync(secret + '.ny', 'x'),
        openToWrite: () => fs.openSync(${JSON.stringify(program)}, 'r+'),
        blob: () => fs.openAsBlob(secret),
        empty: () => fs.truncateSync(secret),
        link: () => fs.linkSync(secret, secret + '.länk'),
        remove: () => fs.unlinkSync(secret),
        get: () => http.get(${JSON.stringify(address)}),
        connect: () => net.connect(80, '127.0.0.1'),
        lookup: () => dns.lookup('localhost', () => undefined),
        lookupService: () => dns.lookupService('127.0.0.1', 80, () => undefined),
        lookupPromise: () => dnsPromises.lookup('localhost'),
        ...Object.fromEntries(
          ['resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'].flatMap((name) => [
            [name, () => dns[name]('127.0.0.1', () => undefined)],
            [name + 'Promise', () => dns.promises[name]('127.0.0.1')],
            [name + 'Resolver', () => new dns.Resolver()[name]('127.0.0.1', () => undefined)],
            [name + 'PromiseResolver', () => new dnsPromises.Resolver()[name]('127.0.0.1')],
          ]),
        ),
        inspect: () => inspector.open(0, '127.0.0.1'),
        inspectPromise: () => inspectorPromises.open(0, '127.0.0.1'),
        signal: () => process.kill(process.pid, 'SIGUSR1'),
        heapSnapshot: () => v8.writeHeapSnapshot(secret + '.minne'),
        report: () => process.report.writeReport(secret + '.rapport'),
        trace: () => traceEvents.createTracing({ categories: ['node'] }),
        times: () => fs.lutimesSync(secret, 1, 1),
        mode: () => fs.fchmodSync(fs.openSync(${JSON.stringify(program)}), 0o600),
        owner: () => fs.lchownSync(secret, process.getuid?.(), process.getgid?.()),
        binding: () => process.binding('tcp_wrap'),
        environment: () => process.loadEnvFile(secret),
        hooks: () => register('data:text/javascript,'),
        database: () => new (createRequire(import.meta.url)('node:sqlite').DatabaseSync)(secret + '.db'),
        datagramSocket: () => new dgram.Socket('udp4').bind(0),
        child: () => new ChildProcess().spawn({ file: 'true', args: [] }),
        listen: () => net.createServer().listen(0),
        datagram: () => dgram.createSocket('udp4'),
        run: () => spawn('true'),
        runSync: () => execSync('true'),
        cluster: () => cluster.fork(),
        thread: () => new Worker('', { eval: true }),
        globals: () => {
          if ([typeof fetch, typeof WebSocket, typeof EventSource].every((type) => type === 'undefined')) {
            throw new TypeError('none of them is there');
          }
        },
        fetch: () => fetch(${JSON.stringify(address)}),
      };
      const outcome = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          outcome[name] = 'done';
        } catch (error) {
          outcome[name] = error.name;
        }
      }
      process.send({ outcome });
    `,
  });

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
