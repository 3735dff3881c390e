import { ZodError } from 'zod';

import type { ReplicaId, ReviewerId } from '../../../shared/domain/ids';
import { Entry } from '../../../shared/domain/journal';
import { type Db, prepared } from '../connection';

interface EntryRow {
  replica: string;
  n: number;
  lamport: number;
  reviewer: string | null;
  kind: string;
  subject: string;
  at: string;
  payload_hash: string;
  previous_hash: string;
  hash: string;
  salt: string;
  body: string | null;
}

const columns = `j.replica, j.n, j.lamport, j.reviewer, j.kind, j.subject, j.at, j.payload_hash,
  j.previous_hash, j.hash, p.salt, p.body`;
const source = 'journal j JOIN payloads p ON p.replica = j.replica AND p.n = j.n';

/** Writes an entry and its payload; the caller holds the transaction. */
export function insertEntry(db: Db, entry: Entry): void {
  prepared(
    db,
    `INSERT INTO journal (replica, n, lamport, reviewer, kind, subject, at, payload_hash, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.replica,
    entry.n,
    entry.lamport,
    entry.reviewer,
    entry.kind,
    entry.subject,
    entry.at,
    entry.payloadHash,
    entry.previousHash,
    entry.hash,
  );
  prepared(db, 'INSERT INTO payloads (replica, n, salt, body) VALUES (?, ?, ?, ?)').run(
    entry.replica,
    entry.n,
    entry.salt,
    entry.payload === null ? null : JSON.stringify(entry.payload),
  );
}

/** The hash of an entry that is there, or `null`. */
export function hashOfEntry(db: Db, replica: string, n: number): string | null {
  const row = prepared(db, 'SELECT hash FROM journal WHERE replica = ? AND n = ?').get(replica, n);
  return (row as { hash: string } | undefined)?.hash ?? null;
}

/** The last entry of a replica's chain, or `null` when it has none. */
export function lastEntryOf(db: Db, replica: string): { n: number; hash: string } | null {
  const row = prepared(
    db,
    'SELECT n, hash FROM journal WHERE replica = ? ORDER BY n DESC LIMIT 1',
  ).get(replica);
  return (row as { n: number; hash: string } | undefined) ?? null;
}

/** The highest Lamport time seen; 0 in an empty journal. */
export function highestLamport(db: Db): number {
  const row = prepared(db, 'SELECT max(lamport) AS lamport FROM journal').get() as {
    lamport: number | null;
  };
  return row.lamport ?? 0;
}

/** Entries read at a time: few enough to hold, many enough that a query for each block does not count. */
const BLOCK = 2_000;

/**
 * All entries in the order that all replicas agree on, a block in memory at a time; the caller may
 * write to the tables meanwhile. They were checked when they came in and are taken as they lie: what
 * is damaged is for `verify` to find.
 */
export function* eachEntry(db: Db): Generator<Entry> {
  const statement = db.prepare(
    `SELECT ${columns} FROM ${source} WHERE (j.lamport, j.replica, j.n) > (?, ?, ?)
     ORDER BY j.lamport, j.replica, j.n LIMIT ${BLOCK}`,
  );
  let last: Pick<EntryRow, 'lamport' | 'replica' | 'n'> = { lamport: 0, replica: '', n: 0 };
  for (;;) {
    const rows = statement.all(last.lamport, last.replica, last.n) as EntryRow[];
    for (const row of rows) yield entryAsStored(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

/**
 * What lies stored as one replica's entries, in chain order, also where it is damaged: `entry` is
 * `null` when the columns or the payload cannot be read as an entry.
 */
export function* eachStoredEntryOf(
  db: Db,
  replica: string,
): Generator<{ n: number; hash: string; entry: Entry | null }> {
  const statement = db.prepare(
    `SELECT ${columns} FROM journal j LEFT JOIN payloads p ON p.replica = j.replica AND p.n = j.n
     WHERE j.replica = ? ORDER BY j.n`,
  );
  for (const row of statement.iterate(replica)) {
    const stored = row as EntryRow;
    yield { n: stored.n, hash: stored.hash, entry: readableEntry(stored) };
  }
}

/** The numbers of a replica's entries, in order. */
export function* eachEntryNumber(db: Db, replica: string): Generator<number> {
  const statement = db.prepare('SELECT n FROM journal WHERE replica = ? ORDER BY n');
  for (const row of statement.iterate(replica)) yield (row as { n: number }).n;
}

/** The hash that stands for an entry and whether its payload was erased; `null` when it is not there. */
export function findStored(
  db: Db,
  replica: string,
  n: number,
): { hash: string; erased: boolean } | null {
  const row = prepared(
    db,
    `SELECT j.hash, p.body IS NULL AS erased FROM ${source} WHERE j.replica = ? AND j.n = ?`,
  ).get(replica, n) as { hash: string; erased: number } | undefined;
  return row === undefined ? null : { hash: row.hash, erased: row.erased === 1 };
}

/** Entries whose subject begins with `prefix/`, in order. */
export function listEntriesUnder(db: Db, prefix: string): Entry[] {
  // '0' is the code point after '/': the range holds exactly the subjects under the prefix.
  return prepared(
    db,
    `SELECT ${columns} FROM ${source} WHERE j.subject >= ? AND j.subject < ?
     ORDER BY j.lamport, j.replica, j.n`,
  )
    .all(`${prefix}/`, `${prefix}0`)
    .map((row) => toEntry(row as EntryRow));
}

/** Entries with exactly this subject, in order. */
export function listEntriesAbout(db: Db, subject: string): Entry[] {
  return prepared(
    db,
    `SELECT ${columns} FROM ${source} WHERE j.subject = ? ORDER BY j.lamport, j.replica, j.n`,
  )
    .all(subject)
    .map((row) => toEntry(row as EntryRow));
}

/**
 * The newest entries first, after `offset` that are passed over. Each has its `row` in the journal's
 * order, 1 for the oldest.
 */
export function listNewestEntries(
  db: Db,
  offset: number,
  limit: number,
): { entry: Entry; row: number }[] {
  const total = countEntries(db);
  // Those passed over are counted in the index alone, and CROSS has the others looked up from there.
  return prepared(
    db,
    `SELECT ${columns} FROM (SELECT replica, n FROM journal
       ORDER BY lamport DESC, replica DESC, n DESC LIMIT ? OFFSET ?) page
     CROSS JOIN journal j ON j.replica = page.replica AND j.n = page.n
     CROSS JOIN payloads p ON p.replica = j.replica AND p.n = j.n
     ORDER BY j.lamport DESC, j.replica DESC, j.n DESC`,
  )
    .all(limit, offset)
    .map((row, index) => ({ entry: toEntry(row as EntryRow), row: total - offset - index }));
}

/** How many entries there are. */
export function countEntries(db: Db): number {
  return (prepared(db, 'SELECT count(*) AS n FROM journal').get() as { n: number }).n;
}

/** Every replica that has written, in order. */
export function listReplicas(db: Db): string[] {
  // From each to the next by way of the index: there are few of them, and very many entries.
  const next = prepared(db, 'SELECT min(replica) AS replica FROM journal WHERE replica > ?');
  const replicas: string[] = [];
  for (let last = ''; ;) {
    const { replica } = next.get(last) as { replica: string | null };
    if (replica === null) return replicas;
    replicas.push(replica);
    last = replica;
  }
}

function readableEntry(row: EntryRow): Entry | null {
  try {
    return toEntry(row);
  } catch (error) {
    // What JSON and the schema say of damaged columns; anything else is a fault of ours.
    if (error instanceof SyntaxError || error instanceof ZodError) return null;
    throw error;
  }
}

function toEntry(row: EntryRow): Entry {
  return Entry.parse(entryAsStored(row));
}

function entryAsStored(row: EntryRow): Entry {
  return {
    replica: row.replica as ReplicaId,
    n: row.n,
    lamport: row.lamport,
    reviewer: row.reviewer as ReviewerId | null,
    kind: row.kind,
    subject: row.subject,
    at: row.at,
    payloadHash: row.payload_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
    salt: row.salt,
    payload: row.body === null ? null : (JSON.parse(row.body) as unknown),
  };
}
