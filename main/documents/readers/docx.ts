import { zipSync } from 'fflate';
import mammoth from 'mammoth';

import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type DocxDocument, docxBlocks } from './docx-blocks';
import { letterhead } from './docx-letterhead';
import { pagesOf } from './page-breaks';
import type { SafeZip } from './safe-zip';

/** The parts that hold text and what it refers to. Images and embedded files are not even unpacked. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/**
 * Reads a Word file (.docx): page headers first, then the body, then notes and page footers.
 *
 * mammoth gets a fresh archive of the parts that were unpacked under limits, never the received one,
 * and fetches nothing that the file points to.
 *
 * Errors: `file-damaged`, `unpacks-too-large`.
 */
export async function readDocx(
  zip: SafeZip,
  fileName: string,
  { onPage }: ReadOptions,
): Promise<ReadSummary> {
  const parts = await zip.unpack((name) => TEXT_PARTS.test(name));
  const document = await documentIn(parts).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw documentError('file-damaged', fileName, { context: 'structure', reason });
  });
  const blocks = [
    ...letterhead(parts, 'header'),
    ...docxBlocks(document),
    ...letterhead(parts, 'footer'),
  ];
  let pageCount = 0;
  for (const page of pagesOf(blocks)) {
    onPage(page);
    pageCount += 1;
  }
  const hasText = blocks.some((block) => /[\p{L}\p{N}]/u.test(block.text));
  return { format: 'docx', pageCount, notices: hasText ? [] : ['no-text'] };
}

/** mammoth's document before it becomes HTML, which is not wanted. */
async function documentIn(parts: ReadonlyMap<string, Uint8Array>): Promise<DocxDocument> {
  let found: DocxDocument | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: DocxDocument) => {
        found = document;
        return { ...document, children: [] };
      },
    },
  );
  if (found === null) throw new Error('no document in it');
  return found;
}
