import { AppError } from '../../shared/domain/app-error';
import type { Db } from './connection';
import * as journalAndTables from './migrations/0010-journal-and-tables';
import * as placesOfDocuments from './migrations/0030-places-of-documents';
import * as proposals from './migrations/0050-proposals';
import * as comparisons from './migrations/0070-comparisons';

/** In tens, so that one can be put between; never edited after release. */
const migrations = [
  { version: 10, up: journalAndTables.up },
  { version: 30, up: placesOfDocuments.up },
  { version: 50, up: proposals.up },
  { version: 70, up: comparisons.up },
] as const;

/** "SAMS": marks the file as a project of ours for `file` and the like. */
export const APPLICATION_ID = 0x53414d53;

export const newestVersion = migrations[migrations.length - 1]?.version ?? 0;

/**
 * Brings a database to the newest version; each step and its version number commit together.
 *
 * Refuses with `project-newer` when the file comes from a version that this program does not know,
 * and with `not-a-project` when it is somebody else's database.
 */
export function migrate(db: Db, name: string): void {
  const version = versionOf(db, name);
  for (const migration of migrations) {
    if (migration.version <= version) continue;
    db.transaction(() => {
      migration.up(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}

/** The version a file is at; 0 for an empty one. Refuses as `migrate` does. */
export function versionOf(db: Db, name: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const id = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_master').pluck().get());
  refuseUnlessOurs(name, { id, version, isEmpty: tables === 0 });
  return version;
}

/** Refuses a file as `migrate` does, by what is known of it. */
export function refuseUnlessOurs(
  name: string,
  { id, version, isEmpty }: { id: number; version: number; isEmpty: boolean },
): void {
  if (id !== APPLICATION_ID && (version !== 0 || !isEmpty)) {
    throw new AppError(
      'not-a-project',
      `"${name}" is not a Samsyn project: its project.db belongs to another program. Choose a folder whose name ends in .samsyn.`,
      { name },
    );
  }
  if (version > newestVersion) {
    throw new AppError(
      'project-newer',
      `"${name}" was made by a newer version of Samsyn (format ${version}, this version reads up to ${newestVersion}). Nothing was changed. Update Samsyn to open it.`,
      { name, version, newest: newestVersion },
    );
  }
}
