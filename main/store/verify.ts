import { existsSync } from 'node:fs';

import { isAppError } from '../../shared/domain/app-error';
import { Entry } from '../../shared/domain/journal';
import type { VerifyReport } from '../../shared/ipc/shapes';
import type { BlobStore } from '../documents/blob-store';
import { Slices } from '../slices';
import { isDamagedDatabase } from '../system-code';
import type { Db } from './connection';
import { type Finding, finding } from './findings';
import { listCopies, nameOfCopy } from './journal-copy';
import { linesOf } from './lines-of';
import type { ProjectStore } from './project-store';
import { listDocuments } from './queries/documents';
import {
  countEntries,
  eachEntryNumber,
  eachStoredEntryOf,
  findStored,
  listReplicas,
} from './queries/journal';
import { findProject } from './queries/project';
import { tablesThatDifferSteps } from './rebuild';
import { flawOf, previousHashFor } from './seal';
import { withSnapshot } from './snapshot';

type Problem = VerifyReport['problems'][number];
type Check = Problem['check'];

/** Problems of one kind that are told one by one; a file that is all wrong would fill the screen. */
const TOLD = 20;

/** What is found, and between it nothing wherever a pause may be made. */
type Findings = Generator<Finding | void>;

/**
 * Checks everything a project consists of: SQLite's own structure, each replica's hash chain, the
 * journal's second copy, the tables against a rebuild, every document's bytes, and the text of those
 * that open only with a password. All of it as it is when the check begins, whatever is written
 * meanwhile.
 *
 * Changes nothing. Damage is a finding of the report and not an error; so is what opening the project
 * had to bring together between journal and copies. Throws only what `slices` throw to stop it.
 */
export async function verifyProject(
  store: ProjectStore,
  {
    blobs,
    slices = new Slices(),
  }: { blobs: Pick<BlobStore, 'verify' | 'verifyText'>; slices?: Slices },
): Promise<VerifyReport> {
  // In the same moment as the snapshot is taken: an entry is in its copy and in the journal, or in neither.
  const copies = copiesOf(store);
  const verified = withSnapshot(store, async ({ db }) => {
    const problems = [
      ...(await limited('sqlite', sqliteProblems(db), slices)),
      ...(await limited('chain', chainProblems(db), slices)),
      ...(await limited('copy', copyProblems(db, copies, store.recovered), slices)),
      ...(await limited('tables', tableProblems(db), slices)),
      ...(await limited('documents', documentProblems(db, blobs), slices)),
    ];
    return {
      ok: problems.length === 0,
      entries: orElse(0, () => countEntries(db)),
      replicas: orElse(0, () => listReplicas(db).length),
      documents: orElse(0, () => listDocuments(db).length),
      problems,
    };
  });
  return verified.catch((error: unknown) => {
    // Nothing of it can be read at all.
    if (!isDamagedDatabase(error)) throw error;
    const unreadable = finding('sqlite-unreadable', { reason: reasonOf(error) });
    const problem: Problem = { check: 'sqlite', ...unreadable };
    return { ok: false, entries: 0, replicas: 0, documents: 0, problems: [problem] };
  });
}

function* sqliteProblems(db: Db): Findings {
  try {
    for (const line of db.pragma('integrity_check') as { integrity_check: string }[]) {
      if (line.integrity_check !== 'ok')
        yield finding('sqlite-flaw', { said: line.integrity_check });
    }
    yield;
    for (const row of db.pragma('foreign_key_check') as { table: string; parent: string }[]) {
      yield finding('row-without-parent', { table: row.table, parent: row.parent });
    }
  } catch (error) {
    yield finding('sqlite-unreadable', { reason: reasonOf(error) });
  }
}

function* chainProblems(db: Db): Findings {
  try {
    if (findProject(db) === null) yield finding('first-entry-missing');
    for (const replica of listReplicas(db)) yield* chainProblemsOf(db, replica);
  } catch (error) {
    yield finding('journal-unreadable', { reason: reasonOf(error) });
  }
}

/** Each entry must follow the one before without a gap, name its hash, and be what its own hashes say. */
function* chainProblemsOf(db: Db, replica: string): Findings {
  let last: { n: number; hash: string } | null = null;
  for (const { n, hash, entry } of eachStoredEntryOf(db, replica)) {
    const expected: number = (last?.n ?? 0) + 1;
    if (n !== expected) {
      yield n === expected + 1
        ? finding('entry-missing', { n: expected, replica })
        : finding('entries-missing', { from: expected, to: n - 1, replica });
    }
    if (entry === null) yield finding('entry-unreadable', { n, replica });
    else {
      const flaw = flawOf(entry);
      if (flaw === 'hash') yield finding('entry-altered', { n, replica });
      if (flaw === 'payload') yield finding('payload-altered', { n, replica });
      if (n === expected && entry.previousHash !== previousHashFor(last)) {
        yield finding('entry-unlinked', { n, replica });
      }
    }
    last = { n, hash };
    yield;
  }
}

/** A replica's second copy as far as it has come. */
interface Copy {
  readonly path: string;
  /** Bytes; `null` when there is none. */
  readonly size: number | null;
}

function copiesOf({ db, folder, copy }: ProjectStore): Map<string, Copy> {
  const replicas = new Set([...orElse([], () => listReplicas(db)), ...listCopies(folder)]);
  return new Map(
    [...replicas].sort().map((replica) => {
      const path = copy.fileOf(replica);
      return [replica, { path, size: existsSync(path) ? copy.sizeOf(replica) : null }];
    }),
  );
}

/** What a check rejects with, and the file it is about. */
async function* failing(check: Promise<void>, path: string): AsyncGenerator<Finding> {
  try {
    await check;
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { code, message, details } = error;
    yield { code, message: `${message} (${path})`, details: { ...details, path } };
  }
}

/** The second copy must hold each entry once, the same as the journal does, and nothing else. */
async function* copyProblems(
  db: Db,
  copies: ReadonlyMap<string, Copy>,
  recovered: readonly Finding[],
): AsyncGenerator<Finding | void> {
  yield* recovered;
  for (const [replica, copy] of copies) {
    try {
      yield* copyProblemsOf(db, replica, copy);
    } catch (error) {
      yield finding('copy-unreadable', { file: nameOfCopy(replica), reason: reasonOf(error) });
    }
  }
}

async function* copyProblemsOf(
  db: Db,
  replica: string,
  { path, size }: Copy,
): AsyncGenerator<Finding | void> {
  const file = nameOfCopy(replica);
  const missing = new Set<number>();
  for (const n of eachEntryNumber(db, replica)) {
    missing.add(n);
    yield;
  }
  if (size === null) {
    yield finding('copy-missing', { file, count: missing.size });
    return;
  }
  let line = 0;
  for await (const { text, ended } of linesOf(path, { size })) {
    yield;
    line += 1;
    const entry = ended ? readEntry(text) : null;
    if (entry === null) {
      yield finding(ended ? 'line-no-entry' : 'line-cut-off', { file, line });
      continue;
    }
    const { n } = entry;
    const stored = entry.replica === replica ? findStored(db, replica, n) : null;
    if (stored === null) {
      yield finding('line-unknown', { file, line, n, replica: entry.replica });
    } else if (
      // The hash covers all columns, and the payload through its own hash.
      stored.hash !== entry.hash ||
      stored.erased !== (entry.payload === null) ||
      flawOf(entry) !== null
    ) {
      yield finding('line-differs', { file, line, n });
    } else if (!missing.has(n)) yield finding('line-twice', { file, line, n });
    missing.delete(n);
  }
  for (const n of missing) yield finding('copy-lacks', { file, n });
}

function* tableProblems(db: Db): Findings {
  try {
    for (const table of yield* tablesThatDifferSteps(db)) {
      yield finding('table-differs', { table });
    }
  } catch (error) {
    yield finding('tables-unreadable', { reason: reasonOf(error) });
  }
}

async function* documentProblems(
  db: Db,
  blobs: Pick<BlobStore, 'verify' | 'verifyText'>,
): AsyncGenerator<Finding | void> {
  let documents: ReturnType<typeof listDocuments>;
  try {
    documents = listDocuments(db);
  } catch (error) {
    yield finding('documents-unlisted', { reason: reasonOf(error) });
    return;
  }
  for (const { id, fileName, locked } of documents) {
    yield;
    const path = `documents/${id.slice(0, 2)}/${id}`;
    yield* failing(blobs.verify(id, fileName), path);
    if (locked) yield* failing(blobs.verifyText(id, fileName), `${path}.text`);
  }
}

function readEntry(text: string): Entry | null {
  try {
    return Entry.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    // Not JSON: told as a line that is no entry.
    return null;
  }
}

async function limited(
  check: Check,
  findings: Iterable<Finding | void> | AsyncIterable<Finding | void>,
  slices: Slices,
): Promise<Problem[]> {
  const told: Finding[] = [];
  let more = 0;
  for await (const each of findings) {
    await slices.rest();
    if (each === undefined) continue;
    if (told.length < TOLD) told.push(each);
    else more += 1;
  }
  if (more > 0) told.push(finding('more', { count: more }));
  return told.map((each) => ({ check, ...each }));
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
