import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BlobStore } from '../../../main/documents/blob-store';
import { forkWithNode } from '../../../main/documents/fork-with-node';
import { openPageCache, type PageCache } from '../../../main/documents/page-cache';
import { createReaderHost } from '../../../main/documents/reader-host';
import {
  createRecogniserHost,
  type RecogniserHost,
} from '../../../main/documents/recognition/recogniser-host';
import { importInto } from '../../../main/work/documents';
import { Recognition, scanTroublesIn } from '../../../main/work/recognition';
import { findDocument, listDocumentsInOrder } from '../../../main/store/queries/documents';
import type { DocumentId } from '../../../shared/domain/ids';
import { HIGHER_DPI } from '../../../shared/domain/recognition';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { pngOf, scannedPdf, textCanvas } from '../../../scripts/sample/writers/pictures';
import { FAXED, faxedPdf } from '../../support/faxed-page';
import { aProject, now, type TestProject } from '../../support/project';
import { bundleAsMain, bundleReader } from '../../support/reader-bundle';

const LINES = ['Överenskommelse om partnerskap', 'Avtalet gäller tills vidare.'];
const print = { width: 1400, height: 560, dpi: 300, size: 3 };
const size = { width: 700, height: 160 };

const folder = temporaryFolder();
const hosts: { close(): void }[] = [];
let reader = '';
let recogniser = '';

beforeAll(async () => {
  reader = await bundleReader(join(folder, 'reader'));
  recogniser = await bundleAsMain(
    join(folder, 'recogniser'),
    'recogniser-process',
    'main/documents/recognition/recogniser-process.ts',
  );
});
afterAll(() => {
  for (const host of hosts) host.close();
  rmSync(folder, { recursive: true, force: true });
});

function recogniserHost(file = recogniser, patience = 30_000): RecogniserHost {
  const host = createRecogniserHost({ fork: forkWithNode(file), patience });
  hosts.push(host);
  return host;
}

interface Scans {
  readonly project: TestProject;
  readonly blobs: BlobStore;
  pages: PageCache;
  readonly documents: readonly DocumentId[];
  recognition(recogniser: Pick<RecogniserHost, 'recognise'>): Recognition;
  end(): void;
}

/** A project that holds scans and nothing else. */
async function aProjectOfScans(files: Record<string, Uint8Array>): Promise<Scans> {
  const project = aProject({ agreements: 0 });
  const blobs = new BlobStore(project.folder);
  const pages = openPageCache(project.folder);
  const host = createReaderHost({ fork: forkWithNode(reader) });
  hosts.push(host);
  const received = join(project.folder, '..', 'received');
  mkdirSync(received);
  const summary = await importInto(project.store, {
    paths: writeFiles(received, files),
    reader: host,
    blobs,
    pages,
    now: () => now,
  });
  expect(summary.failed).toEqual([]);
  const scans: Scans = {
    project,
    blobs,
    pages,
    documents: listDocumentsInOrder(project.store.db).map(({ id }) => id),
    recognition: (of) =>
      new Recognition({
        store: project.store,
        blobs,
        pages: scans.pages,
        reader: host,
        recogniser: of,
      }),
    end: () => {
      scans.pages.close();
      project.close();
    },
  };
  return scans;
}

describe('recognising scans', () => {
  it('reads the text of pages that have none, with boxes where the words stand', async () => {
    const scans = await aProjectOfScans({
      'a.png': pngOf(textCanvas(LINES, { ...size, skew: 2 })),
    });
    const [document = ''] = scans.documents;
    const recognition = scans.recognition(recogniserHost());

    recognition.wake();
    await recognition.finished();

    const [page] = scans.pages.pagesOf(document, 1, 1);
    expect(page?.text).toBe(LINES.join('\n'));
    const [scanned] = scans.pages.scannedPagesOf(document);
    expect(scanned).toMatchObject({ page: 1, state: 'done', version: 1, error: null });
    expect(scanned?.confidence).toBeGreaterThan(80);
    // "Avtalet" was drawn two lines down and turned with the page about its middle.
    const box = page?.words.find(({ start, end }) => page.text.slice(start, end) === 'Avtalet');
    expect(box?.x).toBeCloseTo(24, -1);
    expect((box?.y ?? 0) + (box?.h ?? 0) / 2).toBeCloseTo(30, -1);
    await recognition.close();
    scans.end();
  });

  it('goes on after a crash with the pages that have no text, and reads none twice', async () => {
    const canvases = Array.from({ length: 4 }, (_, index) =>
      textCanvas([`Sida ${index + 1} om syftet`], { ...size, height: 90 }),
    );
    const scans = await aProjectOfScans({ 'a.pdf': await scannedPdf(canvases) });
    const [document = ''] = scans.documents;
    const asked: number[] = [];
    const counting = (host: RecogniserHost): Pick<RecogniserHost, 'recognise'> => ({
      recognise: (source, page, options) => {
        asked.push(page);
        return host.recognise(source, page, options);
      },
    });
    const first = scans.recognition(counting(recogniserHost()));
    first.wake();
    while (scans.pages.countScannedPages().done < 2) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    // What a crash leaves: the cache as it is, and a page begun.
    await first.close();
    const underWay = asked.at(-1);
    scans.pages.close();
    scans.pages = openPageCache(scans.project.folder);

    const second = scans.recognition(counting(recogniserHost()));
    second.wake();
    await second.finished();

    expect(scans.pages.countScannedPages()).toMatchObject({ waiting: 0, done: 4, failed: 0 });
    expect(scans.pages.pagesOf(document, 1, 4).map(({ text }) => text)).toEqual(
      canvases.map((_, index) => `Sida ${index + 1} om syftet`),
    );
    expect(asked.filter((page) => page !== underWay).toSorted((a, b) => a - b)).toEqual(
      [1, 2, 3, 4].filter((page) => page !== underWay),
    );
    await second.close();
    scans.end();
  });

  it('sets a page that hangs aside by name, reads the others, and takes it once more when asked', async () => {
    const scans = await aProjectOfScans({
      'a.pdf': await scannedPdf([
        textCanvas(['Sida ett'], { ...size, height: 90 }),
        textCanvas(['Sida två'], { ...size, height: 90 }),
      ]),
    });
    const [document] = scans.documents;
    const [hanging = ''] = writeFiles(folder, {
      'recogniser/hanging.mjs': `
        import './recogniser-process.js';
        process.prependListener('message', (said) => {
          while (said.kind === 'recognise' && said.page === 1 && said.dpi === null);
        });
      `,
    });
    const recognition = scans.recognition(recogniserHost(hanging, 10_000));

    recognition.wake();
    await recognition.finished();

    expect(scans.pages.scannedPagesOf(document!)).toMatchObject([
      { page: 1, state: 'failed', error: 'recogniser-timeout' },
      { page: 2, state: 'done' },
    ]);
    expect(recognition.failed).toMatchObject([{ fileName: 'a.pdf', page: 1 }]);

    recognition.again(document!, 1, 400);
    await recognition.finished();

    expect(scans.pages.scannedPagesOf(document!)[0]).toMatchObject({ state: 'done', dpi: 400 });
    expect(scans.pages.pagesOf(document!, 1, 1)[0]?.text).toBe('Sida ett');
    await recognition.close();
    scans.end();
  });

  it('tells which agreements have pages that a person should look at', async () => {
    const scans = await aProjectOfScans({
      'a.png': pngOf(textCanvas(LINES, size)),
      'b.png': pngOf(textCanvas(['Annat'], size)),
    });
    const [first = '', second = ''] = scans.documents;
    const paper = { turn: 0 as const, width: 252, height: 58 };
    const found = { text: 'x', words: [], sureLetters: 1, dpi: 200, skew: 0, ...paper };
    scans.pages.putRecognised(first, 1, { ...found, confidence: 41 });
    scans.pages.putRecognised(second, 1, { ...found, confidence: 93 });
    const agreement = findDocument(scans.project.store.db, first)?.agreement;

    const other = findDocument(scans.project.store.db, second)?.agreement;
    const project = { store: scans.project.store, pages: scans.pages };

    expect([...scanTroublesIn(project, [agreement!, other!])]).toEqual([
      [agreement, { failed: 0, hard: 1 }],
    ]);
    expect([...scanTroublesIn(project, [other!])]).toEqual([]);
    scans.end();
  });

  it('keeps the page as it was turned, and starts from there when it is read again', async () => {
    const scans = await aProjectOfScans({ 'a.png': pngOf(textCanvas(LINES, size)) });
    const document = scans.documents[0]!;
    const paper = { turn: 270 as const, width: 58, height: 252 };
    const found = { text: 'x', words: [], dpi: 200, skew: 0, confidence: 90, ...paper };
    let sureLetters = 0;
    const asked: unknown[] = [];
    const recognition = scans.recognition({
      recognise: (_source, page, { dpi, turn } = {}) => {
        asked.push({ page, dpi, turn });
        sureLetters += 1;
        return Promise.resolve({ ...found, sureLetters });
      },
    });
    recognition.wake();
    await recognition.finished();
    recognition.again(document, 1, 400);
    await recognition.finished();

    expect(asked).toEqual([
      { page: 1, dpi: null, turn: 0 },
      { page: 1, dpi: 400, turn: 270 },
    ]);
    expect(scans.pages.pagesOf(document, 1, 1)).toMatchObject([{ width: 58, height: 252 }]);
    expect(scans.pages.scannedPagesOf(document)).toMatchObject([{ turn: 270, version: 2 }]);
    await recognition.close();
    scans.end();
  });

  it('keeps the text of a page that reads worse at a higher resolution, and tells so', async () => {
    const scans = await aProjectOfScans({
      'a.pdf': await faxedPdf(),
      'b.pdf': await scannedPdf([textCanvas(FAXED, print)], print.dpi),
    });
    const recognition = scans.recognition(recogniserHost());
    const pages = () => scans.documents.map((id) => scans.pages.pagesOf(id, 1, 1)[0]);
    const states = () => scans.documents.map((id) => scans.pages.scannedPagesOf(id)[0]);
    recognition.wake();
    await recognition.finished();
    const [read] = pages();
    const [faxed, small] = states();

    for (const document of scans.documents) recognition.again(document, null, HIGHER_DPI);
    await recognition.finished();

    // A fax has no more to see; small print has.
    expect(pages()[0]).toEqual(read);
    expect(states()).toMatchObject([
      { ...faxed, state: 'done', kept: true },
      { dpi: HIGHER_DPI, state: 'done', kept: false, version: 2 },
    ]);
    expect(states()[1]?.confidence).toBeGreaterThan(small?.confidence ?? 100);
    await recognition.close();
    scans.end();
  });

  it('waits while it is paused, and the next time it is opened, too', async () => {
    const scans = await aProjectOfScans({ 'a.png': pngOf(textCanvas(LINES, size)) });
    const recognition = scans.recognition(recogniserHost());
    recognition.pause();
    recognition.wake();
    await recognition.finished();
    const again = scans.recognition(recogniserHost());
    again.wake();
    await again.finished();

    expect(again.status()).toMatchObject({ paused: true, running: false, waiting: 1 });
    again.resume();
    await again.finished();
    expect(again.status()).toMatchObject({ paused: false, waiting: 0 });
    scans.end();
  });
});

describe('the recogniser’s process', () => {
  it('may read the file that it is handed and its own, and nothing else: no file, no connection', async () => {
    const probe = await bundleAsMain(
      join(folder, 'probe'),
      'probe',
      'test/support/locked-probe.ts',
    );
    const [handed = '', other = ''] = writeFiles(folder, { 'handed.txt': 'A', 'other.txt': 'B' });
    const child = spawn(process.execPath, [probe, handed, other], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await new Promise((resolve) => child.on('close', resolve));

    expect(JSON.parse(output)).toEqual({
      handed: 'A',
      other: 'NotAllowed',
      otherThroughPromises: 'NotAllowed',
      write: 'NotAllowed',
      folder: 'NotAllowed',
      connect: 'NotAllowed',
      request: 'NotAllowed',
      lookup: 'NotAllowed',
      program: 'NotAllowed',
      fetch: 'TypeError',
    });
  });

  it('fails rather than fetch when its language data is gone', async () => {
    const broken = join(folder, 'broken');
    const file = await bundleAsMain(
      broken,
      'recogniser-process',
      'main/documents/recognition/recogniser-process.ts',
    );
    writeFileSync(
      join(broken, 'start.mjs'),
      `
        import { createRequire } from 'node:module';
        const { resolve } = createRequire(import.meta.url);
        process.env.NODE_ENV = 'test';
        import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        const before = fs.readFileSync;
        fs.readFileSync = (path, ...rest) => {
          if (String(path).includes('traineddata')) throw new Error('There is no such data here');
          return before(path, ...rest);
        };
        syncBuiltinESMExports();
        await import(${JSON.stringify(file)});
      `,
    );
    const [path = ''] = writeFiles(folder, {
      'scan.pdf': await scannedPdf([textCanvas(LINES, size)]),
    });
    const host = recogniserHost(join(broken, 'start.mjs'));

    await expect(host.recognise({ id: 'x', path, parts: null }, 1)).rejects.toMatchObject({
      code: 'page-not-drawn',
      message: expect.stringContaining('There is no such data here'),
    });
  });
});
