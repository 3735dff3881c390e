import type { DocumentId } from '../../shared/domain/ids';
import { DocumentFacts } from '../../shared/domain/similarity/facts';
import type { PairFigures } from '../../shared/domain/similarity/pair';
import type { DocumentSketch } from '../../shared/domain/similarity/sketch';
import { type Db, prepared } from '../store/connection';
import type { PageCache } from './page-cache';

/** To be raised when sketches or figures come out differently: they are then worked out anew. */
const VERSION = 4;

const SCHEMA = `
  DROP TABLE IF EXISTS similar_document;
  DROP TABLE IF EXISTS similar_sketch;
  DROP TABLE IF EXISTS similar_pair;
  DROP TABLE IF EXISTS similar_state;
  CREATE TABLE similar_document (
    sha256 TEXT NOT NULL PRIMARY KEY,
    -- Characters of the text that it was made of: another recognition of a scan gives another text.
    characters INTEGER NOT NULL,
    -- 1 once it has been compared with all others.
    paired INTEGER NOT NULL CHECK (paired IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  -- Apart, so that going through all documents does not go through all of this.
  CREATE TABLE similar_sketch (
    sha256 TEXT NOT NULL PRIMARY KEY,
    signature BLOB NOT NULL,
    facts TEXT NOT NULL,
    shingles BLOB NOT NULL
  ) STRICT;
  CREATE TABLE similar_pair (
    a TEXT NOT NULL,
    b TEXT NOT NULL,
    text REAL NOT NULL, own REAL NOT NULL, within REAL NOT NULL, names REAL NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (a, b)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX similar_pair_by_score ON similar_pair (score DESC, a, b);
  CREATE INDEX similar_pair_by_second ON similar_pair (b);
  CREATE TABLE similar_state (version INTEGER NOT NULL, scored INTEGER NOT NULL) STRICT;
  INSERT INTO similar_state (version, scored) VALUES (${VERSION}, 0);
`;

/** A pair that is alike enough to be shown. */
export interface KeptPair {
  readonly a: DocumentId;
  readonly b: DocumentId;
  readonly figures: PairFigures;
}

/** How far a document has come. */
interface SketchState {
  readonly characters: number;
  readonly paired: boolean;
}

/**
 * Sketches of documents and the pairs found, beside the pages in `cache.db`: worked out from the
 * pages, so they may be lost at any time.
 */
export class SimilarityCache {
  readonly #pages: PageCache;
  /** The databases that are known to have the tables; a damaged one is replaced while it is open. */
  readonly #ready = new WeakSet<Db>();

  constructor(pages: PageCache) {
    this.#pages = pages;
  }

  /** Every document that has a sketch. */
  listSketched(): Map<DocumentId, SketchState> {
    return this.#use(new Map<DocumentId, SketchState>(), (db) => {
      const rows = prepared(
        db,
        'SELECT sha256, characters, paired FROM similar_document',
      ).all() as {
        sha256: string;
        characters: number;
        paired: number;
      }[];
      return new Map(
        rows.map(({ sha256, characters, paired }) => [
          sha256 as DocumentId,
          { characters, paired: paired === 1 },
        ]),
      );
    });
  }

  /** Characters of a document's text, as SQLite counts them; `null` where it has not been read. */
  charactersOf(document: DocumentId): number | null {
    return this.#use(null, (db) => {
      const there = prepared(db, 'SELECT 1 FROM document WHERE sha256 = ?').get(document);
      if (there === undefined) return null;
      const sql = 'SELECT coalesce(sum(length(text)), 0) AS count FROM page WHERE sha256 = ?';
      return (prepared(db, sql).get(document) as { count: number }).count;
    });
  }

  /** The texts of a document's pages after one of them, in order, as many as asked for at most. */
  textsAfter(document: DocumentId, page: number, most: number): { number: number; text: string }[] {
    return this.#use<{ number: number; text: string }[]>([], (db) => {
      const sql =
        'SELECT number, text FROM page WHERE sha256 = ? AND number > ? ORDER BY number LIMIT ?';
      return prepared(db, sql).all(document, page, most) as { number: number; text: string }[];
    });
  }

  /** Keeps a document's sketch; it has yet to be compared with the others. */
  keep(
    document: DocumentId,
    { signature, shingles, facts }: DocumentSketch,
    characters: number,
  ): void {
    this.#use(undefined, (db) =>
      db.transaction(() => {
        // By either of two indexes: one condition on both would go through all pairs.
        prepared(db, 'DELETE FROM similar_pair WHERE a = ?').run(document);
        prepared(db, 'DELETE FROM similar_pair WHERE b = ?').run(document);
        prepared(
          db,
          'INSERT OR REPLACE INTO similar_sketch (sha256, signature, facts, shingles) VALUES (?, ?, ?, ?)',
        ).run(document, bytesOf(signature), JSON.stringify(facts), bytesOf(shingles));
        prepared(
          db,
          'INSERT OR REPLACE INTO similar_document (sha256, characters, paired) VALUES (?, ?, 0)',
        ).run(document, characters);
      })(),
    );
  }

  signatureOf(document: DocumentId): Uint32Array | null {
    return this.#numbers('signature', document);
  }

  shinglesOf(document: DocumentId): Uint32Array | null {
    return this.#numbers('shingles', document);
  }

  factsOf(document: DocumentId): DocumentFacts | null {
    return this.#use(null, (db) => {
      const facts = prepared(db, 'SELECT facts FROM similar_sketch WHERE sha256 = ?')
        .pluck()
        .get(document) as string | undefined;
      return facts === undefined ? null : DocumentFacts.parse(JSON.parse(facts));
    });
  }

  /** How many documents there were when all of them were last compared with all. */
  scoredAt(): number {
    return this.#use(0, (db) =>
      Number(prepared(db, 'SELECT scored FROM similar_state').pluck().get() ?? 0),
    );
  }

  /** Adds pairs and marks documents as compared, in one step. `all`: instead of what was there. */
  keepPairs(
    pairs: readonly KeptPair[],
    compared: readonly DocumentId[],
    { all }: { all: boolean },
  ): void {
    this.#use(undefined, (db) =>
      db.transaction(() => {
        if (all) {
          db.exec('DELETE FROM similar_pair');
          prepared(db, 'UPDATE similar_state SET scored = ?').run(compared.length);
        }
        const insert = prepared(
          db,
          `INSERT OR REPLACE INTO similar_pair (a, b, text, own, within, names, score)
           VALUES (?, ?, ?, ?, ?, ?, ?)`,
        );
        for (const { a, b, figures } of pairs) {
          const { text, own, within, names, score } = figures;
          insert.run(a, b, text, own, within, names, score);
        }
        if (all) db.exec('UPDATE similar_document SET paired = 1');
        const mark = prepared(db, 'UPDATE similar_document SET paired = 1 WHERE sha256 = ?');
        if (!all) for (const document of compared) mark.run(document);
      })(),
    );
  }

  /** All pairs, the most alike first. */
  listPairs(): KeptPair[] {
    return this.#use([], (db) =>
      prepared(
        db,
        'SELECT a, b, text, own, within, names, score FROM similar_pair ORDER BY score DESC, a, b',
      )
        .all()
        .map((row) => {
          const { a, b, ...figures } = row as { a: DocumentId; b: DocumentId } & PairFigures;
          return { a, b, figures };
        }),
    );
  }

  /** The figures of one pair that was found alike. */
  findPair(a: DocumentId, b: DocumentId): PairFigures | null {
    return this.#use(null, (db) => {
      const figures = prepared(
        db,
        'SELECT text, own, within, names, score FROM similar_pair WHERE a = ? AND b = ?',
      ).get(a, b) as PairFigures | undefined;
      return figures ?? null;
    });
  }

  #numbers(column: 'signature' | 'shingles', document: DocumentId): Uint32Array | null {
    return this.#use(null, (db) => {
      const bytes = prepared(db, `SELECT ${column} FROM similar_sketch WHERE sha256 = ?`)
        .pluck()
        .get(document) as Buffer | undefined;
      if (bytes === undefined) return null;
      // Copied, since numbers must begin at a multiple of four.
      const copy = new Uint8Array(bytes);
      return new Uint32Array(copy.buffer, 0, copy.byteLength >> 2);
    });
  }

  #use<T>(otherwise: T, step: (db: Db) => T): T {
    return this.#pages.use(otherwise, (db) => {
      if (!this.#ready.has(db)) {
        if (!isCurrent(db)) db.exec(SCHEMA);
        this.#ready.add(db);
      }
      return step(db);
    });
  }
}

function isCurrent(db: Db): boolean {
  const there = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'similar_state'").get();
  if (there === undefined) return false;
  return db.prepare('SELECT version FROM similar_state').pluck().get() === VERSION;
}

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
