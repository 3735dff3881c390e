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
import { LONG_PDF, MEMORY_MARK } from '../../../main/documents/reader-protocol';
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
  const told: unknown[][] = [];
  let killed = 0;
  const forkReader: ForkReader = forkWithNode(file);
  const fork: ForkReader = () => {
    const child = forkReader();
    const messages: unknown[] = [];
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

/** A reader of PDFs of 400 pages, which does with a part of one what the file's name says. */
const script = `
  let share = null;
  process.send({ kind: 'ready' });
  process.on('message', async (said) => {
    if (said.kind === 'share') return share(said);
    const { job, fileName, from, mayShare, memory } = said;
    let to = 400;
    let given = memory;
    if (fileName === 'silent') return;
    if (mayShare) {
      if (fileName.startsWith('late')) await new Promise((resolve) => setTimeout(resolve, 1200));
      const answer = new Promise((resolve) => { share = resolve; });
      process.send({ kind: 'long', job, pageCount: to });
      const told = await answer;
      to = told.to;
      given = told.memory;
    }
    const half = from > 1 ? 'second' : to < 400 ? 'first' : 'all';
    if (fileName === half + ' hungry' || fileName === 'both hungry' && given < 1500) {
      process.stderr.write(${JSON.stringify(MEMORY_MARK)} + '\\n', () => process.exit(9));
      return;
    }
    if (fileName === half + ' damaged' || fileName === 'both damaged') {
      const message = half;
      process.send({ kind: 'failed', job, code: 'pdf-damaged', message, details: { file: fileName } });
      return;
    }
    if (fileName.endsWith(half + ' hangs')) return;
    const pages = [];
    for (let number = from; number <= to; number += 1)
      pages.push({ number, width: 1, height: 1, text: 'x', words: new Int32Array(0), blocks: [] });
    if (fileName === half + ' short') pages.pop();
    process.send({ kind: 'pages', job, pages });
    const pageCount = fileName === half + ' other' ? 401 : 400;
    process.send({ kind: 'done', job, summary: { format: 'pdf', pageCount, notices: [] } });
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

  it('gets half the memory in each of two processes', async () => {
    const { host, told } = scripted();

    expect(sorted(await numbersOf(host, 'sund'))).toEqual(numbersTo(400));
    expect(told.map((messages) => messages.at(-1))).toMatchObject([
      { kind: 'share', to: 200, memory: 750 },
      { kind: 'read', from: 201, mayShare: false, memory: 750 },
    ]);
  });

  it('is read by one where the other has something else to read', async () => {
    const { host, told } = scripted();
    const silent = numbersOf(host, 'silent');
    const numbers = await numbersOf(host, 'sund');
    host.close();

    await expect(silent).rejects.toMatchObject({ code: 'reader-closed' });
    expect(numbers).toEqual(numbersTo(400));
    expect(told.flat()).not.toContainEqual(expect.objectContaining({ from: 201 }));
  });

  it.each(['first hungry', 'second hungry', 'both hungry'])(
    'is read once more by one with all the memory: %s',
    async (name) => {
      const { host, told } = scripted();

      const numbers = await numbersOf(host, name);

      expect(numbers.slice(-400)).toEqual(numbersTo(400));
      expect(told.flat()).toContainEqual(
        expect.objectContaining({ from: 1, mayShare: false, memory: 1500 }),
      );
    },
  );

  it.each([
    ['first damaged', 'first'],
    ['second damaged', 'second'],
    ['both damaged', 'first'],
  ])('is refused for what is wrong with it, told by its first page: %s', async (name, message) => {
    const { host } = scripted();

    await expect(numbersOf(host, name)).rejects.toMatchObject({ code: 'pdf-damaged', message });
    expect(sorted(await numbersOf(host, 'efter'))).toEqual(numbersTo(400));
  });

  it.each(['first short', 'second short', 'second other'])(
    'is not believed to be whole with pages missing: %s',
    async (name) => {
      const { host } = scripted();

      await expect(numbersOf(host, name)).rejects.toMatchObject({
        code: 'reader-crashed',
        details: { file: name },
      });
    },
  );

  it.each(['first hangs', 'late second hangs'])(
    'has no more time in two processes than in one: %s',
    async (name) => {
      const { host, killed } = scripted({ limit: 1_500 });
      const began = performance.now();

      await expect(numbersOf(host, name)).rejects.toMatchObject({
        code: 'reader-timeout',
        details: { file: name, seconds: 2 },
      });
      expect(performance.now() - began).toBeLessThan(2_500);
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
