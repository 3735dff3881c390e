import { createHash } from 'node:crypto';

import { type Db, openDatabase } from './connection';
import { migrate } from './migrate';
import { computedTables } from './computed-tables';
import { apply, nothingTouched, refresh } from './projections';
import { eachEntry } from './queries/journal';

/** A hash per computed table over all its rows, in key order: equal bytes, equal tables. */
export function tableHashes(db: Db): Record<string, string> {
  return Object.fromEntries(
    Object.entries(computedTables).map(([table, order]) => {
      const hash = createHash('sha256');
      const statement = db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw();
      for (const row of statement.iterate()) hash.update(`${JSON.stringify(row)}\n`);
      return [table, hash.digest('hex')];
    }),
  );
}

/** Computes all tables of a database anew from its journal, in one transaction. */
export function rebuild(db: Db): void {
  db.transaction(() => {
    for (const table of Object.keys(computedTables)) db.exec(`DELETE FROM ${table}`);
    applyAll(db, db);
  }).immediate();
}

/**
 * Computes all tables from the journal into a database in memory, and names those that differ from
 * what the project holds.
 */
export function tablesThatDiffer(db: Db): string[] {
  const fresh = openDatabase(':memory:');
  try {
    migrate(fresh, 'memory');
    fresh.transaction(() => applyAll(db, fresh))();
    const expected = tableHashes(fresh);
    return Object.entries(tableHashes(db))
      .filter(([table, hash]) => expected[table] !== hash)
      .map(([table]) => table);
  } finally {
    fresh.close();
  }
}

function applyAll(from: Db, into: Db): void {
  const touched = nothingTouched();
  for (const entry of eachEntry(from)) apply(into, entry, touched);
  refresh(into, touched);
}
