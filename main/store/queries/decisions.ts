import { AgreementId, VariableId } from '../../../shared/domain/ids';
import { DecisionView, type DisagreementRow } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';
import { begunCodings } from './codings';

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

/** What is settled for an agreement. */
export function listDecisions(db: Db, agreement: string): DecisionView[] {
  return prepared(
    db,
    `SELECT ${columns} FROM decisions WHERE agreement = ? AND settled = 1 ORDER BY variable`,
  )
    .all(agreement)
    .map((row) => toDecision(row as DecisionRow));
}

/** Every decision in force, by agreement number. */
export function listAllDecisions(db: Db): (DecisionView & { agreement: AgreementId })[] {
  return prepared(
    db,
    `SELECT ${columns
      .split(', ')
      .map((name) => `d.${name}`)
      .join(', ')}
     FROM decisions d JOIN agreements a ON a.id = d.agreement
     WHERE d.settled = 1 ORDER BY a.number, a.id, d.variable`,
  )
    .all()
    .map((row) => ({
      agreement: AgreementId.parse((row as DecisionRow).agreement),
      ...toDecision(row as DecisionRow),
    }));
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
  return rows.map((row) => ({
    agreement: AgreementId.parse(row.agreement),
    number: row.number,
    fileName: row.file_name,
    open: listOpenVariables(db, row.agreement),
    agreedOpen: row.agreed_open,
    settled: row.settled,
  }));
}

function listOpenVariables(db: Db, agreement: string): VariableId[] {
  return prepared(
    db,
    `SELECT variable FROM verdicts
     WHERE agreement = ? AND settled = 0 AND verdict IN ('disputed', 'text-differs', 'single')`,
  )
    .all(agreement)
    .map((row) => VariableId.parse((row as { variable: string }).variable));
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
