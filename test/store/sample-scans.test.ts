import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { generateSampleCollection, type SampleFile } from '../../scripts/sample';
import { DocumentId } from '../../shared/domain/ids';
import { isHardToRead } from '../../shared/domain/recognition';
import { compareDocuments } from '../../main/documents/compare-documents';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { openPageCache } from '../../main/documents/page-cache';
import { readDocument } from '../../main/documents/read-document';
import {
  createRecogniserHost,
  type RecogniserHost,
} from '../../main/documents/recognition/recogniser-host';
import type { Recognised } from '../../main/documents/recognition/recogniser-protocol';
import { SimilarityCache } from '../../main/documents/similarity-cache';
import { bundleAsMain } from '../support/reader-bundle';
import { templateSibling } from '../support/template-sibling';

const folder = mkdtempSync(join(tmpdir(), 'samsyn-sample-scans-'));
let files: SampleFile[];
let recogniser: RecogniserHost;

beforeAll(async () => {
  files = await generateSampleCollection();
  const program = await bundleAsMain(
    join(folder, 'recogniser'),
    'recogniser-process',
    'main/documents/recognition/recogniser-process.ts',
  );
  recogniser = createRecogniserHost({ fork: forkWithNode(program) });
}, 240_000);
afterAll(() => {
  recogniser.close();
  rmSync(folder, { recursive: true, force: true });
});

type Received = Pick<SampleFile, 'fileName' | 'bytes'>;

/** A scanned page as the program recognises it. */
function readPage({ fileName, bytes }: Received, page: number): Promise<Recognised> {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  return recogniser.recognise({ id: fileName, path, parts: null }, page);
}

async function recognised(file: Received, page: number): Promise<string> {
  return (await readPage(file, page)).text;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Part of the words of the true text that were found. */
function shareFound(truth: string, found: string): number {
  const left = wordsOf(found);
  const all = wordsOf(truth);
  const kept = all.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return kept.length / all.length;
}

it('can be worked with where a scan of the poorest level was recognised', async () => {
  const file = files.find(
    ({ truth }) => truth.format === 'pdf' && truth.noise === 3 && truth.scannedPages.length > 1,
  );
  const page = file?.truth.scannedPages[1];
  if (file === undefined || page === undefined) throw new Error('There is no such scan');

  const text = await recognised(file, page.page);

  expect(shareFound(page.text, text)).toBeGreaterThan(0.85);
}, 240_000);

it('flags the page that came by fax, and no other of its document', async () => {
  const file = files.find(({ truth }) => truth.scannedPages.some(({ noise }) => noise === 4));
  if (file === undefined) throw new Error('Nothing came by fax');

  for (const { page, noise, text } of file.truth.scannedPages) {
    const read = await readPage(file, page);

    const isHard = isHardToRead({ state: 'done', confidence: read.confidence });
    expect([page, isHard]).toEqual([page, noise === 4]);
    // Flagged, and yet not useless: more than every third word is right.
    if (noise === 4) expect(shareFound(text, read.text)).toBeGreaterThan(0.35);
  }
}, 240_000);

it('finds other scans and the next extension in the sample collection, and nothing of one template', async () => {
  const pages = openPageCache(folder);
  const documents: { id: DocumentId; fileName: string; locked: boolean }[] = [];
  const shares: number[] = [];
  const take = async (fileName: string, bytes: Uint8Array, texts: readonly (string | null)[]) => {
    const id = DocumentId.parse(documents.length.toString(16).padStart(64, '0'));
    const writer = pages.receive(id);
    const summary = await readDocument(bytes.slice(), fileName, {
      onPage: (page) => writer.add({ ...page, text: texts[page.number - 1] ?? page.text }),
    });
    writer.finish(summary);
    documents.push({ id, fileName, locked: false });
  };
  for (const file of files) {
    const { fileName, bytes, truth } = file;
    const texts: (string | null)[] = [];
    for (const { page, text } of truth.scannedPages) {
      texts[page - 1] = text;
      // The scan of another document is really recognised; of those that are like none, the true text will do.
      if (truth.related?.kind !== 'duplicates') continue;
      const found = await recognised(file, page);
      shares.push(shareFound(text, found));
      texts[page - 1] = found;
    }
    await take(fileName, bytes, texts);
  }
  const sibling = await templateSibling();
  const scan = { fileName: 'mall, skannad.pdf', bytes: sibling.scan };
  const read: string[] = [];
  for (const page of sibling.pages.keys()) read.push(await recognised(scan, page + 1));
  await take('mall.pdf', sibling.scan, sibling.pages);
  await take(scan.fileName, scan.bytes, read);
  const cache = new SimilarityCache(pages);

  await compareDocuments({ cache, documents, breathe: () => Promise.resolve() });

  const nameOf = (id: DocumentId): string =>
    documents.find((document) => document.id === id)?.fileName ?? '';
  const relations = cache.listPairs().map(({ a, b }) => {
    const later = files.find(({ fileName }) => fileName === nameOf(b))?.truth.related;
    return later?.fileName === nameOf(a) ? later.kind : `${nameOf(a)} – ${nameOf(b)}`;
  });
  pages.close();
  expect(relations.toSorted()).toEqual(['duplicates', 'extends', 'mall.pdf – mall, skannad.pdf']);
  expect(Math.min(...shares)).toBeGreaterThan(0.94);
}, 240_000);
