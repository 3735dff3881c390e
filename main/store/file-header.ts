import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { openForQueries } from './connection';
import { APPLICATION_ID, refuseUnlessOurs, versionOf } from './migrate';
import { projectDamaged } from './storage-error';

const MAGIC = 'SQLite format 3\0';

/**
 * Refuses what is no project of ours, or one from a newer version, before anything is opened: SQLite
 * would switch the file to another mode, and a lock would be laid beside it.
 *
 * Reads the header's bytes (https://www.sqlite.org/fileformat2.html#the_database_header: pages at 28,
 * user_version at 60, application_id at 68). A file that is absent or empty is for the caller.
 *
 * Throws `not-a-project`, `project-newer` or `project-damaged`.
 */
export function refuseForeign(folder: string): void {
  const file = join(folder, 'project.db');
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, header.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw projectDamaged(folder, 'it is no database');
  }
  const id = header.readInt32BE(68);
  if (id !== APPLICATION_ID && hasLog(file)) {
    // What the file is may stand in its log alone, as when a project was made and never closed.
    refuseByCopy(folder);
    return;
  }
  refuseUnlessOurs(basename(folder), {
    id,
    version: header.readInt32BE(60),
    isEmpty: header.readInt32BE(28) <= 1,
  });
}

function hasLog(file: string): boolean {
  return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

function refuseByCopy(folder: string): void {
  const copy = mkdtempSync(join(tmpdir(), 'samsyn-look-'));
  try {
    for (const name of ['project.db', 'project.db-wal']) {
      copyFileSync(join(folder, name), join(copy, name));
    }
    const db = openForQueries(join(copy, 'project.db'));
    try {
      versionOf(db, basename(folder));
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
