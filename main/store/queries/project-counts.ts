import type { ProjectCounts } from '../../../shared/domain/views';
import { type Db, prepared } from '../connection';
import { ownIs } from './agreement-conditions';

/** The counts that the navigation shows, for one reviewer. */
export function countProject(
  db: Db,
  reviewer: string | null,
  codersWanted: number,
): Omit<ProjectCounts, 'openPairs'> {
  const stages = prepared(
    db,
    `SELECT stage, count(*) AS agreements, sum(revealed) AS revealed,
       sum(disputed > 0) AS disputedAgreements, sum(disputed) AS disputed
     FROM agreement_states GROUP BY stage`,
  ).all() as {
    stage: string;
    agreements: number;
    revealed: number;
    disputedAgreements: number;
    disputed: number;
  }[];
  const sum = (count: (row: (typeof stages)[number]) => number) =>
    stages.reduce((total, row) => total + count(row), 0);
  const count = (sql: string, ...parameters: (string | number)[]) =>
    (prepared(db, sql).get(...parameters) as { n: number }).n;

  const me = reviewer ?? '';
  const agreements = sum((row) => row.agreements);
  const handedIn = ownIs('submitted', me);
  // Not theirs to code: what others have coded as often as wanted, and what has no documents left.
  const full = count(
    `SELECT count(*) AS n FROM agreement_states st
     WHERE ((st.revealed = 1 AND st.submitted >= ?) OR st.documents = 0) AND NOT ${handedIn.sql}`,
    codersWanted,
    ...handedIn.parameters,
  );
  // What the others disagree on in agreements of which this reviewer has a draft is blind to them.
  const draft = ownIs('draft', me);
  const blind = prepared(
    db,
    `SELECT coalesce(sum(disputed > 0), 0) AS agreements, coalesce(sum(disputed), 0) AS disputed,
       coalesce(sum(stage = 'settled'), 0) AS settled
     FROM agreement_states st WHERE st.revealed = 1 AND ${draft.sql}`,
  ).get(...draft.parameters) as {
    agreements: number;
    disputed: number;
    settled: number;
  };
  return {
    agreements,
    documents: count('SELECT count(*) AS n FROM documents'),
    ownSubmitted: count(
      'SELECT count(*) AS n FROM submissions WHERE reviewer = ? AND submitted = 1',
      me,
    ),
    ownTotal: agreements - full,
    disputedAgreements: sum((row) => row.disputedAgreements) - blind.agreements,
    openDisagreements: sum((row) => row.disputed) - blind.disputed,
    settledAgreements: sum((row) => (row.stage === 'settled' ? row.agreements : 0)) - blind.settled,
    doubleCoded: sum((row) => row.revealed),
  };
}
