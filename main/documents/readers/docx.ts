import { zipSync } from 'fflate';
import mammoth from 'mammoth';

import { isAppError } from '../../../shared/domain/app-error';
import type { DocumentNotice } from '../../../shared/domain/page';
import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type DocxDocument, docxBlocks } from './docx-blocks';
import { letterhead } from './docx-letterhead';
import { DocxNumbering } from './docx-numbering';
import { prepareDocxPart } from './docx-prepare';
import { givePages, haveText } from './page-breaks';
import type { SafeZip } from './safe-zip';

/** The parts that hold text and what it refers to. Images and embedded files are not even unpacked. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

/** Those whose paragraphs become blocks, in the order in which they are read. */
const PROSE_PARTS = /^word\/(?:document\d*|endnotes|footnotes)\.xml$/;

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
  const damaged = (reason: string) =>
    documentError('file-damaged', fileName, { context: 'structure', reason });
  try {
    const notices = prepare(parts);
    const document = await documentIn(parts);
    const blocks = [
      ...letterhead(parts, 'header'),
      ...docxBlocks(document),
      ...letterhead(parts, 'footer'),
    ];
    const pageCount = givePages(blocks, onPage);
    if (!haveText(blocks)) notices.add('no-text');
    return { format: 'docx', pageCount, notices: [...notices] };
  } catch (error) {
    if (isAppError(error)) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  }
}

/** Puts what mammoth is to be given in place of the parts that hold text. Throws `XmlError`. */
function prepare(parts: Map<string, Uint8Array>): Set<DocumentNotice> {
  const notices = new Set<DocumentNotice>();
  const numbering = new DocxNumbering({
    numbering: parts.get('word/numbering.xml'),
    styles: parts.get('word/styles.xml'),
  });
  for (const name of [...parts.keys()].filter((part) => PROSE_PARTS.test(part)).toSorted()) {
    const part = parts.get(name);
    if (part === undefined) continue;
    const prepared = prepareDocxPart(part, numbering);
    parts.set(name, prepared.part);
    for (const notice of prepared.notices) notices.add(notice);
  }
  return notices;
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
