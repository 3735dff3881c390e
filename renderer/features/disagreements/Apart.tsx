import { useTranslation } from 'react-i18next';

import type { SettledAnswer } from '../../../shared/domain/answer';
import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import { compareAnswers } from '../../../shared/domain/comparison';
import { readingsApart } from '../../../shared/domain/standing';
import type { DisagreementView } from '../../../shared/domain/views';
import { useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { handedIn } from '../../store/settling';
import { Button } from '../../ui/Button';
import styles from './SettledLists.module.css';

interface ApartProps {
  view: DisagreementView;
  variable: Variable;
  /** What the readers have in common, while nobody has settled it: any of the readings may be instead. */
  proposal: SettledAnswer | null;
}

/** What differs without being a disagreement: said in a line, and each reading when it is opened. One more `dd` of its variable. */
export function Apart({ view, variable, proposal }: ApartProps) {
  const { t } = useTranslation('disagreements');
  const isReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const settle = useStore((store) => store.settleReading);
  const language = useLanguage();
  const readings = readingsApart(variable, handedIn(view));
  const [first, second] = readings;
  if (first === undefined || second === undefined) return null;
  const { difference } = compareAnswers(variable, first.answer, second.answer);
  const differs = (one: SettledAnswer, other: SettledAnswer): boolean =>
    compareAnswers(variable, one, other).difference !== null;
  const nameOf = (id: string): string =>
    view.codings.find(({ reviewer }) => reviewer.id === id)?.reviewer.name ?? id;
  return (
    <dd className={styles.apart}>
      <details>
        <summary>{t(`apart.${difference?.kind ?? 'text'}`)}</summary>
        <ul>
          {readings.map(({ answer, reviewers: [reader, ...others] }) => (
            <li key={reader}>
              <span>
                {[reader, ...others].map((id) => nameOf(id ?? '')).join(', ')}:{' '}
                <b>{describeAnswer(variable, answer, language)}</b>
              </span>
              {proposal !== null && reader !== undefined && differs(answer, proposal) && (
                <Button
                  isDisabled={isReadOnly}
                  aria-label={t('apart.settleReading', {
                    answer: describeAnswer(variable, answer, language),
                  })}
                  onPress={() => void settle(variable.id, reader)}
                >
                  {t('apart.settle')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        <p>{t(proposal === null ? 'apart.helpSettled' : 'apart.help')}</p>
      </details>
    </dd>
  );
}
