import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { generateSampleCollection } from '../../scripts/sample';
import { DocumentId } from '../../shared/domain/ids';
import { compareDocuments } from '../../main/documents/compare-documents';
import { openPageCache } from '../../main/documents/page-cache';
import { readDocument } from '../../main/documents/read-document';
import { SimilarityCache } from '../../main/documents/similarity-cache';

it('finds the second scan and the next extension in the sample collection, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-alike-'));
  const pages = openPageCache(folder);
  const files = await generateSampleCollection();
  const documents: { id: DocumentId; fileName: string }[] = [];
  for (const [at, { fileName, bytes }] of files.entries()) {
    const id = DocumentId.parse(at.toString(16).padStart(64, '0'));
    const writer = pages.receive(id);
    writer.finish(await readDocument(bytes, fileName, { onPage: writer.add }));
    documents.push({ id, fileName });
  }
  const cache = new SimilarityCache(pages);

  await compareDocuments({ cache, documents, breathe: () => Promise.resolve() });

  const nameOf = (id: DocumentId): string =>
    documents.find((document) => document.id === id)?.fileName ?? '';
  const relations = cache.listPairs().map(({ a, b }) => {
    const later = files.find(({ fileName }) => fileName === nameOf(b))?.truth.related;
    return later?.fileName === nameOf(a) ? later.kind : `${nameOf(a)} – ${nameOf(b)}`;
  });
  pages.close();
  rmSync(folder, { recursive: true, force: true });
  expect(relations).toEqual(['duplicates', 'extends']);
});
