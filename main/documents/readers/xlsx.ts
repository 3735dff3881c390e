import type { DocumentNotice } from '../../../shared/domain/page';
import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type LooseBlock, pagesOf } from './page-breaks';
import type { SafeZip } from './safe-zip';
import { readWorkbook, relationsOf, type Workbook } from './workbook';
import { readSheet, type Sheet } from './worksheet';
import { XmlError } from './xml';

/** The parts that hold cells, how they look, and what they refer to. Pictures are not even unpacked. */
const TABLE_PARTS =
  /^xl\/(?:workbook\d*|sharedStrings|styles|worksheets\/[^/]+|tables\/[^/]+|_rels\/[^/]+|worksheets\/_rels\/[^/]+)\.(?:xml|rels)$/;

/**
 * Reads a workbook (.xlsx): each sheet begins a page with its name as heading, each row is a block
 * with its number in the sheet. Hidden sheets, rows and columns are left out, and that is told.
 *
 * Errors: `file-damaged`, `unpacks-too-large`.
 */
export async function readXlsx(
  zip: SafeZip,
  fileName: string,
  { onPage }: ReadOptions,
): Promise<ReadSummary> {
  const parts = await zip.unpack((name) => TABLE_PARTS.test(name));
  const notices = new Set<DocumentNotice>();
  if (zip.names.some((name) => /^xl\/(?:threadedC|c)omments/.test(name))) notices.add('comments');
  try {
    const workbook = readWorkbook(parts);
    let pageCount = 0;
    let hasText = false;
    for (const page of pagesOf(workbookBlocks(workbook, parts, notices))) {
      hasText ||= page.blocks.some(({ kind }) => kind === 'table-row');
      onPage(page);
      pageCount += 1;
    }
    if (!hasText) notices.add('no-text');
    return { format: 'xlsx', pageCount, notices: [...notices] };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw documentError('file-damaged', fileName, {
      context: 'structure',
      reason: error.message,
    });
  }
}

function* workbookBlocks(
  workbook: Workbook,
  parts: ReadonlyMap<string, Uint8Array>,
  notices: Set<DocumentNotice>,
): Generator<LooseBlock> {
  for (const { name, part, hidden } of workbook.sheets) {
    const bytes = parts.get(part);
    if (bytes === undefined) throw new XmlError(`no ${part}`);
    if (hidden) {
      notices.add('hidden');
      continue;
    }
    const tables = [...relationsOf(parts, part).values()]
      .filter(({ type }) => type.endsWith('/table'))
      .flatMap((table) => parts.get(table.part) ?? []);
    const sheet = readSheet(bytes, workbook, tables);
    if (sheet.hasHidden) notices.add('hidden');
    yield { kind: 'heading', level: 1, text: name.trim() || '–', newPage: true };
    yield* sheetBlocks(sheet);
  }
}

/** Columns without anything in them are left out; the cells of all rows stand below each other. */
export function* sheetBlocks({ rows, columns, headers }: Sheet): Generator<LooseBlock> {
  for (const { number, cells } of rows) {
    const last = columns.findLastIndex((column) => cells.has(column));
    if (last < 0) continue;
    const text = columns.slice(0, last + 1).map((column) => cells.get(column) ?? '');
    yield {
      kind: 'table-row',
      level: 0,
      text: text.join('\t'),
      marker: String(number),
      ...(headers.has(number) ? { header: true } : {}),
    };
  }
}
