import { useTranslation } from 'react-i18next';

import type { Reason } from '../../../shared/domain/detector/proposal';

/** A reason of the detector in words. */
export function useReasonText(): (reason: Reason) => string {
  const { t } = useTranslation('coding');
  return ({ code, about }) =>
    about === null
      ? t(`proposal.reason.${code}`, { defaultValue: code })
      : t([`proposal.reason.${code}_about`, `proposal.reason.${code}`], { about });
}
