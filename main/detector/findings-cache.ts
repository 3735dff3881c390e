import { createHash } from 'node:crypto';

import type { Codebook } from '../../shared/domain/codebook';
import {
  DETECTOR_VERSION,
  type DetectorPage,
  Finding,
} from '../../shared/domain/detector/proposal';
import type { PageCache } from '../documents/page-cache';
import { type Db, prepared } from '../store/connection';
import { z } from 'zod';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS finding (
    -- Hash over the detector's version, the codebook and the texts: another reading is another key.
    key TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** What the detector found, beside the pages in `cache.db`: made from them, so it may be lost at any time. */
export class FindingsCache {
  readonly #pages: PageCache;
  readonly #ready = new WeakSet<Db>();

  constructor(pages: PageCache) {
    this.#pages = pages;
  }

  /** The texts of a document's pages, in order; none where it has not been read. */
  textsOf(document: string, most: number): { number: number; text: string }[] {
    return this.#use([], (db) =>
      prepared(db, 'SELECT number, text FROM page WHERE sha256 = ? ORDER BY number LIMIT ?').all(
        document,
        most,
      ),
    ) as { number: number; text: string }[];
  }

  find(key: string): Finding[] | null {
    return this.#use(null, (db) => {
      const body = prepared(db, 'SELECT body FROM finding WHERE key = ?').pluck().get(key);
      return typeof body === 'string' ? z.array(Finding).parse(JSON.parse(body)) : null;
    });
  }

  keep(key: string, findings: readonly Finding[]): void {
    this.#use(undefined, (db) => {
      prepared(db, 'INSERT OR REPLACE INTO finding (key, body) VALUES (?, ?)').run(
        key,
        JSON.stringify(findings),
      );
    });
  }

  #use<T>(otherwise: T, step: (db: Db) => T): T {
    return this.#pages.use(otherwise, (db) => {
      if (!this.#ready.has(db)) {
        db.exec(SCHEMA);
        this.#ready.add(db);
      }
      return step(db);
    });
  }
}

/** What findings are kept by. */
export function findingsKey(codebook: Codebook, pages: readonly DetectorPage[]): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([DETECTOR_VERSION, codebook]));
  for (const { document, number, text } of pages) hash.update(`\n${document} ${number}\n${text}`);
  return hash.digest('hex');
}
