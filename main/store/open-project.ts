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

import { AppError, isAppError } from '../../shared/domain/app-error';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { ReplicaId } from '../../shared/domain/ids';
import { newProjectId, newReplicaId } from '../ids';
import { type Db, openDatabase, openForQueries } from './connection';
import { JournalCopy } from './journal-copy';
import { readLocal, writeLocal } from './local';
import { refuseForeign } from './file-header';
import { type ProjectLock, lockProject } from './lock';
import { migrate, newestVersion, versionOf } from './migrate';
import { ProjectStore, isProjectFolder } from './project-store';
import { findProject } from './queries/project';
import { recoverFromCopies } from './recover';
import { openingError, storageError } from './storage-error';

/** Which program opens, and the time: shown to whoever finds the project locked. */
interface Opener {
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
  let made: string | undefined;
  let store: ProjectStore | null = null;
  try {
    made = mkdirSync(folder, { recursive: true });
    mkdirSync(join(folder, 'documents'));
    new JournalCopy(folder).create();
    store = openForWriting(folder, opener);
    store.append(
      [
        { kind: 'project.created', payload: { id: newProjectId(), ...project } },
        { kind: 'codebook.adopted', payload: { codebook: IOP_CODEBOOK } },
      ],
      { reviewer: null, at: opener.now },
    );
    return store;
  } catch (error) {
    store?.close();
    takeAway(folder, made);
    throw storageError(error, folder);
  }
}

/** Removes what a creation that failed has made; a folder that was there, and empty, stays. */
function takeAway(folder: string, made: string | undefined): void {
  if (made !== undefined) {
    rmSync(made, { recursive: true, force: true });
    return;
  }
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^(documents|journal|(project|lock)\.db(-\w+)?)$/.test(name)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

/**
 * Opens a project: lock, pragmas, version, recovery of entries that only the copies have, also where
 * project.db itself is gone. Where the folder cannot be written, or the disk is full, it opens a
 * private copy for reading and says why.
 *
 * Throws `not-a-project`, `project-newer`, `project-in-use` or `project-damaged`; what is refused is
 * left as it is.
 */
export function openProject(folder: string, opener: Opener): ProjectStore {
  if (!isProjectFolder(folder)) {
    throw new AppError(
      'not-a-project',
      existsSync(folder)
        ? `"${folder}" is not a Samsyn project: it has no project.db. Choose a folder whose name ends in .samsyn.`
        : `There is no project at "${folder}". It may have been moved: look for it with Open project.`,
      { name: basename(folder) },
    );
  }
  try {
    refuseForeign(folder);
    tryWriting(folder);
    return openForWriting(folder, opener);
  } catch (error) {
    const refusal = openingError(error, folder);
    if (!isAppError(refusal)) throw refusal;
    if (refusal.code === 'not-writable') return openForReading(folder, refusal, NOT_WRITABLE);
    if (refusal.code === 'disk-full') return openForReading(folder, refusal, DISK_FULL);
    throw refusal;
  }
}

const NOT_WRITABLE =
  'its folder cannot be written to. Copy the project to a place of your own to work in it.';
const DISK_FULL =
  'there is no room left on its disk. Make room and open the project again to work in it.';

/** Tried rather than asked: what permissions say and what a disk allows are not the same everywhere. */
function tryWriting(folder: string): void {
  for (const name of ['project.db', 'lock.db']) {
    const file = join(folder, name);
    if (existsSync(file) && statSync(file).isFile()) closeSync(openSync(file, 'r+'));
  }
  // SQLite and the copies make files of their own beside those that are there.
  for (const place of [folder, join(folder, 'journal')]) {
    if (!existsSync(place)) continue;
    const probe = join(place, `.samsyn-${process.pid}`);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  }
}

function openForWriting(folder: string, opener: Opener): ProjectStore {
  let lock: ProjectLock | null = null;
  let db: Db | null = null;
  try {
    lock = lockProject(folder, opener.program, opener.now);
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
    lock?.release();
    throw openingError(error, folder);
  }
}

/** A project that cannot be written is read from a private copy: WAL would need to write beside it. */
function openForReading(folder: string, refusal: AppError, reason: string): ProjectStore {
  if (!existsSync(join(folder, 'project.db'))) throw refusal;
  const copy = mkdtempSync(join(tmpdir(), 'samsyn-read-'));
  const removeCopy = () => rmSync(copy, { recursive: true, force: true });
  try {
    for (const name of ['project.db', 'project.db-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    }
    const db = openForQueries(join(copy, 'project.db'));
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
      readOnlyReason: reason,
      lock: null,
      onClose: removeCopy,
    });
  } catch (error) {
    removeCopy();
    // Without room for the copy, or for bringing it up to date, the full disk is what to tell.
    throw refusal.code === 'disk-full' ? refusal : openingError(error, folder);
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

/** The project's name for titles; the folder's name before the first entry. */
export function nameOf(store: ProjectStore): string {
  return findProject(store.db)?.name ?? basename(store.folder, '.samsyn');
}
