import type { AgreementId, ReviewerId } from '../../../shared/domain/ids';
import { type Db, prepared } from '../connection';

/** Whether proposals were turned on for agreements by which reliability is measured. */
export function allowedInSample(db: Db): boolean {
  const row = prepared(db, 'SELECT in_reliability_sample AS allowed FROM proposal_rules').get() as
    | { allowed: 0 | 1 }
    | undefined;
  return row?.allowed === 1;
}

/** Whether the reviewer was shown these offers for the agreement before. */
export function wasShown(
  db: Db,
  agreement: AgreementId,
  reviewer: ReviewerId,
  offer: string,
): boolean {
  const row = prepared(
    db,
    'SELECT 1 FROM proposals_shown WHERE agreement = ? AND reviewer = ? AND offer = ?',
  ).get(agreement, reviewer, offer);
  return row !== undefined;
}

/** Who was shown proposals for which agreements, as `agreement/reviewer`. */
export function listShown(db: Db): Set<string> {
  const rows = prepared(db, 'SELECT DISTINCT agreement, reviewer FROM proposals_shown').all() as {
    agreement: string;
    reviewer: string;
  }[];
  return new Set(rows.map(({ agreement, reviewer }) => `${agreement}/${reviewer}`));
}
