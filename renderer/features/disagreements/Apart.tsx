import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import { compareAnswers } from '../../../shared/domain/comparison';
import { readingsApart } from '../../../shared/domain/standing';
import type { DisagreementView } from '../../../shared/domain/views';
import { useLanguage } from '../../i18n/format';
import { handedIn } from '../../store/settling';
import styles from './SettledLists.module.css';

/** What differs without being a disagreement: said in a line, and each reading when it is opened. */
export function Apart({ view, variable }: { view: DisagreementView; variable: Variable }) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const readings = readingsApart(variable, handedIn(view));
  const [first, second] = readings;
  if (first === undefined || second === undefined) return null;
  const { difference } = compareAnswers(variable, first.answer, second.answer);
  const nameOf = (id: string): string =>
    view.codings.find(({ reviewer }) => reviewer.id === id)?.reviewer.name ?? id;
  return (
    <details className={styles.apart}>
      <summary>{t(`apart.${difference?.kind ?? 'text'}`)}</summary>
      <ul>
        {readings.map(({ answer, reviewers }) => (
          <li key={reviewers.join()}>
            {reviewers.map(nameOf).join(', ')}: {describeAnswer(variable, answer, language)}
          </li>
        ))}
      </ul>
      <p>{t('apart.help')}</p>
    </details>
  );
}
