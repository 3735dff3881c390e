import { type Entry, Happening } from '../../shared/domain/journal';
import { type Steps, toItsEnd } from '../../shared/domain/steps';
import { type Db, prepared } from './connection';
import { effectOf } from './effects';
import { writeRow } from './registers';
import { refreshAgreement, refreshAllSteps } from './verdicts';

/** What entries touched that still has to be worked out anew. */
interface Touched {
  /** Agreements whose verdicts and stage must be computed again. */
  readonly agreements: Set<string>;
  /** The codebook or the number of codings wanted changed: every agreement is touched. */
  everything: boolean;
}

export const nothingTouched = (): Touched => ({ agreements: new Set(), everything: false });

const kinds = new Set<string>(Happening.options.map((option) => option.shape.kind.value));

/**
 * Writes one entry into the tables. Each row is a register: it takes the entry only when that is
 * later, by `(lamport, replica, n)`, than the one it holds. So entries may come in any order and
 * more than once. Call `refresh` with what was touched before the transaction ends.
 */
export function apply(db: Db, entry: Entry, touched: Touched): void {
  const read = readHappening(entry);
  if (typeof read === 'string') {
    prepared(db, 'INSERT OR REPLACE INTO set_aside (replica, n, reason) VALUES (?, ?, ?)').run(
      entry.replica,
      entry.n,
      read,
    );
    return;
  }
  const { rows, touches } = effectOf(entry, read);
  if (touches.document !== undefined) touchAgreementOf(db, touches.document, touched);
  for (const row of rows) writeRow(db, row, entry);
  if (touches.document !== undefined) {
    settlePlace(db, touches.document);
    touchAgreementOf(db, touches.document, touched);
  }
  if (touches.agreement !== undefined) touched.agreements.add(touches.agreement);
  if (touches.everything === true) touched.everything = true;
}

/** Computes anew what depends on several registers, for all that was touched. */
export function refresh(db: Db, touched: Touched): void {
  toItsEnd(refreshSteps(db, touched));
}

/** The same in steps. */
export function* refreshSteps(db: Db, touched: Touched): Steps<void> {
  if (touched.everything) {
    yield* refreshAllSteps(db);
    return;
  }
  for (const agreement of touched.agreements) {
    refreshAgreement(db, agreement);
    yield;
  }
}

/** What an entry says happened, or why it cannot be applied. */
function readHappening(entry: Entry): Happening | 'unknown-kind' | 'invalid' | 'erased' {
  if (!kinds.has(entry.kind)) return 'unknown-kind';
  if (entry.payload === null) return 'erased';
  const parsed = Happening.safeParse(entry);
  return parsed.success ? parsed.data : 'invalid';
}

/** A document that moves changes both the agreement it leaves and the one it comes to. */
function touchAgreementOf(db: Db, document: string, touched: Touched): void {
  const row = prepared(db, 'SELECT agreement FROM documents WHERE id = ?').get(document);
  if (row !== undefined) touched.agreements.add((row as { agreement: string }).agreement);
}

/**
 * Lets a document stand where somebody placed it. What was placed before it was received waits for
 * it; being received anew does not take it away from where it was placed.
 */
function settlePlace(db: Db, document: string): void {
  prepared(
    db,
    `UPDATE documents SET agreement = p.agreement, position = p.position, role = p.role
     FROM placements p WHERE p.document = documents.id AND documents.id = ?`,
  ).run(document);
}
