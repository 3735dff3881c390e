import { z } from 'zod';

import { MissingKind, Value } from '../../../shared/domain/answer';
import { AgreementId, EntryId, VariableId } from '../../../shared/domain/ids';
import { DecisionView, type DisagreementRow } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';
import { begunCodings } from './codings';
import { findCodebook } from './project';

const Settling = z.object({
  variable: VariableId,
  value: Value.nullable(),
  missing: MissingKind.nullable(),
  settles: z.array(EntryId),
});
type Settling = z.output<typeof Settling>;

interface DecisionRow {
  agreement: string;
  variable: string;
  value: string | null;
  missing: string | null;
  origin: string;
  rationale: string;
  decided_by: string;
  settled_at: string;
}

const columns = 'agreement, variable, value, missing, origin, rationale, decided_by, settled_at';

/**
 * Condition on a decision `d`: it settles its variable. It does not when a coding that was handed in
 * after it says otherwise; the verdicts know. Decisions on what has no verdict stand as they are.
 */
export const inForce = `d.settled = 1 AND NOT EXISTS (SELECT 1 FROM verdicts late
  WHERE late.agreement = d.agreement AND late.variable = d.variable AND late.settled = 0)`;

/** The decisions on an agreement that were not withdrawn, in force or not: what verdicts are made from. */
export function listSettling(db: Db, agreement: string): Settling[] {
  return prepared(
    db,
    'SELECT variable, value, missing, settles FROM decisions WHERE agreement = ? AND settled = 1',
  )
    .all(agreement)
    .map((row) => {
      const { value, settles, ...rest } = row as Record<string, string | null>;
      return Settling.parse({
        ...rest,
        value: value == null ? null : (JSON.parse(value) as unknown),
        settles: JSON.parse(settles ?? '[]') as unknown,
      });
    });
}

/** What is settled for an agreement. */
export function listDecisions(db: Db, agreement: string): DecisionView[] {
  return prepared(
    db,
    `SELECT ${columns} FROM decisions d WHERE agreement = ? AND ${inForce} ORDER BY variable`,
  )
    .all(agreement)
    .map((row) => toDecision(row as DecisionRow));
}

/** Decisions on an agreement that stand no longer: a coding handed in later says otherwise. */
export function listFormerDecisions(db: Db, agreement: string): DecisionView[] {
  return prepared(
    db,
    `SELECT ${columns} FROM decisions d
     WHERE agreement = ? AND d.settled = 1 AND NOT (${inForce}) ORDER BY variable`,
  )
    .all(agreement)
    .map((row) => toDecision(row as DecisionRow));
}

/**
 * Agreements whose codings are revealed, with what is still open in them, by number. Those in which
 * nothing is left to do only when asked for. `reviewer`'s own drafts are left out: they are blind.
 */
export function listRevealedAgreements(
  db: Db,
  options: { includeSettled: boolean; reviewer: string | null },
): DisagreementRow[] {
  const rows = prepared(
    db,
    `SELECT st.agreement, st.number, st.agreed_open, st.settled, st.file_name
     FROM agreement_states st
     WHERE st.revealed = 1 AND (? = 1 OR st.stage <> 'settled')
       AND (EXISTS (SELECT 1 FROM submissions s
              WHERE s.agreement = st.agreement AND s.reviewer = ? AND s.submitted = 1)
         OR NOT EXISTS (SELECT 1 FROM ${begunCodings} w
              WHERE w.agreement = st.agreement AND w.reviewer = ?))
     ORDER BY st.number, st.agreement`,
  ).all(options.includeSettled ? 1 : 0, options.reviewer ?? '', options.reviewer ?? '') as {
    agreement: string;
    number: number;
    agreed_open: number;
    settled: number;
    file_name: string;
  }[];
  const places = new Map<string, number>(
    findCodebook(db)?.variables.map(({ id }, place) => [id, place]),
  );
  const inCodebookOrder = (a: VariableId, b: VariableId) =>
    (places.get(a) ?? 0) - (places.get(b) ?? 0);
  return rows.map((row) => {
    const open = listOpenVariables(db, row.agreement).toSorted((a, b) =>
      inCodebookOrder(a.variable, b.variable),
    );
    return {
      agreement: AgreementId.parse(row.agreement),
      number: row.number,
      fileName: row.file_name,
      open: open.map(({ variable }) => variable),
      disputed: open.filter(({ isDisputed }) => isDisputed).map(({ variable }) => variable),
      agreedOpen: row.agreed_open,
      settled: row.settled,
    };
  });
}

function listOpenVariables(
  db: Db,
  agreement: string,
): { variable: VariableId; isDisputed: boolean }[] {
  return prepared(
    db,
    `SELECT variable, verdict FROM verdicts
     WHERE agreement = ? AND settled = 0 AND verdict IN ('disputed', 'text-differs', 'single')`,
  )
    .all(agreement)
    .map((row) => {
      const { variable, verdict } = row as { variable: string; verdict: string };
      return { variable: VariableId.parse(variable), isDisputed: verdict === 'disputed' };
    });
}

function toDecision(row: DecisionRow): DecisionView {
  return DecisionView.parse({
    variable: row.variable,
    value: row.value === null ? null : (JSON.parse(row.value) as unknown),
    missing: row.missing,
    origin: row.origin,
    rationale: row.rationale,
    decidedBy: JSON.parse(row.decided_by) as unknown,
    at: row.settled_at,
  });
}
