import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { forkWithNode } from '../../../main/documents/fork-with-node';
import type { PackedPage } from '../../../main/documents/packed-words';
import type { ForkReader } from '../../../main/documents/reader-child';
import {
  createReaderHost,
  type ReaderHost,
  type ReaderHostOptions,
} from '../../../main/documents/reader-host';
import { LONG_PDF, MEMORY_MARK, type ToReader } from '../../../main/documents/reader-protocol';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { longPdf } from '../../support/pdf-files';
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

/** A host that remembers what its processes were told, and when they were killed. */
function hostOf(file: string, options: Omit<ReaderHostOptions, 'fork'> = {}) {
  const told: ToReader[][] = [];
  let killed = 0;
  const forkReader: ForkReader = forkWithNode(file);
  const fork: ForkReader = () => {
    const child = forkReader();
    const messages: ToReader[] = [];
    told.push(messages);
    return {
      ...child,
      send: (message) => {
        messages.push(message);
        child.send(message);
      },
      kill: () => {
        killed += 1;
        child.kill();
      },
    };
  };
  const host = createReaderHost({ fork, processes: 2, ...options });
  hosts.push(host);
  return { host, told, killed: () => killed };
}

/**
 * A reader of PDFs of 400 pages. The file's name says which process does what to it: the `first` one,
 * the `second`, or one `alone` that may not share.
 */
const script = `
  import { existsSync, writeFileSync } from 'node:fs';
  const wornOut = ${JSON.stringify(join(folder, 'worn-out'))};
  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  let answer = null;
  let files = 0;
  process.send({ kind: 'ready' });
  process.on('message', async (said) => {
    if (said.kind === 'share') return answer(said);
    const { job, fileName, mayShare } = said;
    files += 1;
    let parts = 0;
    const who = !mayShare ? 'alone' : said.memory < 1500 ? 'second' : 'first';
    const does = (what) => [who + ' ' + what, 'both ' + what].includes(fileName) && who !== 'alone';
    if (fileName === 'silent') return;
    if (fileName.startsWith('late')) await wait(who === 'first' ? 1200 : 100_000);
    // The other has its turn when this one is gone.
    while (fileName === 'first wears out' && who === 'second' && !existsSync(wornOut)) await wait(20);
    const pageCount = does('counts on') ? 401 : 400;
    let part = { from: 1, to: 400 };
    for (;;) {
      if (does('asks for nothing')) break;
      if (mayShare) {
        const told = new Promise((resolve) => { answer = resolve; });
        process.send({ kind: 'ask', job, pageCount });
        ({ part } = await told);
      }
      if (part === null) break;
      parts += 1;
      if (does('wears out') && files > 1 && parts === 3) {
        writeFileSync(wornOut, '');
        process.exit(7);
      }
      if (does('hungry')) {
        process.stderr.write(${JSON.stringify(MEMORY_MARK)} + '\\n', () => process.exit(9));
        return;
      }
      if (does('is killed')) process.kill(process.pid, 'SIGKILL');
      if (does('damaged')) {
        // The earlier page is found out later.
        if (part.from === 1) await wait(300);
        const details = { file: fileName };
        process.send({ kind: 'failed', job, code: 'pdf-damaged', message: who, details });
        return;
      }
      if (does('hangs')) return;
      const pages = [];
      for (let number = part.from; number <= part.to; number += 1)
        pages.push({ number, width: 1, height: 1, text: 'x', words: new Int32Array(0), blocks: [] });
      if (does('forgets one')) pages.pop();
      if (does('goes on')) pages.push({ ...pages[0], number: part.to + 1 });
      process.send({ kind: 'pages', job, pages });
      if (does('stops') || !mayShare) break;
      // So that the other has its turn, however long it takes to start.
      if (who === 'first' && !['late', 'first wears out'].includes(fileName)) await wait(600);
    }
    const sum = does('asks for nothing') || does('sums up wrong') ? 7 : 400;
    process.send({ kind: 'done', job, summary: { format: 'pdf', pageCount: sum, notices: [] } });
  });
`;

function scripted(options: Omit<ReaderHostOptions, 'fork'> = {}) {
  return hostOf(writeFiles(folder, { 'scripted.mjs': script })[0] ?? '', options);
}

async function numbersOf(host: ReaderHost, name: string, signal?: AbortSignal): Promise<number[]> {
  const numbers: number[] = [];
  await host.read('x', name, { onPage: ({ number }) => void numbers.push(number), signal });
  return numbers;
}

/** Megabytes that each process was given to begin a file with, least first. */
function memoriesFor(told: readonly ToReader[][], name: string): number[] {
  return told
    .flat()
    .flatMap((said) => (said.kind === 'read' && said.fileName === name ? [said.memory] : []))
    .toSorted((a, b) => a - b);
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

/** A page as a string: comparing thousands of numbers one by one takes seconds. */
const spelledOut = ({ words, ...page }: PackedPage) =>
  JSON.stringify({ ...page, words: [...words] });

describe('a long PDF', () => {
  it('comes out of two processes just as out of one', async () => {
    const [path = ''] = writeFiles(folder, { 'lång.pdf': longPdf(LONG_PDF + 1) });
    const read = async (processes: number) => {
      const { host, told } = hostOf(realReader, { processes });
      const pages: PackedPage[] = [];
      const summary = await host.read(path, 'lång.pdf', { onPage: (page) => pages.push(page) });
      return { summary, pages, processes: told.length };
    };

    const alone = await read(1);
    const together = await read(2);

    expect([alone.processes, together.processes]).toEqual([1, 2]);
    expect(alone.pages.map(({ number }) => number)).toEqual(numbersTo(LONG_PDF + 1));
    expect(together.pages.toSorted((a, b) => a.number - b.number).map(spelledOut)).toEqual(
      alone.pages.map(spelledOut),
    );
    expect(together.summary).toEqual(alone.summary);
  });

  it('is given out in parts, with half the memory in each of two processes', async () => {
    const { host, told } = scripted();

    expect(sorted(await numbersOf(host, 'sund'))).toEqual(numbersTo(400));
    expect(told[0]?.[1]).toMatchObject({ part: { from: 1, to: 50 }, memory: 750 });
    expect(told[1]?.[0]).toMatchObject({ kind: 'read', memory: 750 });
    expect(told[1]?.length).toBeGreaterThan(2);
  });

  it('is read by one where the other has something else to read', async () => {
    const { host, told } = scripted();
    const silent = numbersOf(host, 'silent');
    const numbers = await numbersOf(host, 'sund');
    host.close();

    await expect(silent).rejects.toMatchObject({ code: 'reader-closed' });
    expect(numbers).toEqual(numbersTo(400));
    expect(told.flat()).toContainEqual(
      expect.objectContaining({ part: { from: 1, to: 400 }, memory: 1500 }),
    );
  });

  it('comes whole where a process that read others before ends in its third part', async () => {
    const { host, told } = scripted();
    await numbersOf(host, 'sund');

    const numbers = await numbersOf(host, 'first wears out');

    expect(sorted([...new Set(numbers)])).toEqual(numbersTo(400));
    // Both that have it at the same time have no more memory than one.
    expect(memoriesFor(told, 'first wears out')).toEqual([750, 750, 1500]);
  });

  it.each(['first hungry', 'second hungry', 'both hungry'])(
    'is read once more by one with all the memory: %s',
    async (name) => {
      const { host, told } = scripted();

      const numbers = await numbersOf(host, name);

      expect(numbers.slice(-400)).toEqual(numbersTo(400));
      expect(told.flat()).toContainEqual(
        expect.objectContaining({ kind: 'read', mayShare: false, memory: 1500 }),
      );
    },
  );

  it('is read once more by one where the second was ended by the system', async () => {
    const { host, told } = scripted();

    const numbers = await numbersOf(host, 'second is killed');

    expect(numbers.slice(-400)).toEqual(numbersTo(400));
    expect(told.flat()).toContainEqual(
      expect.objectContaining({ kind: 'read', mayShare: false, memory: 1500 }),
    );
  });

  it.each([
    ['first damaged', 'first'],
    ['second damaged', 'second'],
    ['both damaged', 'first'],
  ])(
    'is refused for what is wrong with it, told of the earliest page: %s',
    async (name, message) => {
      const { host } = scripted();

      await expect(numbersOf(host, name)).rejects.toMatchObject({ code: 'pdf-damaged', message });
      expect(sorted(await numbersOf(host, 'efter'))).toEqual(numbersTo(400));
    },
  );

  it.each([
    'first forgets one',
    'second forgets one',
    'second goes on',
    'both stops',
    'second counts on',
    'first sums up wrong',
    'second sums up wrong',
    'second asks for nothing',
  ])('is not believed to be whole with pages missing: %s', async (name) => {
    const { host } = scripted();

    await expect(numbersOf(host, name)).rejects.toMatchObject({
      code: 'reader-crashed',
      details: { file: name },
    });
  });

  it.each(['first hangs', 'late'])(
    'has no more time in two processes than in one: %s',
    async (name) => {
      const { host, killed } = scripted({ limit: 4_000 });
      const began = performance.now();

      await expect(numbersOf(host, name)).rejects.toMatchObject({
        code: 'reader-timeout',
        details: { file: name, seconds: 4 },
      });
      // One after the other they would have twice the limit.
      expect(performance.now() - began).toBeLessThan(7_800);
      expect(killed()).toBeGreaterThan(0);
      expect(sorted(await numbersOf(host, 'efter'))).toEqual(numbersTo(400));
    },
  );

  it('is cancelled in both processes', async () => {
    const { host, told, killed } = scripted();
    const controller = new AbortController();

    const reading = numbersOf(host, 'first hangs', controller.signal);
    await expect.poll(() => told.length).toBe(2);
    controller.abort(new Error('avbrutet'));

    await expect(reading).rejects.toThrow('avbrutet');
    expect(killed()).toBeGreaterThan(0);
    expect(sorted(await numbersOf(host, 'efter'))).toEqual(numbersTo(400));
  });
});
