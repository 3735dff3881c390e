import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { ReplicaId } from '../../shared/domain/ids';
import { newProjectId, newReplicaId } from '../ids';
import { type Db, openDatabase, openReadOnlyCopy } from './connection';
import { JournalCopy } from './journal-copy';
import { readLocal, writeLocal } from './local';
import { lockProject } from './lock';
import { migrate, newestVersion, versionOf } from './migrate';
import { ProjectStore } from './project-store';
import { findProject } from './queries/project';
import { recoverFromCopies } from './recover';
import { storageError } from './storage-error';

/** Which program opens, and the time: shown to whoever finds the project locked. */
export interface Opener {
  readonly program: string;
  readonly now: string;
}

/**
 * Makes a project: a folder with journal, tables and the built-in codebook.
 *
 * Throws `folder-taken` when something is there already, `not-writable` or `disk-full`.
 */
export function createProject(
  folder: string,
  project: { name: string; codersWanted: number },
  opener: Opener,
): ProjectStore {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new AppError(
      'folder-taken',
      `"${folder}" exists already. Choose another name, or open the project that is there.`,
      { folder },
    );
  }
  try {
    mkdirSync(join(folder, 'documents'), { recursive: true });
    new JournalCopy(folder).create();
    const store = openForWriting(folder, opener);
    store.append(
      [
        { kind: 'project.created', payload: { id: newProjectId(), ...project } },
        { kind: 'codebook.adopted', payload: { codebook: IOP_CODEBOOK } },
      ],
      { reviewer: null, at: opener.now },
    );
    return store;
  } catch (error) {
    throw storageError(error, folder);
  }
}

/**
 * Opens a project: lock, pragmas, version, recovery of entries that only the copy has. Where the
 * folder cannot be written it opens a private copy for reading and says why.
 *
 * Throws `not-a-project`, `project-newer`, `project-in-use` or `project-damaged`.
 */
export function openProject(folder: string, opener: Opener): ProjectStore {
  if (!existsSync(join(folder, 'project.db'))) {
    throw new AppError(
      'not-a-project',
      existsSync(folder)
        ? `"${folder}" is not a Samsyn project: it has no project.db. Choose a folder whose name ends in .samsyn.`
        : `There is no project at "${folder}". It may have been moved: look for it with Open project.`,
      { name: basename(folder) },
    );
  }
  return isWritable(folder) ? openForWriting(folder, opener) : openForReading(folder);
}

/** Tried rather than asked: what permissions say and what a disk allows are not the same everywhere. */
function isWritable(folder: string): boolean {
  try {
    closeSync(openSync(join(folder, 'project.db'), 'r+'));
    closeSync(openSync(join(folder, 'lock.db'), 'a'));
    return true;
  } catch (error) {
    if (storageError(error, folder) === error) throw error;
    return false;
  }
}

function openForWriting(folder: string, opener: Opener): ProjectStore {
  const lock = lockProject(folder, opener.program, opener.now);
  let db: Db | null = null;
  try {
    const file = join(folder, 'project.db');
    if (existsSync(file)) setAsideBeforeMigrating(folder);
    db = openDatabase(file);
    migrate(db, basename(folder));
    const { findings, uncertain } = recoverFromCopies(db, folder);
    const replica = ownReplica(db, file, uncertain);
    return new ProjectStore({
      folder,
      db,
      replica,
      readOnlyReason: null,
      lock,
      recovered: findings,
    });
  } catch (error) {
    db?.close();
    lock.release();
    throw asDamage(error, folder);
  }
}

/** A project that cannot be written is read from a private copy: WAL would need to write beside it. */
function openForReading(folder: string): ProjectStore {
  const copy = mkdtempSync(join(tmpdir(), 'samsyn-read-'));
  const removeCopy = () => rmSync(copy, { recursive: true, force: true });
  try {
    for (const name of ['project.db', 'project.db-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    const db = openReadOnlyCopy(join(copy, 'project.db'));
    if (versionOf(db, basename(folder)) !== newestVersion) {
      db.close();
      throw new AppError(
        'needs-writing',
        `"${basename(folder)}" was made by an older version and must be brought up to date, but its folder cannot be written to. Copy the project to a place of your own and open it there.`,
        { name: basename(folder) },
      );
    }
    return new ProjectStore({
      folder,
      db,
      replica: newReplicaId(),
      readOnlyReason:
        'its folder cannot be written to. Copy the project to a place of your own to work in it.',
      lock: null,
      onClose: removeCopy,
    });
  } catch (error) {
    removeCopy();
    throw asDamage(error, folder);
  }
}

/** Before an older project is brought up to date, the file is copied aside as it was. */
function setAsideBeforeMigrating(folder: string): void {
  const db = openDatabase(join(folder, 'project.db'), { fileMustExist: true });
  try {
    const version = versionOf(db, basename(folder));
    if (version === 0 || version === newestVersion) return;
    const backups = join(folder, 'backups');
    mkdirSync(backups, { recursive: true });
    db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(join(folder, 'project.db'), join(backups, `project-format-${version}.db`));
  } finally {
    db.close();
  }
}

/**
 * The replica that this copy of the project writes as. A copied folder must not go on writing as the
 * one it was copied from, or their chains would fork: so the id is bound to machine and file. Nor may
 * it where what it last wrote is uncertain: others may have an entry that is lost here.
 */
function ownReplica(db: Db, file: string, uncertain: ReadonlySet<string>): ReplicaId {
  const { dev, ino } = statSync(file, { bigint: true });
  const place = createHash('sha256').update(`${hostname()}/${dev}/${ino}`).digest('hex');
  const known = readLocal(db, 'replica');
  if (known !== null && readLocal(db, 'place') === place && !uncertain.has(known)) {
    return ReplicaId.parse(known);
  }
  const replica = newReplicaId();
  db.transaction(() => {
    writeLocal(db, 'replica', replica);
    writeLocal(db, 'place', place);
  }).immediate();
  return replica;
}

function asDamage(error: unknown, folder: string): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new AppError(
      'project-damaged',
      `project.db in "${folder}" is damaged (${code}). Nothing was changed. The journal folder holds a second copy of every entry, and backups may hold an earlier state.`,
      { folder },
    );
  }
  return storageError(error, folder);
}

/** The project's name for titles; the folder's name before the first entry. */
export function nameOf(store: ProjectStore): string {
  return findProject(store.db)?.name ?? basename(store.folder, '.samsyn');
}
