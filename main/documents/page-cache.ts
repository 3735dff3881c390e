import { join } from 'node:path';

import type { Page } from '../../shared/domain/page';
import type { ScannedPage } from '../../shared/domain/recognition';
import type { SearchQuery } from '../../shared/domain/search-query';
import type { Db } from '../store/connection';
import { isDamage, openInMemory, openOrReplace, type OpenCache } from './cache-file';
import * as cached from './cached-pages';
import type { DrawnPart } from './drawn-parts';
import { systemCode } from '../system-code';
import type { PackedPage } from './packed-words';
import type { ReadSummary } from './read-summary';
import type { ScannedCounts, ScanTrouble, WaitingPage } from './recognition-cache';
import * as recognition from './recognition-cache';
import type { Recognised } from './recognition/recogniser-protocol';
import { findPages, type FoundPage, type FoundPages, indexSome, pageText } from './search-index';

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
    return this.#guarded([...documents], (db) => cached.missingOf(db, documents));
  }

  /** How many pages a document has; `null` where it is not in the cache. */
  pageCount(sha256: string): number | null {
    return this.summaryOf(sha256)?.pageCount ?? null;
  }

  summaryOf(sha256: string): ReadSummary | null {
    return this.#guarded(null, (db) => cached.summaryOf(db, sha256));
  }

  /** The pages `from` to `to`, both included, as far as the document is there. */
  pagesOf(sha256: string, from: number, to: number): Page[] {
    return this.#guarded([], (db) => cached.pagesOf(db, sha256, from, to));
  }

  /** Begins a document anew. Pages may come again from 1, as when a file is read a second time. */
  receive(sha256: string): PageWriter {
    this.forget(sha256);
    return {
      add: (page) => {
        cached.putPage(this.#db, sha256, page);
        if (page.isPicture === true) recognition.awaitText(this.#db, sha256, page.number);
      },
      draw: (parts) => recognition.keepDrawing(this.#db, sha256, parts),
      finish: (summary) => cached.putDocument(this.#db, sha256, summary),
    };
  }

  /** Removes a document's pages, as when reading it failed halfway. */
  forget(sha256: string): void {
    this.#guarded(undefined, (db) => {
      cached.forgetPages(db, sha256);
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
