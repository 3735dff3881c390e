import { rmSync } from 'node:fs';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { BlobStore } from '../../../main/documents/blob-store';
import { keepText, takeKeptText } from '../../../main/documents/kept-text';
import { openPageCache } from '../../../main/documents/page-cache';
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
function heldBy(pages: ReturnType<typeof openPageCache>) {
  return [
    pages.summaryOf(document.id),
    pages.pagesOf(document.id, 1, summary.pageCount),
    pages.scannedPagesOf(document.id),
  ];
}

it('gives an empty cache what another one held, whatever the text is made of', async () => {
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
  const first = openPageCache(folder, { readOnly: true });
  const writer = first.receive(document.id);
  for (let number = 1; number <= summary.pageCount; number += 1) writer.add(pageOf(number));
  writer.finish({ ...summary, notices: [...summary.notices] });
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
  ['of a form that is not known', [{ form: 2, ...summary }]],
  ['without a summary', []],
  ['with a page that is none', [{ form: 1, ...summary }, { number: 0 }]],
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
