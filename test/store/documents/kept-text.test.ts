import { chmodSync, existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { BlobStore } from '../../../main/documents/blob-store';
import { keepText, takeKeptText } from '../../../main/documents/kept-text';
import { openPageCache, type PageCache } from '../../../main/documents/page-cache';
import type { Page } from '../../../shared/domain/page';
import { temporaryFolder } from '../../support/bad-files';

const document = { id: 'a'.repeat(64), fileName: 'hemligt.pdf', locked: true };
const summary = { format: 'pdf', pageCount: 120, notices: ['comments'] } as const;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a cache holds of the document. */
function heldBy(pages: PageCache) {
  return [
    pages.summaryOf(document.id),
    pages.pagesOf(document.id, 1, summary.pageCount),
    pages.scannedPagesOf(document.id),
  ];
}

const text = 'Å\u2028ä\nö "\\ 😀';
const pageOf = (number: number): Page => ({
  number,
  width: 595.28,
  height: 841.89,
  text: `${text} ${number}`,
  words: [{ start: 0, end: 1, x: 10.25, y: -3.5, w: 1e6, h: 0 }],
  blocks: [
    { kind: 'list-item', level: 1, start: 0, end: 3, marker: '–' },
    { kind: 'table-row', level: 0, start: 3, end: 5, header: true },
  ],
  ...(number === 7 && { isPicture: true }),
});

const lineOf = (number: number) => ({ ...pageOf(number), words: [] });

/** A cache that holds the document, all of its pages. */
function aFullCache(): PageCache {
  const pages = openPageCache(folder, { readOnly: true });
  const writer = pages.receive(document.id);
  for (let number = 1; number <= summary.pageCount; number += 1) writer.add(pageOf(number));
  writer.finish({ ...summary, notices: [...summary.notices] });
  return pages;
}

it('gives an empty cache what another one held, whatever the text is made of', async () => {
  const first = aFullCache();
  const blobs = new BlobStore(folder);
  // Twice, as when it is read once more: the second takes the place of the first.
  await keepText({ blobs, pages: first }, document);
  await keepText({ blobs, pages: first }, document);
  const second = openPageCache(folder, { readOnly: true });

  expect(await takeKeptText({ blobs, pages: second }, document)).toBe(true);
  expect(heldBy(second)).toEqual(heldBy(first));
  expect(second.scannedPagesOf(document.id)).toMatchObject([{ page: 7, state: 'waiting' }]);
});

it.each([
  ['everything', 0],
  ['pages at the end', 60],
])('stays as it was kept before where the cache has lost %s', async (_, left) => {
  const blobs = new BlobStore(folder);
  await keepText({ blobs, pages: aFullCache() }, document);
  const pages = aFullCache();
  if (left === 0) pages.forget(document.id);
  else pages.use(null, (db) => db.prepare('DELETE FROM page WHERE number > ?').run(left));

  await expect(keepText({ blobs, pages }, document)).rejects.toMatchObject({
    code: 'text-missing',
    details: { file: document.fileName },
  });
  await blobs.removeUnfinished();
  const another = openPageCache(folder, { readOnly: true });
  expect(await takeKeptText({ blobs, pages: another }, document)).toBe(true);
  expect(heldBy(another)).toEqual(heldBy(aFullCache()));
});

it('is there all the while it is kept anew', async () => {
  const blobs = new BlobStore(folder);
  const pages = aFullCache();
  await keepText({ blobs, pages }, document);
  const isThere = new Set<boolean>();
  const kept = new AbortController();
  const keeping = keepText({ blobs, pages }, document).finally(() => kept.abort());
  while (!kept.signal.aborted) {
    isThere.add(existsSync(`${blobs.pathOf(document.id)}.text`));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await keeping;

  expect([...isThere]).toEqual([true]);
});

it('is written piece by piece, while other things have their turn', async () => {
  const word = { start: 0, end: 1, x: 1, y: 2, w: 3, h: 4 };
  const pages = openPageCache(folder, { readOnly: true });
  const writer = pages.receive(document.id);
  for (let number = 1; number <= summary.pageCount; number += 1) {
    writer.add({ ...pageOf(number), words: Array.from({ length: 2000 }, () => word) });
  }
  writer.finish({ ...summary, notices: [] });
  const blobs = new BlobStore(folder);
  const keeping = keepText({ blobs, pages }, document);
  await new Promise((resolve) => setImmediate(resolve));
  const [unfinished = ''] = readdirSync(blobs.folder);
  const { size } = statSync(join(blobs.folder, unfinished));
  await keeping;

  expect(size).toBeLessThan(statSync(`${blobs.pathOf(document.id)}.text`).size);
});

it('is told as altered where it has no end of a line, however long it is', async () => {
  const blobs = new BlobStore(folder);
  await keepText({ blobs, pages: aFullCache() }, document);
  const path = `${blobs.pathOf(document.id)}.text`;
  chmodSync(path, 0o644);
  truncateSync(path, 0);
  truncateSync(path, 600 * 1024 * 1024);
  const pages = openPageCache(folder, { readOnly: true });

  await expect(blobs.verifyText(document.id, document.fileName)).rejects.toMatchObject({
    code: 'text-altered',
  });
  expect(await takeKeptText({ blobs, pages }, document)).toBe(false);
});

it.each([
  ['of a form that is not known', [{ form: 2, ...summary }]],
  ['without a summary', []],
  ['with a page that is none', [{ form: 1, ...summary }, { number: 0 }]],
  ['with more pages than there are', [{ form: 1, ...summary, pageCount: 1e9 }, lineOf(1)]],
  [
    'with fewer pages than there are',
    [{ form: 1, ...summary, pageCount: 1 }, lineOf(1), lineOf(2)],
  ],
  ['with one page twice', [{ form: 1, ...summary, pageCount: 2 }, lineOf(1), lineOf(1)]],
])('takes nothing %s', async (_, lines) => {
  const blobs = new BlobStore(folder);
  await blobs.keepText(
    document.id,
    document.fileName,
    lines.map((line) => JSON.stringify(line)),
  );
  const pages = openPageCache(folder, { readOnly: true });

  expect(await takeKeptText({ blobs, pages }, document)).toBe(false);
  expect(pages.hasDocument(document.id)).toBe(false);
  await blobs.verifyText(document.id, document.fileName);
});
