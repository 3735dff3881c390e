import Database from 'better-sqlite3';

export type Db = Database.Database;

/** Pragmas of every connection that writes, each with the value it must read back as. */
const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  // better-sqlite3 is built with WAL commits as NORMAL, which a power cut can take back.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', '2000', 2000],
] as const;

/**
 * Opens a database file and sets every pragma, then reads each one back: the only place that does.
 *
 * Throws when a pragma did not take, since then nothing that is shown as saved could be trusted.
 */
export function openDatabase(file: string, options: { fileMustExist?: boolean } = {}): Db {
  const db = new Database(file, { fileMustExist: options.fileMustExist ?? false, ...binding() });
  try {
    for (const [name, value, expected] of pragmas) {
      db.pragma(`${name} = ${value}`);
      const actual: unknown = db.pragma(name, { simple: true });
      if (actual !== expected && !(name === 'journal_mode' && actual === 'memory')) {
        throw new Error(`${name} reads back as ${String(actual)}, not ${expected}`);
      }
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a database that is there for reading only. */
export function openForQueries(file: string): Db {
  const db = new Database(file, { fileMustExist: true, ...binding() });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens an empty database that nobody else sees and that is gone when it is closed. SQLite keeps what
 * does not fit its cache in a temporary file, so that a large one does not fill the memory.
 */
export function openScratchDatabase(): Db {
  const db = new Database('', binding());
  db.pragma('trusted_schema = OFF');
  return db;
}

/** Opens a database that is not a project's journal (the lock): no pragmas beyond SQLite's own. */
export function openPlainDatabase(file: string): Db {
  return new Database(file, binding());
}

/** Where the prebuilt SQLite does not fit the runtime, set-up built one and says where it is. */
function binding(): { nativeBinding?: string } {
  const file = process.env['SAMSYN_SQLITE_BINDING'];
  return file ? { nativeBinding: file } : {};
}

type Statement = Database.Statement;
const statements = new WeakMap<Db, Map<string, Statement>>();

/** A prepared statement, prepared once per connection. */
export function prepared(db: Db, sql: string): Statement {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}
