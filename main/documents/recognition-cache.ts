import { readsBetter, type ReadingQuality } from '../../shared/domain/better-reading';
import { LOW_CONFIDENCE, PageState, type ScannedPage } from '../../shared/domain/recognition';
import { Turn } from '../../shared/domain/turn';
import { type Db, prepared } from '../store/connection';
import type { DrawnPart } from './drawn-parts';
import { bytesOfWords, packWords } from './packed-words';
import type { Recognised } from './recognition/recogniser-protocol';

/**
 * What the page cache keeps about pictures: how a document is drawn, and which pages have their text
 * by recognition.
 *
 * The queue of pages that wait is these rows and nothing else, so it is there again after a crash: a
 * page waits until the step that puts in its text.
 */
export const RECOGNITION_SCHEMA = `
  CREATE TABLE drawing (
    sha256 TEXT NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (sha256, part)
  ) STRICT;
  CREATE TABLE scanned_page (
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    confidence REAL,
    sure_letters INTEGER NOT NULL DEFAULT 0,
    dpi INTEGER,
    wanted_dpi INTEGER,
    skew REAL,
    turn INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    version INTEGER NOT NULL,
    PRIMARY KEY (sha256, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scanned_page_state ON scanned_page (state, sha256, number);
`;

/** Scanned pages of all documents, by how far they have come; `hard` are those done but hard to read. */
export interface ScannedCounts {
  readonly waiting: number;
  readonly done: number;
  readonly failed: number;
  readonly hard: number;
}

/** Only of documents whose pages have all come. */
const isWhole = 'EXISTS (SELECT 1 FROM document WHERE document.sha256 = scanned_page.sha256)';

export function awaitText(db: Db, sha256: string, page: number): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO scanned_page (sha256, number, state, version) VALUES (?, ?, 'waiting', 0)`,
  ).run(sha256, page);
}

export function awaitTextAgain(
  db: Db,
  sha256: string,
  page: number | null,
  dpi: number | null,
): void {
  prepared(
    db,
    `UPDATE scanned_page SET state = 'waiting', error = NULL, kept = 0, wanted_dpi = ?
     WHERE sha256 = ? AND (? IS NULL OR number = ?)`,
  ).run(dpi, sha256, page, page);
}

/** A page that has been recognised before keeps its text where that reads no worse. */
export function putRecognised(db: Db, sha256: string, page: number, found: Recognised): void {
  const { text, words, confidence, sureLetters, dpi, skew, turn, width, height } = found;
  db.transaction(() => {
    const before = prepared(
      db,
      `SELECT confidence, sure_letters AS sureLetters FROM scanned_page
       WHERE sha256 = ? AND number = ? AND version > 0`,
    ).get(sha256, page) as ReadingQuality | undefined;
    if (before !== undefined && !readsBetter(found, before)) {
      prepared(
        db,
        `UPDATE scanned_page SET state = 'done', error = NULL, kept = 1
         WHERE sha256 = ? AND number = ?`,
      ).run(sha256, page);
      return;
    }
    const { changes } = prepared(
      db,
      `UPDATE page SET text = ?, words = ?, width = ?, height = ? WHERE sha256 = ? AND number = ?`,
    ).run(text, bytesOfWords(packWords(words)), width, height, sha256, page);
    if (changes === 0) return;
    prepared(
      db,
      `UPDATE scanned_page SET state = 'done', confidence = ?, sure_letters = ?, dpi = ?, skew = ?,
         turn = ?, error = NULL, kept = 0, version = version + 1 WHERE sha256 = ? AND number = ?`,
    ).run(confidence, sureLetters, dpi, skew, turn, sha256, page);
  })();
}

/** A page whose text came before keeps it: only its state tells that trying again failed. */
export function putFailed(db: Db, sha256: string, page: number, error: string): void {
  prepared(
    db,
    `UPDATE scanned_page SET state = 'failed', error = ? WHERE sha256 = ? AND number = ?`,
  ).run(error, sha256, page);
}

export function scannedPagesOf(db: Db, sha256: string): ScannedPage[] {
  return prepared(
    db,
    `SELECT number AS page, state, confidence, dpi, turn, error, kept, version FROM scanned_page
     WHERE sha256 = ? AND ${isWhole} ORDER BY number`,
  )
    .all(sha256)
    .map((row) => {
      const { state, turn, kept, ...rest } = row as ScannedPageRow;
      return { ...rest, state: PageState.parse(state), turn: Turn.parse(turn), kept: kept === 1 };
    });
}

export function countScannedPages(db: Db): ScannedCounts {
  const row = prepared(
    db,
    `SELECT coalesce(sum(state = 'waiting'), 0) AS waiting, coalesce(sum(state = 'done'), 0) AS done,
       coalesce(sum(state = 'failed'), 0) AS failed,
       coalesce(sum(state = 'done' AND confidence < ${LOW_CONFIDENCE}), 0) AS hard
     FROM scanned_page WHERE ${isWhole}`,
  ).get();
  return row as ScannedCounts;
}

/** A document with scanned pages that failed or are hard to read. */
export interface ScanTrouble {
  readonly sha256: string;
  readonly failed: number;
  readonly hard: number;
}

export function scanTroublesOf(db: Db, documents: readonly string[]): ScanTrouble[] {
  return prepared(
    db,
    `SELECT sha256, sum(state = 'failed') AS failed,
       sum(state = 'done' AND coalesce(confidence, 100) < ${LOW_CONFIDENCE}) AS hard
     FROM scanned_page WHERE sha256 IN (SELECT value FROM json_each(?)) AND ${isWhole}
     GROUP BY sha256 HAVING failed + hard > 0`,
  ).all(JSON.stringify(documents)) as ScanTrouble[];
}

type ScannedPageRow = Omit<ScannedPage, 'state' | 'turn' | 'kept'> & {
  state: string;
  turn: number;
  kept: 0 | 1;
};

/** A page that waits for its text. */
export interface WaitingPage {
  readonly page: number;
  /** Dots per inch that are asked for; `null`: as suits the page. */
  readonly dpi: number | null;
  /** How far it was turned when it was recognised before. */
  readonly turn: Turn;
}

export function nextWaitingIn(
  db: Db,
  sha256: string,
  isUnderWay: (page: number) => boolean,
): WaitingPage | null {
  const rows = prepared(
    db,
    `SELECT number AS page, wanted_dpi AS dpi, turn FROM scanned_page
     WHERE state = 'waiting' AND sha256 = ? AND ${isWhole} ORDER BY number LIMIT 64`,
  ).all(sha256) as WaitingPage[];
  return rows.find(({ page }) => !isUnderWay(page)) ?? null;
}

export function isAnyWaiting(db: Db): boolean {
  const waiting = `SELECT 1 FROM scanned_page WHERE state = 'waiting' AND ${isWhole} LIMIT 1`;
  return prepared(db, waiting).get() !== undefined;
}

export function waitingDocuments(db: Db): string[] {
  return prepared(
    db,
    `SELECT DISTINCT sha256 FROM scanned_page WHERE state = 'waiting' AND ${isWhole} ORDER BY sha256`,
  )
    .pluck()
    .all() as string[];
}

export function keepDrawing(db: Db, sha256: string, parts: readonly DrawnPart[]): void {
  db.transaction(() => {
    prepared(db, 'DELETE FROM drawing WHERE sha256 = ?').run(sha256);
    const insert = prepared(
      db,
      'INSERT INTO drawing (sha256, part, bytes, start, end) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [index, part] of parts.entries()) {
      if ('bytes' in part) insert.run(sha256, index, part.bytes, 0, part.bytes.length);
      else insert.run(sha256, index, null, part.start, part.end);
    }
  })();
}

export function drawingOf(db: Db, sha256: string): DrawnPart[] | null {
  const rows = prepared(
    db,
    'SELECT bytes, start, end FROM drawing WHERE sha256 = ? ORDER BY part',
  ).all(sha256) as { bytes: Uint8Array | null; start: number; end: number }[];
  if (rows.length === 0) return null;
  return rows.map(({ bytes, start, end }) => (bytes === null ? { start, end } : { bytes }));
}

export function forget(db: Db, sha256: string): void {
  prepared(db, 'DELETE FROM scanned_page WHERE sha256 = ?').run(sha256);
  prepared(db, 'DELETE FROM drawing WHERE sha256 = ?').run(sha256);
}
