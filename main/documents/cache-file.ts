import { renameSync, rmSync } from 'node:fs';

import { type Db, openPlainDatabase } from '../store/connection';
import { isDamagedDatabase } from '../system-code';
import { PAGE_SCHEMA } from './cached-pages';
import { RECOGNITION_SCHEMA } from './recognition-cache';
import { dropSearchIndex, prepareSearchIndex } from './search-index';

/** To be raised when pages come out differently: old caches are then made anew from the documents. */
const VERSION = 44;

const SCHEMA = `
  ${PAGE_SCHEMA}
  ${RECOGNITION_SCHEMA}
  PRAGMA user_version = ${VERSION};
`;

/** Opens a cache as it lies there, or sets it aside and begins with an empty one. */
export type OpenCache = (content: 'as-it-is' | 'empty') => Db;

/** A cache that is gone when it is closed. */
export function openInMemory(): Db {
  const db = openPlainDatabase(':memory:');
  db.exec(SCHEMA);
  prepareSearchIndex(db);
  return db;
}

/** The cache in a file; one that is damaged, or of another version, is replaced by an empty one. */
export function openOrReplace(file: string, content: 'as-it-is' | 'empty'): Db {
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

/** Whether an error says that the file is damaged, so that an empty one should take its place. */
export function isDamage(error: unknown): boolean {
  if (isDamagedDatabase(error)) return true;
  // A column that does not parse, or a table that is missing: damage of another kind.
  return (
    error instanceof SyntaxError ||
    (error instanceof Error &&
      (error.name === 'ZodError' || error.message.startsWith('no such table')))
  );
}
