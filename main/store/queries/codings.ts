import { Answer } from '../../../shared/domain/answer';
import { Evidence } from '../../../shared/domain/evidence';
import { AgreementId, VariableId } from '../../../shared/domain/ids';
import type { OwnAnswer } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';

/** One reviewer's draft answer to one variable, or `null`. */
export function findAnswer(
  db: Db,
  agreement: string,
  reviewer: string,
  variable: string,
): Answer | null {
  const row = prepared(
    db,
    'SELECT answer FROM answers WHERE agreement = ? AND reviewer = ? AND variable = ?',
  ).get(agreement, reviewer, variable) as { answer: string | null } | undefined;
  return row?.answer == null ? null : Answer.parse(JSON.parse(row.answer));
}

/** One reviewer's draft: answers with their evidence, also of variables that have only evidence. */
export function listOwnAnswers(db: Db, agreement: string, reviewer: string): OwnAnswer[] {
  const byVariable = new Map<string, OwnAnswer>();
  const at = (variable: string): OwnAnswer => {
    const known = byVariable.get(variable) ?? {
      variable: VariableId.parse(variable),
      answer: { value: null, missing: null, unsure: false, note: '' },
      evidence: [],
    };
    byVariable.set(variable, known);
    return known;
  };
  for (const row of prepared(
    db,
    'SELECT variable, answer FROM answers WHERE agreement = ? AND reviewer = ? AND answer IS NOT NULL',
  ).all(agreement, reviewer) as { variable: string; answer: string }[]) {
    at(row.variable).answer = Answer.parse(JSON.parse(row.answer));
  }
  for (const row of prepared(
    db,
    `SELECT variable, id, passage FROM evidence
     WHERE agreement = ? AND reviewer = ? AND passage IS NOT NULL ORDER BY lamport, replica, n`,
  ).all(agreement, reviewer) as { variable: string; id: string; passage: string }[]) {
    at(row.variable).evidence.push(
      Evidence.parse({ id: row.id, passage: JSON.parse(row.passage) as unknown }),
    );
  }
  return [...byVariable.values()];
}

/** True when the reviewer's coding of the agreement is handed in. */
export function isSubmitted(db: Db, agreement: string, reviewer: string): boolean {
  return (
    prepared(
      db,
      'SELECT 1 FROM submissions WHERE agreement = ? AND reviewer = ? AND submitted = 1',
    ).get(agreement, reviewer) !== undefined
  );
}

/** How many codings of the agreement are handed in. */
export function countSubmitted(db: Db, agreement: string): number {
  const row = prepared(
    db,
    'SELECT count(*) AS n FROM submissions WHERE agreement = ? AND submitted = 1',
  ).get(agreement);
  return (row as { n: number }).n;
}

/**
 * Who has begun a coding of which agreement: `(agreement, reviewer)`, perhaps several times. Evidence
 * alone begins one, and what was taken back again does not end it: otherwise a step back would show
 * the others' codings.
 */
export const begunCodings = `(SELECT agreement, reviewer FROM answers
  UNION ALL SELECT agreement, reviewer FROM evidence)`;

/** True when the reviewer has begun a coding of the agreement and not handed it in. */
export function hasDraft(db: Db, agreement: string, reviewer: string): boolean {
  if (isSubmitted(db, agreement, reviewer)) return false;
  return (
    prepared(db, `SELECT 1 FROM ${begunCodings} WHERE agreement = ? AND reviewer = ? LIMIT 1`).get(
      agreement,
      reviewer,
    ) !== undefined
  );
}

/** Agreements whose codings are revealed, but blind to a reviewer with a draft of them, by number. */
export function listBlindTo(db: Db, reviewer: string): { agreement: string; number: number }[] {
  return prepared(
    db,
    `SELECT st.agreement, st.number FROM agreement_states st
     WHERE st.revealed = 1
       AND NOT EXISTS (SELECT 1 FROM submissions s
         WHERE s.agreement = st.agreement AND s.reviewer = ? AND s.submitted = 1)
       AND EXISTS (SELECT 1 FROM ${begunCodings} w
         WHERE w.agreement = st.agreement AND w.reviewer = ?)
     ORDER BY st.number`,
  ).all(reviewer, reviewer) as { agreement: string; number: number }[];
}

/** Whose evidence it is and for which variable; `null` when there is none or it was removed. */
export function findEvidence(
  db: Db,
  agreement: string,
  reviewer: string,
  evidence: string,
): { variable: VariableId } | null {
  const row = prepared(
    db,
    `SELECT variable FROM evidence
     WHERE agreement = ? AND reviewer = ? AND id = ? AND passage IS NOT NULL`,
  ).get(agreement, reviewer, evidence) as { variable: string } | undefined;
  return row === undefined ? null : { variable: VariableId.parse(row.variable) };
}

/** Agreements `a` whose documents have not all been moved elsewhere. */
const hasDocuments = 'EXISTS (SELECT 1 FROM documents d WHERE d.agreement = a.id)';

/**
 * The next agreement for a reviewer to code: after the given number and around, not handed in, not
 * full, and not without documents.
 */
export function findNextToCode(
  db: Db,
  reviewer: string,
  afterNumber: number,
  codersWanted: number,
): AgreementId | null {
  const open = `NOT EXISTS (SELECT 1 FROM submissions s
      WHERE s.agreement = a.id AND s.reviewer = ? AND s.submitted = 1)
    AND (coalesce((SELECT submitted FROM agreement_states st WHERE st.agreement = a.id), 0) < ?
      OR EXISTS (SELECT 1 FROM ${begunCodings} w
        WHERE w.agreement = a.id AND w.reviewer = ?))`;
  for (const [comparison, bound] of [
    ['>', afterNumber],
    ['<=', afterNumber],
  ] as const) {
    const row = prepared(
      db,
      `SELECT a.id FROM agreements a WHERE a.number ${comparison} ? AND ${open} AND ${hasDocuments}
       ORDER BY a.number, a.id LIMIT 1`,
    ).get(bound, reviewer, codersWanted, reviewer);
    if (row !== undefined) return AgreementId.parse((row as { id: string }).id);
  }
  return null;
}
