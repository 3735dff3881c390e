import { createReadStream, existsSync } from 'node:fs';

import { isAppError } from '../../shared/domain/app-error';
import { Entry } from '../../shared/domain/journal';
import type { VerifyReport } from '../../shared/ipc/shapes';
import type { BlobStore } from '../documents/blob-store';
import type { Db } from './connection';
import { listCopies } from './journal-copy';
import type { ProjectStore } from './project-store';
import { listDocuments } from './queries/agreements';
import {
  countEntries,
  eachStoredEntryOf,
  findStored,
  listEntryNumbers,
  listReplicas,
} from './queries/journal';
import { findProject } from './queries/project';
import { tablesThatDiffer } from './rebuild';
import { flawOf, previousHashFor } from './seal';

type Problem = VerifyReport['problems'][number];
type Check = Problem['check'];

/** Problems of one kind that are told one by one; a file that is all wrong would fill the screen. */
const TOLD = 20;

/**
 * Checks everything a project consists of: SQLite's own structure, each replica's hash chain, the
 * journal's second copy, the tables against a rebuild, and every document's bytes.
 *
 * Changes nothing. Damage is a finding of the report and not an error; so is what opening the project
 * had to bring together between journal and copies.
 */
export async function verifyProject(
  store: ProjectStore,
  { blobs }: { blobs: Pick<BlobStore, 'verify'> },
): Promise<VerifyReport> {
  const { db } = store;
  const problems = [
    ...limited('sqlite', sqliteProblems(db)),
    ...limited('chain', chainProblems(db)),
    ...limited('copy', [...store.recovered, ...(await collected(copyProblems(store)))]),
    ...limited('tables', tableProblems(db)),
    ...limited('documents', await collected(documentProblems(db, blobs))),
  ];
  return {
    ok: problems.length === 0,
    entries: orElse(0, () => countEntries(db)),
    replicas: orElse(0, () => listReplicas(db).length),
    documents: orElse(0, () => listDocuments(db).length),
    problems,
  };
}

function* sqliteProblems(db: Db): Generator<string> {
  try {
    for (const line of db.pragma('integrity_check') as { integrity_check: string }[]) {
      if (line.integrity_check !== 'ok') yield `project.db: ${line.integrity_check}`;
    }
    for (const row of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
      yield `project.db: a row of ${row.table} has none in ${row.parent} to belong to`;
    }
  } catch (error) {
    yield `project.db cannot be checked: ${reasonOf(error)}`;
  }
}

function* chainProblems(db: Db): Generator<string> {
  try {
    if (findProject(db) === null) {
      yield 'the first entry, which makes the project, is missing: put the folder back from a backup';
    }
    for (const replica of listReplicas(db)) yield* chainProblemsOf(db, replica);
  } catch (error) {
    yield `the journal cannot be read: ${reasonOf(error)}`;
  }
}

/** Each entry must follow the one before without a gap, name its hash, and be what its own hashes say. */
function* chainProblemsOf(db: Db, replica: string): Generator<string> {
  let last: { n: number; hash: string } | null = null;
  for (const { n, hash, entry } of eachStoredEntryOf(db, replica)) {
    const name = `entry ${n} of ${replica}`;
    const expected: number = (last?.n ?? 0) + 1;
    if (n !== expected) {
      yield n === expected + 1
        ? `entry ${expected} of ${replica} is missing`
        : `entries ${expected} to ${n - 1} of ${replica} are missing`;
    }
    if (entry === null) yield `${name} cannot be read: its columns or payload are damaged`;
    else {
      const flaw = flawOf(entry);
      if (flaw === 'hash') yield `${name} is not what its hash says`;
      if (flaw === 'payload') yield `the payload of ${name} is not what its hash says`;
      if (n === expected && entry.previousHash !== previousHashFor(last)) {
        yield `${name} does not name the hash of the entry before it`;
      }
    }
    last = { n, hash };
  }
}

/** The second copy must hold each entry once, the same as the journal does, and nothing else. */
async function* copyProblems(store: ProjectStore): AsyncGenerator<string> {
  const replicas = [
    ...new Set([...orElse([], () => listReplicas(store.db)), ...listCopies(store.folder)]),
  ].sort();
  for (const replica of replicas) {
    try {
      yield* copyProblemsOf(store, replica);
    } catch (error) {
      yield `journal/${replica}.ndjson cannot be compared with the journal: ${reasonOf(error)}`;
    }
  }
}

async function* copyProblemsOf(store: ProjectStore, replica: string): AsyncGenerator<string> {
  const name = `journal/${replica}.ndjson`;
  const missing = new Set(listEntryNumbers(store.db, replica));
  const file = store.copy.fileOf(replica);
  if (!existsSync(file)) {
    yield `${name} is missing: it should hold ${missing.size} entries`;
    return;
  }
  let number = 0;
  for await (const { line, ended } of linesOf(file)) {
    number += 1;
    const where = `${name}, line ${number}`;
    const entry = ended ? readEntry(line) : null;
    if (entry === null) {
      yield ended ? `${where} is no entry` : `${where} is cut off`;
      continue;
    }
    const stored = entry.replica === replica ? findStored(store.db, replica, entry.n) : null;
    if (stored === null) {
      yield `${where}: the journal has no entry ${entry.n} of ${entry.replica}`;
    } else if (
      // The hash covers all columns, and the payload through its own hash.
      stored.hash !== entry.hash ||
      stored.erased !== (entry.payload === null) ||
      flawOf(entry) !== null
    ) {
      yield `${where}: entry ${entry.n} is not what the journal holds`;
    } else if (!missing.has(entry.n)) yield `${where}: entry ${entry.n} is there twice`;
    missing.delete(entry.n);
  }
  for (const n of missing) yield `${name} lacks entry ${n}`;
}

function* tableProblems(db: Db): Generator<string> {
  try {
    for (const table of tablesThatDiffer(db)) {
      yield `the table ${table} is not what the journal gives`;
    }
  } catch (error) {
    yield `the tables cannot be compared with the journal: ${reasonOf(error)}`;
  }
}

async function* documentProblems(db: Db, blobs: Pick<BlobStore, 'verify'>): AsyncGenerator<string> {
  let documents: ReturnType<typeof listDocuments>;
  try {
    documents = listDocuments(db);
  } catch (error) {
    yield `the list of documents cannot be read: ${reasonOf(error)}`;
    return;
  }
  for (const { id, fileName } of documents) {
    try {
      await blobs.verify(id, fileName);
    } catch (error) {
      if (!isAppError(error)) throw error;
      yield `${error.message} (documents/${id.slice(0, 2)}/${id})`;
    }
  }
}

/** The lines of a file as bytes between line feeds, and whether the line feed is there. */
async function* linesOf(file: string): AsyncGenerator<{ line: string; ended: boolean }> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      rest.push(chunk.subarray(from, at));
      yield { line: Buffer.concat(rest).toString('utf8'), ended: true };
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield { line: Buffer.concat(rest).toString('utf8'), ended: false };
}

function readEntry(line: string): Entry | null {
  try {
    return Entry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // Not JSON: told as a line that is no entry.
    return null;
  }
}

function limited(check: Check, messages: Iterable<string>): Problem[] {
  const all = [...messages];
  const told = all.slice(0, TOLD).map((message) => ({ check, message }));
  if (all.length > TOLD) told.push({ check, message: `and ${all.length - TOLD} more of the kind` });
  return told;
}

async function collected(messages: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

/** A count of what cannot be read is told as `otherwise`; that it cannot be read is a finding already. */
function orElse<T>(otherwise: T, count: () => T): T {
  try {
    return count();
  } catch {
    return otherwise;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
