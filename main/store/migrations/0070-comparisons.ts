import type { Db } from '../connection';

/** What people said of two documents: the same agreement, another version of it, or unrelated. */
export function up(db: Db): void {
  db.exec(`
    CREATE TABLE comparisons (
      a TEXT NOT NULL,
      b TEXT NOT NULL CHECK (a < b),
      -- NULL when what was said is taken back.
      relation TEXT,
      note TEXT NOT NULL,
      reviewer TEXT,
      compared_at TEXT NOT NULL,
      lamport INTEGER NOT NULL, replica TEXT NOT NULL, n INTEGER NOT NULL,
      PRIMARY KEY (a, b)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX comparisons_by_second ON comparisons (b, a);
  `);
}

/** As `computedTables` of the first migration. */
export const comparisonTables = { comparisons: 'a, b' } as const;
