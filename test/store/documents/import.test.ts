import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { AppError } from '../../../shared/domain/app-error';
import { BlobStore, type OpenForWriting } from '../../../main/documents/blob-store';
import { forkWithNode } from '../../../main/documents/fork-with-node';
import { importFiles, type ImportOptions } from '../../../main/documents/import';
import type { ImportStore, ReceivedDocument } from '../../../main/documents/import-summary';
import { openPageCache, PageCache } from '../../../main/documents/page-cache';
import { openPlainDatabase } from '../../../main/store/connection';
import { readPages } from '../../../main/documents/read-pages';
import { createReaderHost, type ReaderHost } from '../../../main/documents/reader-host';
import {
  filesToRefuse,
  largeFolder,
  strangeNames,
  temporaryFolder,
  writeFiles,
} from '../../support/bad-files';
import { aDocx, paragraph } from '../../support/docx-files';
import { plainPdf } from '../../support/pdf-files';
import { bundleReader } from '../../support/reader-bundle';

const shared = temporaryFolder();
let reader: ReaderHost;
const folders: string[] = [];
const caches: PageCache[] = [];

beforeAll(async () => {
  reader = createReaderHost({ fork: forkWithNode(await bundleReader(shared)), processes: 2 });
}, 60_000);
afterEach(() => {
  for (const cache of caches.splice(0)) cache.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  reader.close();
  rmSync(shared, { recursive: true, force: true });
});

/** Where files come from and a project to put them in; the store is a list of what it was told. */
function aSetting({ openFile }: { openFile?: OpenForWriting } = {}) {
  const folder = temporaryFolder();
  folders.push(folder);
  const project = join(folder, 'P.samsyn');
  const inbox = join(folder, 'inkorg');
  const [placeholder = ''] = writeFiles(folder, { 'P.samsyn/.hit': '' });
  rmSync(placeholder);
  const blobs = new BlobStore(project, openFile);
  const pages = openPageCache(project);
  caches.push(pages);
  const received: ReceivedDocument[] = [];
  const store: ImportStore<string, string> = {
    knownAs: (sha256) => received.find((document) => document.sha256 === sha256)?.fileName ?? null,
    received: (documents) => {
      received.push(...documents);
      return documents.map(({ fileName }) => fileName);
    },
  };
  const run = (paths: string[], more: Partial<ImportOptions<string, string>> = {}) =>
    importFiles({ paths, store, reader, blobs, pages, ...more });
  return { folder, project, inbox, blobs, pages, received, store, run };
}

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function blobsIn(project: string): string[] {
  const folder = join(project, 'documents');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe('importing files', () => {
  it('keeps bytes and pages of PDF, Word and text, and tells the store in the order of the files', async () => {
    const { inbox, blobs, pages, received, run } = aSetting();
    const files = {
      'a.pdf': plainPdf([['Avtal ett'], ['Sida två']]),
      'b.docx': aDocx({ body: paragraph('Avtal två') }),
      'c.txt': Buffer.from('Avtal tre'),
    };
    writeFiles(inbox, files);

    const summary = await run([inbox]);

    expect(summary.added.map(({ added }) => added)).toEqual(['a.pdf', 'b.docx', 'c.txt']);
    expect(received).toEqual([
      documentOf('a.pdf', files['a.pdf'], { format: 'pdf', pageCount: 2 }),
      documentOf('b.docx', files['b.docx'], { format: 'docx', pageCount: 1 }),
      documentOf('c.txt', files['c.txt'], { format: 'text', pageCount: 1 }),
    ]);
    expect(pages.pagesOf(sha(files['a.pdf']), 2, 2)[0]?.text).toBe('Sida två');
    expect(readFileSync(blobs.pathOf(sha(files['c.txt'])), 'utf8')).toBe('Avtal tre');
    expect(summary).toMatchObject({ known: [], failed: [], skipped: 0, cancelled: false });
  });

  it('recognises a file by what it holds, whatever it is called', async () => {
    const { inbox, run, received } = aSetting();
    writeFiles(inbox, { 'avtal.txt': 'Avtal', 'kopia.txt': 'Avtal', 'nytt.txt': 'Avtal 2' });

    const first = await run([join(inbox, 'avtal.txt')]);
    const second = await run([inbox]);

    expect(first.added).toHaveLength(1);
    expect(second.known.map(({ fileName, sameAs }) => [fileName, sameAs])).toEqual([
      ['avtal.txt', 'avtal.txt'],
      ['kopia.txt', 'avtal.txt'],
    ]);
    expect(received.map((document) => document.fileName)).toEqual(['avtal.txt', 'nytt.txt']);
  });

  it('tells the same file twice in one drop as known once', async () => {
    const { inbox, run } = aSetting();
    const [path = ''] = writeFiles(inbox, { 'avtal.txt': 'Avtal' });

    const summary = await run([path, path], { atOnce: 2 });

    expect(summary.added).toHaveLength(1);
    expect(summary.known).toEqual([
      { fileName: 'avtal.txt', path, attachedTo: null, sameAs: 'avtal.txt' },
    ]);
  });

  it('keeps the first of two files with the same bytes, also when the second is copied sooner', async () => {
    for (const [bytes, added, failed] of [
      [Buffer.from('Avtal'), ['a.txt'], []],
      [plainPdf([['Avtal']]).subarray(0, 300), [], ['a.txt', 'b.txt']],
    ] as const) {
      let opened = 0;
      const slowAtFirst: OpenForWriting = async (path) => {
        opened += 1;
        if (opened === 1) await new Promise((resolve) => setTimeout(resolve, 300));
        return open(path, 'wx');
      };
      const { inbox, blobs, run } = aSetting({ openFile: slowAtFirst });
      writeFiles(inbox, { 'a.txt': bytes, 'b.txt': bytes });

      const summary = await run([inbox], { atOnce: 2 });

      expect(summary.added.map((each) => each.added)).toEqual(added);
      expect(summary.known.map(({ fileName, sameAs }) => [fileName, sameAs])).toEqual(
        added.map((first) => ['b.txt', first]),
      );
      expect(summary.failed.map(({ fileName }) => fileName)).toEqual(failed);
      expect(readdirSync(blobs.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  it('lists every file that must be refused with its reason, adds the rest, and leaves nothing else', async () => {
    const { project, inbox, run } = aSetting();
    const bad = await filesToRefuse();
    writeFiles(inbox, {
      ...Object.fromEntries(bad.map(({ name, bytes }) => [name, bytes])),
      'aaa.txt': 'Det första avtalet',
      'ööö.txt': 'Det sista avtalet',
    });

    const summary = await run([inbox]);

    expect(summary.added.map(({ added }) => added)).toEqual(['aaa.txt', 'ööö.txt']);
    expect(
      Object.fromEntries(summary.failed.map(({ fileName, code }) => [fileName, code])),
    ).toEqual(Object.fromEntries(bad.map(({ name, code }) => [name, code])));
    for (const { fileName, message, details } of summary.failed) {
      expect(message).toContain(fileName);
      expect(details['file']).toBe(fileName);
    }
    expect(blobsIn(project)).toHaveLength(2);
  });

  it('refuses a bad file twice under each of its names', async () => {
    const { inbox, run } = aSetting();
    const half = plainPdf([['Avtal']]).subarray(0, 300);
    writeFiles(inbox, { 'a.pdf': half, 'b.pdf': half });

    const summary = await run([inbox], { atOnce: 2 });

    expect(summary.failed.map(({ fileName, code, details }) => [fileName, code, details])).toEqual([
      ['a.pdf', 'pdf-damaged', { file: 'a.pdf', context: 'cut-off' }],
      ['b.pdf', 'pdf-damaged', { file: 'b.pdf', context: 'cut-off' }],
    ]);
  });

  it('takes names of every kind', async () => {
    const { inbox, run } = aSetting();
    writeFiles(inbox, Object.fromEntries(strangeNames.map((name) => [name, `Avtal ${name}`])));

    const summary = await run([inbox]);

    expect(summary.failed).toEqual([]);
    expect(new Set(summary.added.map(({ added }) => added))).toEqual(
      new Set(strangeNames.map((name) => name.normalize('NFC'))),
    );
  });

  it('tells a file that vanishes while others are read', async () => {
    const { inbox, run } = aSetting();
    const paths = writeFiles(inbox, { 'a.txt': 'Avtal a', 'b.txt': 'Avtal b', 'c.txt': 'Avtal c' });

    const summary = await run(paths, {
      atOnce: 1,
      onProgress: ({ current }) => {
        if (current === 'a.txt') rmSync(paths[1] ?? '');
      },
    });

    expect(summary.added.map(({ added }) => added)).toEqual(['a.txt', 'c.txt']);
    expect(summary.failed).toMatchObject([
      { fileName: 'b.txt', path: paths[1], code: 'file-vanished' },
    ]);
  });

  it('goes through a folder of 10,000 entries with circles, and can be cancelled on the way', async () => {
    const { run, received } = aSetting();
    const folder = largeFolder(10_000);
    folders.push(folder);
    const controller = new AbortController();

    const summary = await run([folder], {
      signal: controller.signal,
      onProgress: ({ total, done }) => {
        if (total === 10_000 && done === 50) controller.abort();
      },
    });

    expect(summary.cancelled).toBe(true);
    expect(summary.failed).toMatchObject([{ fileName: 'själv' }]);
    expect(summary.added.length).toBeGreaterThanOrEqual(49);
    expect(summary.added.length).toBeLessThan(60);
    expect(received).toHaveLength(summary.added.length);
  });

  it('clears away what an import that was cut short had half copied', async () => {
    const { folder, project, inbox, blobs, run } = aSetting();
    const [path = '', other = ''] = writeFiles(folder, { 'inkorg/a.txt': 'A', 'b.txt': 'B' });
    await blobs.stage(other, 'b.txt');
    expect(blobsIn(project)).toHaveLength(1);

    await run([inbox]);

    expect(blobsIn(project)).toEqual([sha(readFileSync(path))]);
  });

  it('tells how far it has come', async () => {
    const { inbox, run } = aSetting();
    writeFiles(inbox, { 'a.txt': 'Avtal a', 'b.txt': 'Avtal b' });
    const steps: unknown[] = [];

    await run([inbox], {
      atOnce: 1,
      onProgress: ({ state, done, total, current }) => steps.push([state, done, total, current]),
    });

    expect(steps).toEqual([
      ['collecting', 0, 0, null],
      ['reading', 0, 2, 'a.txt'],
      ['reading', 1, 2, null],
      ['reading', 1, 2, 'b.txt'],
      ['reading', 2, 2, null],
    ]);
  });
});

describe('an import that cannot keep what it reads', () => {
  it('leaves nothing half-done on a full disk, and names each file', async () => {
    const { project, inbox, received, run } = aSetting({
      openFile: async (target) => {
        writeFileSync(target, 'half');
        return open('/dev/full', 'w');
      },
    });
    writeFiles(inbox, { 'a.txt': 'Avtal a', 'b.txt': 'Avtal b' });

    const summary = await run([inbox]);

    expect(summary.failed.map(({ fileName, code }) => [fileName, code])).toEqual([
      ['a.txt', 'disk-full'],
      ['b.txt', 'disk-full'],
    ]);
    expect(received).toEqual([]);
    expect(blobsIn(project)).toEqual([]);
  });

  it('goes on after a document whose pages find no room', async () => {
    const { project, inbox, received, run } = aSetting();
    const pages = new PageCache(() => {
      const db = openPlainDatabase(join(project, 'cache.db'));
      db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 8}`);
      return db;
    });
    caches.push(pages);
    writeFiles(inbox, {
      'a.txt': 'Avtal a',
      'b.txt': 'Mycket. '.repeat(20_000),
      'c.txt': 'Avtal c',
    });

    const summary = await run([inbox], { pages });

    expect(summary.failed.map(({ fileName, code }) => [fileName, code])).toEqual([
      ['b.txt', 'disk-full'],
    ]);
    expect(received.map(({ fileName }) => fileName)).toEqual(['a.txt', 'c.txt']);
    expect(blobsIn(project)).toHaveLength(2);
  });

  it('takes the bytes away again when the store refuses the entry', async () => {
    const { project, inbox, pages, store, run } = aSetting();
    const bytes = Buffer.from('Avtal a');
    writeFiles(inbox, { 'a.txt': bytes, 'b.txt': 'Avtal b' });
    const picky: ImportStore<string, string> = {
      ...store,
      received: (documents) => {
        if (documents[0]?.fileName === 'a.txt') throw new AppError('disk-full', 'Full.');
        return store.received(documents);
      },
    };

    const summary = await run([inbox], { store: picky });

    expect(summary.failed).toMatchObject([{ fileName: 'a.txt', code: 'disk-full' }]);
    expect(summary.added).toHaveLength(1);
    expect(blobsIn(project)).toHaveLength(1);
    expect(pages.hasDocument(sha(bytes))).toBe(false);
  });

  it('stops, and does not hide it, when something unexpected goes wrong', async () => {
    const { inbox, store, run } = aSetting();
    writeFiles(inbox, { 'a.txt': 'Avtal a', 'b.txt': 'Avtal b' });
    const broken: ImportStore<string, string> = {
      ...store,
      received: () => {
        throw new TypeError('a bug');
      },
    };

    await expect(run([inbox], { store: broken })).rejects.toThrow('a bug');
  });
});

describe('documents that are there', () => {
  it('are read anew when the cache was deleted', async () => {
    const { inbox, blobs, pages, run, received } = aSetting();
    writeFiles(inbox, { 'a.pdf': plainPdf([['Avtal ett'], ['Sida två']]) });
    await run([inbox]);
    const document = { id: received[0]?.sha256 ?? '', fileName: 'a.pdf', locked: false };
    const before = pages.pagesOf(document.id, 1, 2);
    pages.forget(document.id);

    const source = { reader, blobs, pages };
    const [both, second] = await Promise.all([
      readPages(source, document, 1, 2),
      readPages(source, document, 2, 2),
    ]);

    expect(both).toEqual(before);
    expect(second).toEqual(before.slice(1));
  });

  it('are mended when their file comes again after they were lost or changed', async () => {
    const { inbox, blobs, run } = aSetting();
    const [path = ''] = writeFiles(inbox, { 'a.txt': 'Avtal a' });
    await run([path]);
    const id = sha(Buffer.from('Avtal a'));

    rmSync(blobs.pathOf(id));
    expect((await run([path])).known).toHaveLength(1);
    await blobs.verify(id);

    rmSync(blobs.pathOf(id));
    writeFileSync(blobs.pathOf(id), 'Avtal b');
    expect((await run([path])).known).toHaveLength(1);
    await blobs.verify(id);
  });
});

function documentOf(fileName: string, bytes: Uint8Array, rest: object): object {
  return {
    fileName,
    sha256: sha(bytes),
    size: bytes.length,
    attachedTo: null,
    locked: false,
    notices: [],
    ...rest,
  };
}
