import { useTranslation } from 'react-i18next';

import type { ImportProgress } from '../../../shared/ipc/shapes';
import { useFormat } from '../../i18n/format';

export type Kind = 'added' | 'known' | 'failed';

/**
 * How many files came to what. Of those that were added also how many agreements they are in, where
 * that is another number: what is attached to a mail belongs to the mail's agreement.
 */
export function useCountText(progress: ImportProgress): (kind: Kind) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (kind) => {
    const count = progress[kind].length;
    const agreements = new Set(progress.added.map(({ agreement }) => agreement)).size;
    return kind === 'added' && agreements !== count
      ? t('agreements:import.addedInto', {
          count: agreements,
          shown: format.number(agreements),
          documents: format.number(count),
        })
      : t(`agreements:import.${kind}`, { count, shown: format.number(count) });
  };
}
