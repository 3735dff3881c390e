import {
  hasSwedishLetters,
  SEARCH_TEXT_VERSION,
  searchWordsIn,
  withoutSwedishLetters,
} from '../../shared/domain/search-text';
import { matchExpressions, type SearchQuery } from '../../shared/domain/search-query';
import { type Db, prepared } from '../store/connection';

/** To be raised when the tables below change; with another version the index is built anew. */
const VERSION = `1/${SEARCH_TEXT_VERSION}`;

/**
 * The full-text index of the pages, in `cache.db` beside them.
 *
 * - `search_page` says of every page whether its words are in the index. Triggers on `page` keep it so
 *   in the transaction that changes a page, whoever changes it; a page that is not in it is not found.
 * - `search_words` holds the words and no text: an excerpt is made from the page itself. It is filled
 *   in slices (`indexSome`), as a page takes longer to index than to store. Words are put in as
 *   `searchWordsIn` gives them, so the plain `ascii` tokenizer has only to part them at the spaces.
 * - `search_gone` keeps the text of pages that are to be taken out of `search_words`, which can only be
 *   done by saying what was put in.
 * - `search_spelling` knows the words with å, ä and ö by how they are typed without.
 */
const SCHEMA = `
  CREATE TABLE search_state (version TEXT NOT NULL) STRICT;
  CREATE TABLE search_page (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    indexed INTEGER NOT NULL CHECK (indexed IN (0, 1)),
    UNIQUE (sha256, number)
  ) STRICT;
  CREATE INDEX search_page_waiting ON search_page (id) WHERE indexed = 0;
  CREATE TABLE search_gone (id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE TABLE search_spelling (
    plain TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (plain, word)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE search_words USING fts5(
    words, content = '', tokenize = 'ascii', prefix = '2 3 4'
  );
  INSERT INTO search_words (search_words, rank) VALUES ('crisismerge', 64);

  -- Before, as the row that is replaced is gone afterwards without any trigger having been told.
  CREATE TRIGGER search_page_comes BEFORE INSERT ON page BEGIN
    INSERT INTO search_gone (id, text) SELECT s.id, p.text
      FROM search_page s JOIN page p ON p.sha256 = s.sha256 AND p.number = s.number
      WHERE s.sha256 = new.sha256 AND s.number = new.number AND s.indexed = 1;
    DELETE FROM search_page WHERE sha256 = new.sha256 AND number = new.number;
    INSERT INTO search_page (sha256, number, indexed) VALUES (new.sha256, new.number, 0);
  END;
  CREATE TRIGGER search_page_changes AFTER UPDATE OF sha256, number, text ON page
    WHEN old.text IS NOT new.text OR old.sha256 IS NOT new.sha256 OR old.number IS NOT new.number
  BEGIN
    INSERT INTO search_gone (id, text) SELECT id, old.text FROM search_page
      WHERE sha256 = old.sha256 AND number = old.number AND indexed = 1;
    DELETE FROM search_page WHERE sha256 = old.sha256 AND number = old.number;
    INSERT INTO search_page (sha256, number, indexed) VALUES (new.sha256, new.number, 0);
  END;
  CREATE TRIGGER search_page_goes AFTER DELETE ON page BEGIN
    INSERT INTO search_gone (id, text) SELECT id, old.text FROM search_page
      WHERE sha256 = old.sha256 AND number = old.number AND indexed = 1;
    DELETE FROM search_page WHERE sha256 = old.sha256 AND number = old.number;
  END;
`;

const triggers = ['search_page_comes', 'search_page_changes', 'search_page_goes'];
const tables = ['search_words', 'search_state', 'search_page', 'search_gone', 'search_spelling'];

/** Makes the index's tables where they are missing or of another version; all pages then wait for it. */
export function prepareSearchIndex(db: Db): void {
  if (versionOf(db) === VERSION) return;
  db.transaction(() => {
    dropSearchIndex(db);
    db.exec(SCHEMA);
    db.exec(`INSERT INTO search_page (sha256, number, indexed)
      SELECT sha256, number, 0 FROM page ORDER BY rowid`);
    db.prepare('INSERT INTO search_state (version) VALUES (?)').run(VERSION);
  })();
}

/** Takes the index away, whatever is left of it. */
export function dropSearchIndex(db: Db): void {
  for (const name of triggers) db.exec(`DROP TRIGGER IF EXISTS ${name}`);
  for (const name of tables) db.exec(`DROP TABLE IF EXISTS ${name}`);
}

function versionOf(db: Db): string | null {
  const isThere = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_state'").get();
  if (isThere === undefined) return null;
  const row = db.prepare('SELECT version FROM search_state').get() as
    | { version: string }
    | undefined;
  return row?.version ?? null;
}

/** Pages indexed in one transaction at most: few enough that whoever waits for it does not notice. */
const PAGES_AT_ONCE = 20;

/**
 * Indexes pages that wait, and takes out those that are gone, for about `milliseconds`.
 *
 * @returns whether anything is left to do.
 */
export function indexSome(db: Db, milliseconds: number, clock: () => number): boolean {
  const end = clock() + milliseconds;
  const write = db.transaction(() => {
    for (let pages = 0; pages < PAGES_AT_ONCE; pages += 1) {
      if (!removeOne(db) && !indexOne(db)) return false;
      if (clock() >= end) return true;
    }
    return true;
  });
  try {
    for (;;) {
      if (!write()) return false;
      if (clock() >= end) return true;
    }
  } catch (error) {
    // What was taken to be written was not.
    known.delete(db);
    throw error;
  }
}

function removeOne(db: Db): boolean {
  const gone = prepared(db, 'SELECT id, text FROM search_gone LIMIT 1').get() as
    | { id: number; text: string }
    | undefined;
  if (gone === undefined) return false;
  prepared(db, "INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', ?, ?)").run(
    gone.id,
    indexedWords(gone.text),
  );
  prepared(db, 'DELETE FROM search_gone WHERE id = ?').run(gone.id);
  return true;
}

function indexOne(db: Db): boolean {
  const page = prepared(
    db,
    `SELECT s.id, p.text FROM search_page s
     LEFT JOIN page p ON p.sha256 = s.sha256 AND p.number = s.number
     WHERE s.indexed = 0 ORDER BY s.id LIMIT 1`,
  ).get() as { id: number; text: string | null } | undefined;
  if (page === undefined) return false;
  const words = indexedWords(page.text ?? '');
  prepared(db, 'INSERT INTO search_words (rowid, words) VALUES (?, ?)').run(page.id, words);
  for (const word of new Set(words.split(' '))) {
    if (hasSwedishLetters(word)) rememberSpelling(db, word);
  }
  prepared(db, 'UPDATE search_page SET indexed = 1 WHERE id = ?').run(page.id);
  return true;
}

/** Parts what does not belong together; nobody can type it. */
const GAP = '\u00a6';

/** A page's words as they are put into the index: those divided by a line's end also as two words. */
function indexedWords(text: string): string {
  const { words, divided } = searchWordsIn(text);
  return [words, ...divided]
    .map((sequence) => sequence.map(({ word }) => word).join(' '))
    .join(` ${GAP} `);
}

/** Spellings known to be in the table already, so that each is written once. */
const known = new WeakMap<Db, Set<string>>();
const MOST_KNOWN = 200_000;

function rememberSpelling(db: Db, word: string): void {
  let words = known.get(db);
  if (words === undefined || words.size > MOST_KNOWN) {
    words = new Set();
    known.set(db, words);
  }
  if (words.has(word)) return;
  words.add(word);
  prepared(db, 'INSERT OR IGNORE INTO search_spelling (plain, word) VALUES (?, ?)').run(
    withoutSwedishLetters(word),
    word,
  );
}

/** In how many ways a word typed without å, ä and ö is read at most. */
const MOST_SPELLINGS = 12;

function otherSpellings(db: Db, word: string, isBeginning: boolean): string[] {
  if (!/[ao]/.test(word)) return [];
  const rows = isBeginning
    ? prepared(
        db,
        `SELECT DISTINCT substr(word, 1, ?) FROM search_spelling
         WHERE plain >= ? AND plain < ? LIMIT ${4 * MOST_SPELLINGS}`,
      )
        .pluck()
        // No word goes on with that character: it ends what begins with the word.
        .all(word.length, word, `${word}\uffff`)
    : prepared(db, `SELECT word FROM search_spelling WHERE plain = ? LIMIT ${MOST_SPELLINGS}`)
        .pluck()
        .all(word);
  return (rows as string[])
    .filter((spelling) => hasSwedishLetters(spelling))
    .slice(0, MOST_SPELLINGS);
}

/** A page that was found. */
export interface FoundPage {
  readonly sha256: string;
  readonly number: number;
}

/** What was found: the pages, best first, and whether there are more than were looked at. */
export interface FoundPages {
  readonly pages: readonly FoundPage[];
  readonly isMore: boolean;
  /** Pages that still wait to be indexed. */
  readonly waiting: number;
}

/** How many pages a search looks at: so many are in any order of use to nobody, and ranking them takes time. */
export const MOST_FOUND = 1000;

/**
 * The pages that a query finds: those spelt as typed before those that may be meant, and among them
 * the ones that have most of it first (BM25). When there are more than `MOST_FOUND` of them they come
 * in the order in which the documents came in, page by page.
 */
export function findPages(db: Db, query: SearchQuery): FoundPages {
  const waiting = countWaiting(db);
  const pages: FoundPage[] = [];
  for (const expression of expressionsFor(db, query)) {
    const room = MOST_FOUND + 1 - pages.length;
    if (room > 0) pages.push(...matching(db, expression, room));
  }
  return { pages: pages.slice(0, MOST_FOUND), isMore: pages.length > MOST_FOUND, waiting };
}

/** Only pages whose words are those of now, of documents that have all come. */
const found = `SELECT s.sha256, s.number FROM search_words
  CROSS JOIN search_page s ON s.id = search_words.rowid AND s.indexed = 1
  WHERE search_words MATCH ?
    AND EXISTS (SELECT 1 FROM document WHERE document.sha256 = s.sha256)`;

/** What is asked of the index, in this order; also what its speed is measured against. */
export const SEARCH_SQL = {
  matching: `${found} LIMIT ?`,
  ranked: `${found} ORDER BY rank`,
  text: 'SELECT text FROM page WHERE sha256 = ? AND number = ?',
} as const;

/** The expressions that a query comes to in this index, as it spells words: exact before forgiving. */
export function expressionsFor(db: Db, query: SearchQuery): string[] {
  const match = matchExpressions(query, (word, isBeginning) =>
    otherSpellings(db, word, isBeginning),
  );
  if (match === null) return [];
  const { exact, forgiving } = match;
  return forgiving === null ? [exact] : [exact, `(${forgiving}) NOT (${exact})`];
}

function matching(db: Db, expression: string, most: number): FoundPage[] {
  // Ranking has to count each word in the whole index; it is done only where it puts few pages in order.
  const pages = prepared(db, SEARCH_SQL.matching).all(expression, most) as FoundPage[];
  if (pages.length < 2) return pages;
  if (pages.length === most) return pageByPage(pages);
  return prepared(db, SEARCH_SQL.ranked).all(expression) as FoundPage[];
}

/**
 * Pages document by document, in the order in which the documents are first met, and a document's by
 * number: they come in as they are read, and those of a long document are read by several at once.
 */
function pageByPage(pages: readonly FoundPage[]): FoundPage[] {
  const byDocument = new Map<string, FoundPage[]>();
  for (const page of pages) {
    const others = byDocument.get(page.sha256);
    if (others === undefined) byDocument.set(page.sha256, [page]);
    else others.push(page);
  }
  return [...byDocument.values()].flatMap((own) => own.sort((a, b) => a.number - b.number));
}

/** How many pages wait to be indexed; counted no further than matters. */
function countWaiting(db: Db): number {
  return prepared(
    db,
    'SELECT count(*) FROM (SELECT 1 FROM search_page WHERE indexed = 0 LIMIT 100000)',
  )
    .pluck()
    .get() as number;
}

/** A page's text alone. */
export function pageText(db: Db, { sha256, number }: FoundPage): string | null {
  const text: unknown = prepared(db, SEARCH_SQL.text).pluck().get(sha256, number);
  return typeof text === 'string' ? text : null;
}
