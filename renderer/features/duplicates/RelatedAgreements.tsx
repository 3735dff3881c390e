import { Copy } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { AgreementId } from '../../../shared/domain/ids';
import { useStore } from '../../store';
import styles from './RelatedAgreements.module.css';

/** A line that names the agreements said to be the same as this one, or another version of it. */
export function RelatedAgreements({ agreement }: { agreement: AgreementId }) {
  const { t } = useTranslation('duplicates');
  const related = useStore((store) => store.comparisons.related);
  const load = useStore((store) => store.loadRelated);
  const goToPair = useStore((store) => store.goToPair);
  useEffect(() => void load(agreement), [load, agreement]);
  if (related?.agreement !== agreement || related.all.length === 0) return null;
  return (
    <ul className={styles.related}>
      {related.all.map(({ relation, number, fileName, a, b }) => {
        const shown = String(number).padStart(4, '0');
        return (
          <li key={`${a}/${b}`}>
            <button
              type="button"
              className={styles.link}
              title={`${t('related.open', { number: shown })}: ${fileName}`}
              onClick={() => goToPair(a, b)}
            >
              <Copy aria-hidden="true" />
              {t(`related.${relation}`, { number: shown })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
