import { type Db } from './connection';
import type { Entry } from '../../shared/domain/journal';
import { type Finding, finding } from './findings';
import { type CopyContent, JournalCopy, listCopies, nameOfCopy } from './journal-copy';
import { readLocal, writeLocal } from './local';
import { apply, nothingTouched, refresh } from './projections';
import {
  countEntries,
  eachStoredEntryOf,
  hashOfEntry,
  insertEntry,
  listReplicas,
} from './queries/journal';
import { flawOf } from './seal';

/** What bringing journal and copies together came to. */
export interface Recovery {
  /** What had to be done; empty when both were as they should be. */
  readonly findings: Finding[];
  /** Replicas with lines that cannot be read: what they last wrote is not known for certain. */
  readonly uncertain: Set<string>;
}

/**
 * Brings journal and copies together after a crash or damage: whole entries that only the copy has
 * are applied, entries that only the database has are written to the copy.
 *
 * Only a last line without its end is cut off, being a write that never came to its end. Lines that
 * cannot be read keep nothing else from being taken, and the file that held them is kept aside. Where
 * neither side has an entry whole, nothing is replaced.
 */
export function recoverFromCopies(db: Db, folder: string): Recovery {
  const copy = new JournalCopy(folder);
  copy.create();
  const recovery: Recovery = { findings: [], uncertain: new Set() };
  const wasEmpty = countEntries(db) === 0;
  for (const replica of new Set([...listReplicas(db), ...listCopies(folder)])) {
    const known = Number(readLocal(db, `copied:${replica}`) ?? 0);
    if (copy.sizeOf(replica) === known) continue;
    bringTogether(db, copy, replica, recovery);
    writeLocal(db, `copied:${replica}`, String(copy.sizeOf(replica)));
  }
  const entries = countEntries(db);
  if (wasEmpty && entries > 0) {
    recovery.findings.push(finding('project-remade', { count: entries }));
  }
  return recovery;
}

function bringTogether(db: Db, copy: JournalCopy, replica: string, recovery: Recovery): void {
  const file = nameOfCopy(replica);
  const { findings } = recovery;
  const content = copy.read(replica);
  const { whole, bad } = wholeEntries(content, replica);

  const taken = takeOver(db, [...whole.values()]);
  if (taken > 0) findings.push(finding('copy-had-more', { file, count: taken }));
  if (content.torn) {
    copy.cutTo(replica, content.end);
    findings.push(finding('copy-cut', { file }));
  }
  if (bad.length > 0) recovery.uncertain.add(replica);

  const all: Entry[] = [];
  const other: number[] = [];
  let lacking = 0;
  for (const { n, hash, entry } of eachStoredEntryOf(db, replica)) {
    const copied = whole.get(n);
    if (copied !== undefined && copied.hash !== hash) other.push(n);
    if (entry !== null && flawOf(entry) === null) {
      all.push(entry);
      if (copied === undefined) lacking += 1;
    } else if (copied?.hash === hash) all.push(copied);
    else {
      findings.push(finding('whole-in-neither', { file, n }));
      return;
    }
  }
  if (bad.length === 0 && lacking === 0 && other.length === 0) return;
  const kept = bad.length + other.length === 0 ? '' : `journal/${copy.setAside(replica)}`;
  copy.replace(replica, all);
  if (lacking > 0) findings.push(finding('copy-completed', { file, count: lacking }));
  if (bad.length > 0) {
    findings.push(finding('copy-damaged', { file, lines: someOf(bad), kept }));
  }
  if (other.length > 0) {
    findings.push(finding('copy-differed', { file, entries: someOf(other), kept }));
  }
}

const someOf = (numbers: readonly number[]): string =>
  `${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' …' : ''}`;

/** The entries of a copy that are their own hashes' and this replica's, by number, and the other lines. */
function wholeEntries(content: CopyContent, replica: string) {
  const whole = new Map<number, Entry>();
  const bad: number[] = [];
  content.lines.forEach((entry, index) => {
    if (entry === null || entry.replica !== replica || whole.has(entry.n)) bad.push(index + 1);
    else if (flawOf(entry) !== null) bad.push(index + 1);
    else whole.set(entry.n, entry);
  });
  return { whole, bad };
}

function takeOver(db: Db, entries: readonly Entry[]): number {
  const fresh = entries
    .filter((entry) => hashOfEntry(db, entry.replica, entry.n) === null)
    .sort((a, b) => a.n - b.n);
  if (fresh.length === 0) return 0;
  db.transaction(() => {
    const touched = nothingTouched();
    for (const entry of fresh) {
      insertEntry(db, entry);
      apply(db, entry, touched);
    }
    refresh(db, touched);
  }).immediate();
  return fresh.length;
}
