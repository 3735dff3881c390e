import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { type ReplicaId, type ReviewerId } from '../../shared/domain/ids';
import { type Entry, Happening } from '../../shared/domain/journal';
import type { Db } from './connection';
import type { Finding } from './findings';
import { JournalCopy, listCopies } from './journal-copy';
import { writeLocal } from './local';
import type { ProjectLock } from './lock';
import { apply, nothingTouched, refresh } from './projections';
import { hashOfEntry, highestLamport, insertEntry, lastEntryOf } from './queries/journal';
import { findProject } from './queries/project';
import { flawOf, previousHashFor, seal } from './seal';
import { storageError } from './storage-error';

/** Who acts and when: what an entry says beside its happening. */
export interface Author {
  readonly reviewer: ReviewerId | null;
  /** ISO 8601 UTC; shown, never decides. */
  readonly at: string;
}

/** What reading a project takes: the tables as they are, or as they were in a snapshot. */
export type ReadProject = Pick<ProjectStore, 'db' | 'folder'>;

/** An open project: the journal, and the tables that are computed from it. The only writer of both. */
export class ProjectStore {
  readonly folder: string;
  /** For reading; everything that changes goes through `append` or `addEntries`. */
  readonly db: Db;
  readonly replica: ReplicaId;
  /** Why nothing can be written, or `null`. */
  readonly readOnlyReason: string | null;
  readonly copy: JournalCopy;
  /** What opening had to bring together between journal and copies; `verify` tells it. */
  readonly recovered: readonly Finding[];
  readonly #lock: ProjectLock | null;
  readonly #onClose: () => void;

  constructor(parts: {
    folder: string;
    db: Db;
    replica: ReplicaId;
    readOnlyReason: string | null;
    lock: ProjectLock | null;
    recovered?: readonly Finding[];
    onClose?: () => void;
  }) {
    this.folder = parts.folder;
    this.recovered = parts.recovered ?? [];
    this.db = parts.db;
    this.replica = parts.replica;
    this.readOnlyReason = parts.readOnlyReason;
    this.copy = new JournalCopy(parts.folder);
    this.#lock = parts.lock;
    this.#onClose = parts.onClose ?? (() => {});
  }

  /**
   * Writes what happened, all of it or nothing: first to the journal's copy, fsynced, then entries
   * and tables in one transaction. When this returns, it survives a power cut.
   *
   * Throws `read-only`, `disk-full` or `storage-failed`; then nothing was written.
   */
  append(happenings: readonly Happening[], author: Author): Entry[] {
    this.#refuseIfReadOnly();
    if (happenings.length === 0) return [];
    let last = lastEntryOf(this.db, this.replica);
    let lamport = highestLamport(this.db);
    const entries = happenings.map((happening) => {
      lamport += 1;
      const entry = seal(Happening.parse(happening), {
        replica: this.replica,
        n: (last?.n ?? 0) + 1,
        lamport,
        reviewer: author.reviewer,
        at: author.at,
        salt: randomBytes(16).toString('hex'),
        previousHash: previousHashFor(last),
      });
      last = entry;
      return entry;
    });
    this.#write(this.replica, entries);
    return entries;
  }

  /**
   * Adds entries that were written elsewhere, in any order; those that are there already are passed
   * over. Refuses the lot with `journal-damaged` when one of them is not what its hash says, and with
   * `journal-forked` when another entry already stands in one's place.
   *
   * @returns how many were new.
   */
  addEntries(entries: readonly Entry[]): number {
    this.#refuseIfReadOnly();
    const fresh = new Map<string, Map<number, Entry>>();
    for (const entry of entries) {
      const flaw = flawOf(entry);
      if (flaw !== null) {
        throw new AppError(
          'journal-damaged',
          `Entry ${entry.n} of ${entry.replica} is not what its hash says (${flaw}). Nothing was added; ask for the file again.`,
          { replica: entry.replica, n: entry.n },
        );
      }
      const ours = fresh.get(entry.replica) ?? new Map<number, Entry>();
      fresh.set(entry.replica, ours);
      const known = ours.get(entry.n)?.hash ?? hashOfEntry(this.db, entry.replica, entry.n);
      if (known === null) ours.set(entry.n, entry);
      else if (known !== entry.hash) {
        throw new AppError(
          'journal-forked',
          `Two different entries claim to be number ${entry.n} of ${entry.replica}: one of the copies was changed outside Samsyn. Nothing was added.`,
          { replica: entry.replica, n: entry.n },
        );
      }
    }
    let added = 0;
    for (const [replica, byNumber] of fresh) {
      const sorted = [...byNumber.values()].sort((a, b) => a.n - b.n);
      if (sorted.length > 0) this.#write(replica, sorted);
      added += sorted.length;
    }
    return added;
  }

  close(): void {
    if (this.db.open) this.db.close();
    this.#lock?.release();
    this.#onClose();
  }

  #refuseIfReadOnly(): void {
    if (this.readOnlyReason === null) return;
    throw new AppError(
      'read-only',
      `"${findProject(this.db)?.name ?? this.folder}" is open for reading only: ${this.readOnlyReason}`,
      { reason: this.readOnlyReason },
    );
  }

  #write(replica: string, entries: readonly Entry[]): void {
    let before: number;
    try {
      before = this.copy.append(replica, entries);
    } catch (error) {
      throw storageError(error, this.folder);
    }
    try {
      this.db
        .transaction(() => {
          const touched = nothingTouched();
          for (const entry of entries) {
            insertEntry(this.db, entry);
            apply(this.db, entry, touched);
          }
          refresh(this.db, touched);
          writeLocal(this.db, `copied:${replica}`, String(this.copy.sizeOf(replica)));
        })
        .immediate();
    } catch (error) {
      this.copy.cutTo(replica, before);
      throw storageError(error, this.folder);
    }
  }
}

/** True when a folder holds a project: its database, or the copies that one can be made from. */
export function isProjectFolder(folder: string): boolean {
  return existsSync(join(folder, 'project.db')) || listCopies(folder).length > 0;
}
