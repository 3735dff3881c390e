import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { forkWithNode } from '../../../main/documents/fork-with-node';
import { unpackWords } from '../../../main/documents/packed-words';
import { type ForkReader, readerEnvironment } from '../../../main/documents/reader-child';
import {
  createReaderHost,
  type ReaderHost,
  type ReaderHostOptions,
} from '../../../main/documents/reader-host';
import {
  FromReader,
  MEMORY_MARK,
  READER_MEMORY,
  type ToReader,
} from '../../../main/documents/reader-protocol';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { aDocx, paragraph } from '../../support/docx-files';
import { encryptedPdf, longPdf, plainPdf } from '../../support/pdf-files';
import { bundleReader } from '../../support/reader-bundle';

const folder = temporaryFolder();
let realReader = '';
const hosts: ReaderHost[] = [];

beforeAll(async () => {
  realReader = await bundleReader(join(folder, 'reader'));
}, 60_000);
afterEach(() => {
  for (const host of hosts.splice(0)) host.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hostOf(options: ReaderHostOptions): ReaderHost {
  const host = createReaderHost(options);
  hosts.push(host);
  return host;
}

/** Counts the processes that are started, and remembers their ids through what is forked. */
function counted(forkReader: ForkReader): { fork: ForkReader; started: () => number } {
  let started = 0;
  return {
    fork: () => {
      started += 1;
      return forkReader();
    },
    started: () => started,
  };
}

/** Keeps what kinds of messages come from the processes, each before it is passed on. */
function overheard(forkReader: ForkReader): { fork: ForkReader; heard: readonly string[] } {
  const heard: string[] = [];
  return {
    fork: () => {
      const child = forkReader();
      return {
        ...child,
        onMessage: (listener) =>
          child.onMessage((said) => {
            heard.push(FromReader.parse(said).kind);
            listener(said);
          }),
      };
    },
    heard,
  };
}

/** A reader of our own that does to a file whatever its name asks for; any other file has one page. */
const misbehaving = `
  const page = { number: 1, width: 1, height: 1, text: 'x', words: new Int32Array(0), blocks: [] };
  const hoard = [];
  let poisoned = false;
  process.send({ kind: 'ready' });
  process.on('message', ({ job, fileName }) => {
    if (fileName === 'loop') for (;;);
    if (fileName === 'crash') process.abort();
    if (fileName === 'throw') throw new TypeError('unexpected thing');
    if (fileName === 'heap') for (;;) hoard.push(new Array(1000).fill(fileName + hoard.length));
    if (poisoned) process.exit(7);
    if (fileName === 'later') poisoned = true;
    if (fileName === 'nonsense') { process.send({ kind: 'pages', job, pages: [{ text: 1 }] }); return; }
    if (fileName === 'skips') { process.send({ kind: 'pages', job, pages: [{ ...page, number: 2 }] }); return; }
    if (fileName === 'slow') {
      let number = 0;
      const next = () => {
        number += 1;
        process.send({ kind: 'pages', job, pages: [{ ...page, number }] });
        if (number < 6) setTimeout(next, 250);
        else process.send({ kind: 'done', job, summary: { format: 'text', pageCount: 6, notices: [] } });
      };
      return next();
    }
    if (fileName === 'endless') {
      let number = 0;
      const next = () => {
        const pages = Array.from({ length: 500 }, () => ({ ...page, number: (number += 1) }));
        process.send({ kind: 'pages', job, pages }, next);
      };
      return next();
    }
    finish(job);
  });
  function finish(job) {
    process.send({ kind: 'pages', job, pages: [page] });
    process.send({ kind: 'done', job, summary: { format: 'text', pageCount: 1, notices: [] } });
  }
`;

function forkMisbehaving(): ForkReader {
  const [file = ''] = writeFiles(folder, { 'misbehaving.mjs': misbehaving });
  return forkWithNode(file);
}

const ignorePages = { onPage: () => undefined };

describe('the reader process', () => {
  it('reads PDF, Word and text one after the other in one process', async () => {
    const { fork: forkReader, started } = counted(forkWithNode(realReader));
    const host = hostOf({ fork: forkReader });
    const paths = writeFiles(folder, {
      'a.pdf': plainPdf([['Avtal ett'], ['Sida två']]),
      'b.docx': aDocx({ body: paragraph('Avtal två') }),
      'c.txt': Buffer.from('Avtal tre: åäö', 'latin1'),
    });

    const texts: string[] = [];
    const onPage = ({ text }: { text: string }) => texts.push(text);
    const summaries = await Promise.all(paths.map((path) => host.read(path, path, { onPage })));

    expect(texts).toEqual(['Avtal ett', 'Sida två', 'Avtal två', 'Avtal tre: åäö']);
    expect(summaries.map(({ format, pageCount }) => [format, pageCount])).toEqual([
      ['pdf', 2],
      ['docx', 1],
      ['text', 1],
    ]);
    expect(started()).toBe(1);
  });

  it('hands over the pages of a long PDF as they are read', async () => {
    // It is told part by part what to read, and what it was not told yet it cannot have read.
    const [path = ''] = writeFiles(folder, { 'delad.pdf': longPdf(220) });
    const parts = [{ from: 1, to: 20 }, { from: 21, to: 24 }, null];
    const child = forkWithNode<ToReader>(realReader)();
    const heard: string[] = [];
    const ended = new Promise<void>((resolve) => {
      child.onMessage((said) => {
        const message = FromReader.parse(said);
        heard.push(
          message.kind === 'pages'
            ? message.pages.map(({ number }) => number).join(' ')
            : message.kind,
        );
        if (message.kind === 'ask') {
          const part = parts.shift() ?? null;
          child.send({ kind: 'share', job: message.job, part, memory: READER_MEMORY });
        }
        if (message.kind === 'done' || message.kind === 'failed') resolve();
      });
    });

    const reading = { kind: 'read', job: 1, path, fileName: 'delad.pdf' } as const;
    child.send({ ...reading, attachments: false, mayShare: true, memory: READER_MEMORY });
    await ended;
    child.kill();

    expect(heard).toEqual([
      'ready',
      'ask',
      '1',
      '2 3 4 5 6 7 8 9',
      '10 11 12 13 14 15 16 17',
      '18 19 20',
      'ask',
      '21 22 23 24',
      'ask',
      'done',
    ]);
  });

  it('has the pages of a long PDF passed on as they come', async () => {
    const { fork: forkReader, heard } = overheard(forkWithNode(realReader));
    const host = hostOf({ fork: forkReader });
    const [path = ''] = writeFiles(folder, { 'lång.pdf': longPdf(2_000) });
    let heardBeforeTheFirst: readonly string[] = [];
    let words = 0;

    const summary = await host.read(path, 'lång.pdf', {
      onPage: (page) => {
        if (page.number === 1) heardBeforeTheFirst = [...heard];
        words += unpackWords(page.words).length;
      },
    });

    expect(summary).toEqual({ format: 'pdf', pageCount: 2_000, notices: [] });
    expect(words).toBeGreaterThan(2_000 * 200);
    expect(heardBeforeTheFirst).toEqual(['ready', 'ask', 'pages']);
  });

  it('says what it cannot read, and goes on to the next file in the same process', async () => {
    const { fork: forkReader, started } = counted(forkWithNode(realReader));
    const host = hostOf({ fork: forkReader });
    const [locked = '', sound = ''] = writeFiles(folder, {
      'låst.pdf': await encryptedPdf(),
      'bra.txt': 'Avtal',
    });

    await expect(host.read(locked, 'låst.pdf', ignorePages)).rejects.toMatchObject({
      name: 'AppError',
      code: 'pdf-encrypted',
      details: { file: 'låst.pdf' },
    });
    await expect(
      host.read(join(folder, 'borta.pdf'), 'borta.pdf', ignorePages),
    ).rejects.toMatchObject({ code: 'file-vanished', details: { file: 'borta.pdf' } });
    await expect(host.read(sound, 'bra.txt', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
    expect(started()).toBe(1);
  });

  it('ends itself when a file makes it use too much memory', async () => {
    // The real reader's own watch, with a file that fills memory beyond the JavaScript heap.
    const wrapper = `
      import ${JSON.stringify(realReader)};
      process.on('message', ({ fileName }) => {
        const hoard = [];
        while (fileName === 'hungrig') hoard.push(Buffer.alloc(50_000_000, 1));
      });
    `;
    const [file = '', text = ''] = writeFiles(folder, { 'hungry.mjs': wrapper, 'a.txt': 'Avtal' });
    const host = hostOf({ fork: forkWithNode(file) });

    await expect(host.read(text, 'hungrig', ignorePages)).rejects.toMatchObject({
      code: 'reader-memory',
      details: { file: 'hungrig' },
    });
    await expect(host.read(text, 'a.txt', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
  });

  it('may be given less memory for a file', async () => {
    const wrapper = `
      import ${JSON.stringify(realReader)};
      process.on('message', () => {
        const hoard = [];
        for (let pieces = 0; pieces < 12; pieces += 1) hoard.push(Buffer.alloc(50_000_000, 1));
        setTimeout(() => process.exit(hoard.length), 5_000);
      });
    `;
    const [file = '', path = ''] = writeFiles(folder, { 'bounded.mjs': wrapper, 'b.txt': 'Avtal' });
    const child = forkWithNode<ToReader>(file)();
    const ended = new Promise<string>((resolve) =>
      child.onExit(({ errorOutput }) => resolve(errorOutput)),
    );
    const memory = { mayShare: false, memory: 400 };

    child.send({ kind: 'read', job: 1, path, fileName: 'b.txt', attachments: false, ...memory });

    expect(await ended).toContain(MEMORY_MARK);
  });

  it('gets none of the environment of the program that starts it', () => {
    process.env['SAMSYN_TEST_SECRET'] = 'hemligt';

    expect(JSON.stringify(readerEnvironment())).not.toContain('hemligt');
    expect(Object.keys(readerEnvironment()).length).toBeLessThan(7);
    delete process.env['SAMSYN_TEST_SECRET'];
  });
});

describe('a reader that misbehaves', () => {
  it('is killed when it loops for ever, and the file is named', async () => {
    const pids: number[] = [];
    const script = writeFiles(folder, { 'misbehaving.mjs': misbehaving })[0] ?? '';
    const host = hostOf({
      limit: 500,
      fork: () => {
        const child = fork(script, [], { env: {}, serialization: 'advanced' });
        pids.push(child.pid ?? 0);
        return {
          send: (message) => child.send(message, () => undefined),
          onMessage: (listener) => child.on('message', listener),
          onExit: (listener) => child.on('close', (code) => listener({ code, errorOutput: '' })),
          kill: () => child.kill('SIGKILL'),
        };
      },
    });

    await expect(host.read('x', 'loop', ignorePages)).rejects.toMatchObject({
      name: 'AppError',
      code: 'reader-timeout',
      details: { file: 'loop', seconds: 1 },
    });
    await expect(host.read('x', 'efter', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
    await expect.poll(() => isRunning(pids[0] ?? 0)).toBe(false);
    expect(pids).toHaveLength(2);
  });

  it('is killed when a file takes too long in all, however steadily its pages come', async () => {
    const host = hostOf({ fork: forkMisbehaving(), limit: 900 });

    await expect(host.read('x', 'slow', ignorePages)).rejects.toMatchObject({
      code: 'reader-timeout',
      details: { file: 'slow', seconds: 1 },
    });
    await expect(host.read('x', 'efter', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
  });

  it('is killed when its pages have no end', async () => {
    const host = hostOf({ fork: forkMisbehaving() });
    let pages = 0;
    const onPage = () => void (pages += 1);

    await expect(host.read('x', 'endless', { onPage })).rejects.toMatchObject({
      code: 'too-many-pages',
      details: { file: 'endless', limit: 20_000 },
    });
    expect(pages).toBe(20_000);
    await expect(host.read('x', 'efter', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
  });

  it.each([
    ['crash', 'reader-crashed', /.*/],
    ['throw', 'reader-crashed', /TypeError: unexpected thing/],
    ['nonsense', 'reader-crashed', /out of order/],
    ['skips', 'reader-crashed', /out of order/],
  ])('costs only the file that made it: %s', async (fileName, code, reason) => {
    const host = hostOf({ fork: forkMisbehaving() });

    const outcomes = await Promise.allSettled(
      ['före', fileName, 'efter'].map((name) => host.read('x', name, ignorePages)),
    );

    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const error: unknown = outcomes[1]?.status === 'rejected' ? outcomes[1].reason : null;
    expect(error).toMatchObject({ code, details: { file: fileName } });
    expect((error as Error).message).toMatch(reason);
  });

  it('is told apart when its JavaScript heap is full', async () => {
    const [file = ''] = writeFiles(folder, { 'misbehaving.mjs': misbehaving });
    const small: ForkReader = () => {
      const child = fork(file, [], {
        env: {},
        execArgv: ['--max-old-space-size=40'],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      let errorOutput = '';
      child.stderr?.on('data', (chunk: Buffer) => (errorOutput += chunk.toString()));
      return {
        send: (message) => child.send(message, () => undefined),
        onMessage: (listener) => child.on('message', listener),
        onExit: (listener) => child.on('close', (code) => listener({ code, errorOutput })),
        kill: () => child.kill('SIGKILL'),
      };
    };

    await expect(hostOf({ fork: small }).read('x', 'heap', ignorePages)).rejects.toMatchObject({
      code: 'reader-memory',
      details: { file: 'heap' },
    });
  });

  it('does not put the blame on the next file when it dies late', async () => {
    const { fork: forkReader, started } = counted(forkMisbehaving());
    const host = hostOf({ fork: forkReader });

    const outcomes = await Promise.allSettled(
      ['later', 'oskyldig'].map((name) => host.read('x', name, ignorePages)),
    );

    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled']);
    expect(started()).toBe(2);
  });
});

describe('a reading that is cancelled', () => {
  it('is rejected with the reason, and a looping reader is killed at once', async () => {
    const host = hostOf({ fork: forkMisbehaving() });
    const controller = new AbortController();

    const looping = host.read('x', 'loop', { ...ignorePages, signal: controller.signal });
    const waiting = host.read('x', 'väntar', { ...ignorePages, signal: controller.signal });
    setTimeout(() => controller.abort(new Error('avbrutet')), 300);

    await expect(looping).rejects.toThrow('avbrutet');
    await expect(waiting).rejects.toThrow('avbrutet');
    await expect(host.read('x', 'nästa', ignorePages)).resolves.toMatchObject({ pageCount: 1 });
  });

  it('ends with what the receiver of pages throws', async () => {
    const host = hostOf({ fork: forkMisbehaving() });
    const onPage = () => {
      throw new Error('disken är full');
    };

    await expect(host.read('x', 'fil', { onPage })).rejects.toThrow('disken är full');
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
