import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { ErrorNote } from '../../ui/ErrorNote';
import styles from './MatrixCard.module.css';

/** The agreements behind the chosen cell; each opens among the disagreements. */
export function Behind() {
  const { t } = useTranslation('reliability');
  const format = useFormat();
  const errorText = useErrorText();
  const behind = useStore((store) => store.reliability.behind);
  const goTo = useStore((store) => store.goTo);
  if (behind === null) return null;
  const { rows, total } = behind;
  if (rows.problem !== null) return <ErrorNote>{errorText(rows.problem)}</ErrorNote>;
  const listed = rows.value ?? [];
  return (
    <ul className={styles.behind} aria-live="polite">
      {listed.map(({ id, number, fileName }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.agreement}
            title={t('detail.openAgreement', { number })}
            onClick={() => goTo('disagreements', id)}
          >
            <span className={styles.no}>{String(number).padStart(4, '0')}</span>
            <span className={styles.file}>{fileName}</span>
          </button>
        </li>
      ))}
      {rows.value !== null && total > listed.length && (
        <li className={styles.more}>
          {t('detail.behindMore', { shown: format.number(total - listed.length) })}
        </li>
      )}
    </ul>
  );
}
