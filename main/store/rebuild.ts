import { createHash } from 'node:crypto';

import { type Steps, toItsEnd } from '../../shared/domain/steps';
import { type Db, openScratchDatabase } from './connection';
import { migrate } from './migrate';
import { computedTables } from './computed-tables';
import { apply, nothingTouched, refreshSteps } from './projections';
import { eachEntry } from './queries/journal';

/** A hash per computed table over all its rows, in key order: equal bytes, equal tables. */
export function tableHashes(db: Db): Record<string, string> {
  return toItsEnd(hashSteps(db));
}

function* hashSteps(db: Db): Steps<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [table, order] of Object.entries(computedTables)) {
    const hash = createHash('sha256');
    const statement = db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).raw();
    for (const row of statement.iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
      yield;
    }
    hashes[table] = hash.digest('hex');
  }
  return hashes;
}

/** Computes all tables of a database anew from its journal, in one transaction. */
export function rebuild(db: Db): void {
  db.transaction(() => {
    for (const table of Object.keys(computedTables)) db.exec(`DELETE FROM ${table}`);
    toItsEnd(applySteps(db, db));
  }).immediate();
}

/**
 * Computes all tables from the journal into a database of its own, and names those that differ from
 * what the project holds.
 */
export function tablesThatDiffer(db: Db): string[] {
  return toItsEnd(tablesThatDifferSteps(db));
}

/** The same in steps, during which nothing may be written to the project: for one moment of it. */
export function* tablesThatDifferSteps(db: Db): Steps<string[]> {
  const fresh = openScratchDatabase();
  try {
    migrate(fresh, 'scratch');
    fresh.exec('BEGIN');
    yield* applySteps(db, fresh);
    const expected = yield* hashSteps(fresh);
    return Object.entries(yield* hashSteps(db))
      .filter(([table, hash]) => expected[table] !== hash)
      .map(([table]) => table);
  } finally {
    fresh.close();
  }
}

function* applySteps(from: Db, into: Db): Steps<void> {
  const touched = nothingTouched();
  for (const entry of eachEntry(from)) {
    apply(into, entry, touched);
    yield;
  }
  yield* refreshSteps(into, touched);
}
