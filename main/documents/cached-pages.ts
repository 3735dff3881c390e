import {
  BlockKind,
  DocumentFormat,
  DocumentNotice,
  type Page,
  type TextBlock,
} from '../../shared/domain/page';
import { type Db, prepared } from '../store/connection';
import {
  bytesOfWords,
  type PackedPage,
  packWords,
  unpackWords,
  wordsOfBytes,
} from './packed-words';
import type { ReadSummary } from './read-summary';

/** The documents of a cache and their pages. */
export const PAGE_SCHEMA = `
  CREATE TABLE document (
    sha256 TEXT NOT NULL PRIMARY KEY,
    format TEXT NOT NULL,
    page_count INTEGER NOT NULL,
    notices TEXT NOT NULL
  ) STRICT;
  CREATE TABLE page (
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    text TEXT NOT NULL,
    words BLOB NOT NULL,
    blocks TEXT NOT NULL,
    PRIMARY KEY (sha256, number)
  ) STRICT;`;

/** Those of the documents that are not in the cache, asked for in one go. */
export function missingOf(db: Db, documents: readonly string[]): string[] {
  return prepared(
    db,
    `SELECT value FROM json_each(?)
     WHERE NOT EXISTS (SELECT 1 FROM document WHERE sha256 = value) ORDER BY key`,
  )
    .pluck()
    .all(JSON.stringify(documents)) as string[];
}

/** What reading a document told of it; `null` where it is not in the cache. */
export function summaryOf(db: Db, sha256: string): ReadSummary | null {
  const row = prepared(
    db,
    'SELECT format, page_count AS pageCount, notices FROM document WHERE sha256 = ?',
  ).get(sha256) as { format: string; pageCount: number; notices: string } | undefined;
  if (row === undefined) return null;
  return {
    format: DocumentFormat.parse(row.format),
    pageCount: row.pageCount,
    notices: DocumentNotice.array().parse(JSON.parse(row.notices)),
  };
}

/** The pages `from` to `to`, both included, as far as the document is there. */
export function pagesOf(db: Db, sha256: string, from: number, to: number): Page[] {
  return prepared(
    db,
    `SELECT number, width, height, text, words, blocks FROM page
     WHERE sha256 = ? AND number BETWEEN ? AND ?
       AND EXISTS (SELECT 1 FROM document WHERE document.sha256 = page.sha256)
     ORDER BY number`,
  )
    .all(sha256, from, to)
    .map((row) => toPage(row as PageRow));
}

/** Puts in a page, in place of the one of that number. It counts once its document is put in. */
export function putPage(db: Db, sha256: string, page: Page | PackedPage): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO page (sha256, number, width, height, text, words, blocks)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sha256,
    page.number,
    page.width,
    page.height,
    page.text,
    bytesOfWords(page.words instanceof Int32Array ? page.words : packWords(page.words)),
    JSON.stringify(page.blocks.map(toBlockRow)),
  );
}

/** Puts in a document all of whose pages have come. */
export function putDocument(
  db: Db,
  sha256: string,
  { format, pageCount, notices }: ReadSummary,
): void {
  prepared(
    db,
    'INSERT OR REPLACE INTO document (sha256, format, page_count, notices) VALUES (?, ?, ?, ?)',
  ).run(sha256, format, pageCount, JSON.stringify(notices));
}

/** Removes a document and its pages. */
export function forgetPages(db: Db, sha256: string): void {
  prepared(db, 'DELETE FROM document WHERE sha256 = ?').run(sha256);
  prepared(db, 'DELETE FROM page WHERE sha256 = ?').run(sha256);
}

interface PageRow {
  number: number;
  width: number;
  height: number;
  text: string;
  words: Uint8Array;
  blocks: string;
}

type BlockRow = [
  kind: string,
  level: number,
  start: number,
  end: number,
  marker?: string | null,
  header?: 1,
];

function toBlockRow({ kind, level, start, end, marker, header }: TextBlock): BlockRow {
  if (header === true) return [kind, level, start, end, marker ?? null, 1];
  return marker === undefined ? [kind, level, start, end] : [kind, level, start, end, marker];
}

function toBlock([kind, level, start, end, marker, header]: BlockRow): TextBlock {
  return {
    kind: BlockKind.parse(kind),
    level,
    start,
    end,
    ...(marker == null ? {} : { marker }),
    ...(header === 1 ? { header: true } : {}),
  };
}

function toPage(row: PageRow): Page {
  const words = unpackWords(wordsOfBytes(row.words));
  const blocks = (JSON.parse(row.blocks) as BlockRow[]).map(toBlock);
  const { number, width, height, text } = row;
  return { number, width, height, text, words, blocks };
}
