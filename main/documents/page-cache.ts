import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import {
  BlockKind,
  DocumentFormat,
  DocumentNotice,
  type Page,
  type TextBlock,
} from '../../shared/domain/page';
import type { ScannedPage } from '../../shared/domain/recognition';
import type { SearchQuery } from '../../shared/domain/search-query';
import { type Db, openPlainDatabase, prepared } from '../store/connection';
import type { DrawnPart } from './drawn-parts';
import { systemCode } from './errors';
import {
  bytesOfWords,
  type PackedPage,
  packWords,
  unpackWords,
  wordsOfBytes,
} from './packed-words';
import type { ReadSummary } from './read-summary';
import type { ScannedCounts, ScanTrouble, WaitingPage } from './recognition-cache';
import * as recognition from './recognition-cache';
import type { Recognised } from './recognition/recogniser-protocol';
import {
  dropSearchIndex,
  findPages,
  type FoundPage,
  type FoundPages,
  indexSome,
  pageText,
  prepareSearchIndex,
} from './search-index';

/** To be raised when pages come out differently: old caches are then made anew from the documents. */
const VERSION = 43;

const SCHEMA = `
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
  ) STRICT;
  ${recognition.SCHEMA}
  PRAGMA user_version = ${VERSION};
`;

type OpenCache = (content: 'as-it-is' | 'empty') => Db;

/** Takes the pages of one document as they are read; it counts as there only when all have come. */
interface PageWriter {
  add(page: Page | PackedPage): void;
  /** How it is drawn, where that is not simply as it was received. */
  draw(parts: readonly DrawnPart[]): void;
  finish(summary: ReadSummary): void;
}

/**
 * The pages of a project's documents, in `cache.db`.
 *
 * Holds nothing that cannot be read again from the documents, so it may be deleted at any time, and
 * one that is damaged or of another version is replaced by an empty one. A document that is absent
 * here is read anew (`readPages`).
 */
export class PageCache {
  readonly #open: OpenCache;
  #db: Db;

  constructor(open: OpenCache) {
    this.#open = open;
    this.#db = open('as-it-is');
  }

  hasDocument(sha256: string): boolean {
    return this.summaryOf(sha256) !== null;
  }

  /** Those of the documents that are not in the cache, asked for in one go. */
  missingOf(documents: readonly string[]): string[] {
    return this.#guarded([...documents], (db) =>
      prepared(
        db,
        `SELECT value FROM json_each(?)
         WHERE NOT EXISTS (SELECT 1 FROM document WHERE sha256 = value) ORDER BY key`,
      )
        .pluck()
        .all(JSON.stringify(documents)),
    ) as string[];
  }

  /** How many pages a document has; `null` where it is not in the cache. */
  pageCount(sha256: string): number | null {
    return this.summaryOf(sha256)?.pageCount ?? null;
  }

  summaryOf(sha256: string): ReadSummary | null {
    return this.#guarded(null, (db) => {
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
    });
  }

  /** The pages `from` to `to`, both included, as far as the document is there. */
  pagesOf(sha256: string, from: number, to: number): Page[] {
    return this.#guarded([], (db) =>
      prepared(
        db,
        `SELECT number, width, height, text, words, blocks FROM page
         WHERE sha256 = ? AND number BETWEEN ? AND ?
           AND EXISTS (SELECT 1 FROM document WHERE document.sha256 = page.sha256)
         ORDER BY number`,
      )
        .all(sha256, from, to)
        .map((row) => toPage(row as PageRow)),
    );
  }

  /** Begins a document anew. Pages may come again from 1, as when a file is read a second time. */
  receive(sha256: string): PageWriter {
    this.forget(sha256);
    return {
      add: (page) => {
        prepared(
          this.#db,
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
        if (page.isPicture === true) recognition.awaitText(this.#db, sha256, page.number);
      },
      draw: (parts) => recognition.keepDrawing(this.#db, sha256, parts),
      finish: ({ format, pageCount, notices }) => {
        prepared(
          this.#db,
          'INSERT OR REPLACE INTO document (sha256, format, page_count, notices) VALUES (?, ?, ?, ?)',
        ).run(sha256, format, pageCount, JSON.stringify(notices));
      },
    };
  }

  /** Removes a document's pages, as when reading it failed halfway. */
  forget(sha256: string): void {
    this.#guarded(undefined, (db) => {
      prepared(db, 'DELETE FROM document WHERE sha256 = ?').run(sha256);
      prepared(db, 'DELETE FROM page WHERE sha256 = ?').run(sha256);
      recognition.forget(db, sha256);
    });
  }

  /**
   * Runs a step on the cache's database, for what else is worked out from the pages and lies beside
   * them. `otherwise` is the result where the file turns out damaged and an empty one takes its place.
   */
  use<T>(otherwise: T, step: (db: Db) => T): T {
    return this.#guarded(otherwise, step);
  }

  /** The pages that a query finds, of those that are indexed. */
  find(query: SearchQuery): FoundPages {
    const nothing = { pages: [], isMore: false, waiting: 0 };
    return this.#guarded(nothing, (db) => findPages(db, query));
  }

  /** The text of a page, or `null` where it is not there. */
  textOf(page: FoundPage): string | null {
    return this.#guarded(null, (db) => pageText(db, page));
  }

  /** Indexes pages that wait for it for about so many milliseconds; tells whether any are left. */
  indexSome(milliseconds: number): boolean {
    return this.#guarded(true, (db) => indexSome(db, milliseconds, () => performance.now()));
  }

  /** The parts of the PDF that a document is drawn as; `null`: it is drawn as it was received. */
  drawingOf(sha256: string): DrawnPart[] | null {
    return this.#guarded(null, (db) => recognition.drawingOf(db, sha256));
  }

  /** The pages of a document whose text is recognised, or is to be. */
  scannedPagesOf(sha256: string): ScannedPage[] {
    return this.#guarded([], (db) => recognition.scannedPagesOf(db, sha256));
  }

  /** How far recognition has come, in all documents. */
  countScannedPages(): ScannedCounts {
    const none = { waiting: 0, done: 0, failed: 0, hard: 0 };
    return this.#guarded(none, (db) => recognition.countScannedPages(db));
  }

  /** Those of the documents that have scanned pages which a person should look at. */
  scanTroublesOf(documents: readonly string[]): ScanTrouble[] {
    return this.#guarded([], (db) => recognition.scanTroublesOf(db, documents));
  }

  /** Whether any page waits for its text. */
  isAnyWaiting(): boolean {
    return this.#guarded(false, (db) => recognition.isAnyWaiting(db));
  }

  /** The first page of a document that waits for its text and is not under way already. */
  nextWaitingIn(sha256: string, isUnderWay: (page: number) => boolean): WaitingPage | null {
    return this.#guarded(null, (db) => recognition.nextWaitingIn(db, sha256, isUnderWay));
  }

  /** Documents with pages that wait for their text. */
  waitingDocuments(): string[] {
    return this.#guarded([], (db) => recognition.waitingDocuments(db));
  }

  /** Puts in a page's recognised text. Does nothing where the document has gone meanwhile. */
  putRecognised(sha256: string, page: number, found: Recognised): void {
    this.#guarded(undefined, (db) => recognition.putRecognised(db, sha256, page, found));
  }

  putFailed(sha256: string, page: number, error: string): void {
    this.#guarded(undefined, (db) => recognition.putFailed(db, sha256, page, error));
  }

  /** Puts pages back in the queue; all scanned pages of the document when `page` is `null`. */
  awaitTextAgain(sha256: string, page: number | null, dpi: number | null): void {
    this.#guarded(undefined, (db) => recognition.awaitTextAgain(db, sha256, page, dpi));
  }

  close(): void {
    this.#db.close();
  }

  /** Runs a step; where the file turns out damaged, an empty one takes its place and `otherwise` is the result. */
  #guarded<T>(otherwise: T, step: (db: Db) => T): T {
    try {
      return step(this.#db);
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#db.close();
      this.#db = this.#open('empty');
      return otherwise;
    }
  }
}

/**
 * Opens a project's cache, or makes it. In a project that is open for reading only, and where the
 * file cannot be used, pages are kept in memory.
 */
export function openPageCache(
  projectFolder: string,
  { readOnly = false }: { readOnly?: boolean } = {},
): PageCache {
  if (readOnly) return new PageCache(openInMemory);
  const file = join(projectFolder, 'cache.db');
  return new PageCache((content) => {
    try {
      return openOrReplace(file, content);
    } catch (error) {
      // Nothing in it is worth refusing a project for: a folder of that name, no room, no rights.
      if (systemCode(error) === null) throw error;
      return openInMemory();
    }
  });
}

function openInMemory(): Db {
  const db = openPlainDatabase(':memory:');
  db.exec(SCHEMA);
  prepareSearchIndex(db);
  return db;
}

function openOrReplace(file: string, content: 'as-it-is' | 'empty'): Db {
  if (content === 'empty') setAside(file);
  try {
    return openCacheFile(file);
  } catch (error) {
    if (!isDamage(error)) throw error;
    setAside(file);
    return openCacheFile(file);
  }
}

function openCacheFile(file: string): Db {
  const db = openPlainDatabase(file);
  try {
    db.pragma('journal_mode = WAL');
    // A power cut may take back the last pages but not mix them up; they are read again then.
    db.pragma('synchronous = NORMAL');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    const version: unknown = db.pragma('user_version', { simple: true });
    if (version !== VERSION) {
      emptied(db);
      db.exec(SCHEMA);
    }
    // Reads every table's root: a file that is no database, or cut off, shows here.
    db.prepare('SELECT count(*) FROM document').get();
    db.prepare('SELECT number FROM page LIMIT 1').get();
    prepareSearchIndex(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Drops whatever another version left. */
function emptied(db: Db): void {
  // The index first: the tables within it cannot be dropped one by one.
  dropSearchIndex(db);
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all();
  for (const name of tables) db.exec(`DROP TABLE "${String(name).replaceAll('"', '""')}"`);
}

/** Keeps the damaged file beside, for whoever wants to know; only the last one. */
function setAside(file: string): void {
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
  rmSync(`${file}.damaged`, { force: true });
  renameSync(file, `${file}.damaged`);
}

function isDamage(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return true;
  // A column that does not parse, or a table that is missing: damage of another kind.
  return (
    error instanceof SyntaxError ||
    (error instanceof Error &&
      (error.name === 'ZodError' || error.message.startsWith('no such table')))
  );
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
