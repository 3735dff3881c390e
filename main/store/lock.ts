import { truncateSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { isDamagedDatabase, systemCode } from '../system-code';
import { type Db, openPlainDatabase } from './connection';

/** Who has a project open. */
interface Holder {
  readonly program: string;
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Held as long as a project is open for writing. */
export interface ProjectLock {
  release(): void;
}

/**
 * Takes the one lock of a project: a write transaction on `lock.db` that stays open. The operating
 * system lets go of it when the process ends, however it ends, so no stale lock is left.
 *
 * Throws `project-in-use`, naming the holder, when another process has it.
 */
export function lockProject(folder: string, program: string, since: string): ProjectLock {
  try {
    return takeLock(folder, program, since);
  } catch (error) {
    if (!isDamagedDatabase(error)) throw error;
    // It holds nothing but a name. Emptied and not removed, so that who holds the file still does.
    truncateSync(join(folder, 'lock.db'), 0);
    return takeLock(folder, program, since);
  }
}

function takeLock(folder: string, program: string, since: string): ProjectLock {
  const db = openPlainDatabase(join(folder, 'lock.db'));
  try {
    db.pragma('busy_timeout = 300');
    const me: Holder = { program, pid: process.pid, host: hostname(), since };
    // The holder's name must be committed to be read by others, the lock itself must not be: between
    // the two another process may slip in, and then the name that stands is not ours.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      writeHolder(db, me);
      db.exec('BEGIN IMMEDIATE');
      if (readHolder(db)?.pid === me.pid) return { release: () => releaseLock(db) };
      db.exec('ROLLBACK');
    }
    throw new Error('lock.db changes hands too often');
  } catch (error) {
    const holder = isBusy(error) ? readHolder(db) : null;
    db.close();
    if (!isBusy(error)) throw error;
    const name = basename(folder);
    throw new AppError(
      'project-in-use',
      `"${name}" is already open in ${holder === null ? 'another program' : `${holder.program} (process ${holder.pid} on ${holder.host}, since ${holder.since})`}. Close it there first.`,
      {
        name,
        program: holder?.program ?? '?',
        pid: holder?.pid ?? 0,
        host: holder?.host ?? '?',
        since: holder?.since ?? '?',
      },
    );
  }
}

function writeHolder(db: Db, holder: Holder): void {
  db.transaction(() => {
    db.exec(
      'CREATE TABLE IF NOT EXISTS holder (key INTEGER PRIMARY KEY CHECK (key = 1), body TEXT NOT NULL)',
    );
    db.prepare('INSERT OR REPLACE INTO holder (key, body) VALUES (1, ?)').run(
      JSON.stringify(holder),
    );
  }).immediate();
}

function readHolder(db: Db): Holder | null {
  const body = db.prepare('SELECT body FROM holder WHERE key = 1').pluck().get();
  return typeof body === 'string' ? (JSON.parse(body) as Holder) : null;
}

function releaseLock(db: Db): void {
  if (!db.open) return;
  if (db.inTransaction) db.exec('ROLLBACK');
  db.close();
}

function isBusy(error: unknown): boolean {
  return systemCode(error)?.startsWith('SQLITE_BUSY') === true;
}
