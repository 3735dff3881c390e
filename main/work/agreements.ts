import { AppError } from '../../shared/domain/app-error';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import type { AgreementRow } from '../../shared/domain/views';
import type { ProjectStore } from '../store/project-store';
import { findAgreement } from '../store/queries/agreements';

/** One agreement's row as a reviewer may see it. Throws `agreement-unknown`. */
export function agreementIn(
  store: ProjectStore,
  agreement: AgreementId,
  reviewer: ReviewerId | null,
): AgreementRow {
  const row = findAgreement(store.db, agreement, reviewer);
  if (row === null) {
    throw new AppError('agreement-unknown', `There is no agreement ${agreement} in this project.`, {
      agreement,
    });
  }
  return row;
}
