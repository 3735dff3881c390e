import type { Variable } from '../../../shared/domain/codebook';
import { AgreementId } from '../../../shared/domain/ids';
import { type Db, prepared } from '../connection';
import { inForce } from './decisions';

/** How far the agreements of a project have come, as far as an export tells it. */
export interface DatasetCounts {
  agreements: number;
  documents: number;
  /** Agreements with at least one coding handed in. */
  coded: number;
  /** Agreements whose codings may be seen. */
  revealed: number;
  /** Agreements that were coded, but whose codings are still blind to each other. */
  blind: number;
  settledAgreements: number;
  settledValues: number;
}

/**
 * Agreements `a`, with their state `st`, that a dataset is about: one that was split off and put back, or
 * whose documents were moved elsewhere before anybody coded it, has nothing to tell.
 */
const isThere = '(coalesce(st.documents, 0) > 0 OR coalesce(st.submitted, 0) > 0)';

export function countDataset(db: Db): DatasetCounts {
  const row = prepared(
    db,
    `SELECT count(*) AS agreements,
       coalesce(sum(st.submitted > 0), 0) AS coded,
       coalesce(sum(st.revealed), 0) AS revealed,
       coalesce(sum(st.submitted > 0 AND st.revealed = 0), 0) AS blind,
       coalesce(sum(st.stage = 'settled'), 0) AS settledAgreements,
       (SELECT count(*) FROM documents d JOIN agreements b ON b.id = d.agreement) AS documents,
       (SELECT count(*) FROM decisions d JOIN agreements b ON b.id = d.agreement
        WHERE ${inForce}) AS settledValues
     FROM agreements a LEFT JOIN agreement_states st ON st.agreement = a.id WHERE ${isThere}`,
  ).get();
  return row as DatasetCounts;
}

/** Every agreement, by number. */
export function listAgreementsByNumber(
  db: Db,
): { id: AgreementId; number: number; revealed: boolean }[] {
  return prepared(
    db,
    `SELECT a.id, a.number, coalesce(st.revealed, 0) AS revealed
     FROM agreements a LEFT JOIN agreement_states st ON st.agreement = a.id
     WHERE ${isThere} ORDER BY a.number, a.id`,
  )
    .all()
    .map((row) => {
      const { id, number, revealed } = row as { id: string; number: number; revealed: 0 | 1 };
      return { id: AgreementId.parse(id), number, revealed: revealed === 1 };
    });
}

/**
 * Why a variable of an agreement has no settled value.
 *
 * - `not-coded`: nobody has handed in a coding of the agreement.
 * - `blind`: its codings are not revealed yet.
 * - `unanswered`: the codings leave out a variable that a complete coding answers.
 * - `single`, `agreed`, `text-differs`, `disputed`: how the codings stand; nobody has settled it.
 */
export type UnsettledReason =
  | 'not-coded'
  | 'blind'
  | 'unanswered'
  | 'single'
  | 'agreed'
  | 'text-differs'
  | 'disputed';

/** Agreements `a` that lack a value of one variable. Takes its id twice and whether it is required. */
const lacking = `FROM agreements a
  LEFT JOIN agreement_states st ON st.agreement = a.id
  LEFT JOIN verdicts v ON v.agreement = a.id AND v.variable = ?
  WHERE ${isThere} AND NOT EXISTS (SELECT 1 FROM decisions d
      WHERE d.agreement = a.id AND d.variable = ? AND ${inForce})
    AND (coalesce(st.revealed, 0) = 0 OR v.variable IS NOT NULL OR ?)`;

/** How many agreements have no settled value of a variable, though they should or might have one. */
export function countUnsettled(db: Db, variable: Variable): number {
  const row = prepared(db, `SELECT count(*) AS n ${lacking}`).get(
    variable.id,
    variable.id,
    variable.required ? 1 : 0,
  );
  return (row as { n: number }).n;
}

/** Those agreements, by number, and why. */
export function listUnsettled(
  db: Db,
  variable: Variable,
): { number: number; reason: UnsettledReason }[] {
  return prepared(
    db,
    `SELECT a.number, CASE
       WHEN coalesce(st.revealed, 0) = 1 THEN coalesce(v.verdict, 'unanswered')
       WHEN coalesce(st.submitted, 0) = 0 THEN 'not-coded'
       ELSE 'blind' END AS reason
     ${lacking} ORDER BY a.number, a.id`,
  ).all(variable.id, variable.id, variable.required ? 1 : 0) as {
    number: number;
    reason: UnsettledReason;
  }[];
}
