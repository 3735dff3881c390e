import { AgreementId } from '../../../shared/domain/ids';
import { type Db, prepared } from '../connection';
import { inForce } from './decisions';

/** An answer as it lies in the tables: a reviewer's own, or what is settled. */
export type StoredAnswer =
  | { source: 'own'; agreement: AgreementId; variable: string; answer: string }
  | {
      source: 'settled';
      agreement: AgreementId;
      variable: string;
      value: string | null;
      missing: string | null;
      rationale: string;
    };

/** Rows read at a time: between two reads anything may happen to the tables. */
const BLOCK = 500;

interface Place {
  readonly agreement: string;
  readonly variable: string;
}

/** One reviewer's own answers to all agreements, drafts and handed in. */
export function* eachOwnAnswer(db: Db, reviewer: string): Generator<StoredAnswer> {
  const next = ({ agreement, variable }: Place): unknown[] =>
    prepared(
      db,
      `SELECT agreement, variable, answer FROM answers
       WHERE reviewer = ? AND answer IS NOT NULL AND (agreement, variable) > (?, ?)
       ORDER BY agreement, variable LIMIT ${BLOCK}`,
    ).all(reviewer, agreement, variable);
  for (const row of eachOf(next)) {
    const { agreement, variable, answer } = row as Place & { answer: string };
    yield { source: 'own', agreement: AgreementId.parse(agreement), variable, answer };
  }
}

/** Every decision in force. Whether somebody may read it is the caller's to ask. */
export function* eachSettledAnswer(db: Db): Generator<StoredAnswer> {
  const next = ({ agreement, variable }: Place): unknown[] =>
    prepared(
      db,
      `SELECT d.agreement, d.variable, d.value, d.missing, d.rationale FROM decisions d
       WHERE ${inForce} AND (d.agreement, d.variable) > (?, ?)
       ORDER BY d.agreement, d.variable LIMIT ${BLOCK}`,
    ).all(agreement, variable);
  for (const row of eachOf(next)) {
    const { agreement, ...rest } = row as Place & {
      value: string | null;
      missing: string | null;
      rationale: string;
    };
    yield { source: 'settled', agreement: AgreementId.parse(agreement), ...rest };
  }
}

function* eachOf(next: (after: Place) => unknown[]): Generator<Place> {
  let last: Place = { agreement: '', variable: '' };
  for (;;) {
    const rows = next(last) as Place[];
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < BLOCK) return;
    last = end;
  }
}
