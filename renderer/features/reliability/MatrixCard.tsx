import { useTranslation } from 'react-i18next';

import type { Variable } from '../../../shared/domain/codebook';
import type { VariableReliability } from '../../../shared/domain/reliability/types';
import type { Reviewer } from '../../../shared/domain/reviewer';
import { useFormat, useLanguage } from '../../i18n/format';
import { useAppStore } from '../../store';
import { Button } from '../../ui/Button';
import { Behind } from './Behind';
import { Matrix } from './Matrix';
import styles from './MatrixCard.module.css';
import { WorstPair } from './WorstPair';

interface MatrixCardProps {
  reliability: VariableReliability;
  variable: Variable;
  /** Everyone who took part. */
  reviewers: readonly Reviewer[];
}

/** The chosen variable: its doubts in words, who said what, and the pair that is confused most. */
export function MatrixCard({ reliability, variable, reviewers }: MatrixCardProps) {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const { confusion } = reliability;
  const label = variable.label[language];
  const nameOf = (id: string) => reviewers.find((each) => each.id === id)?.name ?? id;
  return (
    <section className={styles.card} aria-labelledby="matrix-title">
      <h2 id="matrix-title">{t('detail.matrix', { variable: label })}</h2>
      <Doubts reliability={reliability} />
      {confusion === null ? (
        <NoMatrix variable={variable} />
      ) : (
        <>
          <p className={styles.note}>
            {confusion.reviewers === null
              ? t('detail.matrixMany')
              : t('detail.matrixOf', {
                  first: nameOf(confusion.reviewers[0]),
                  second: nameOf(confusion.reviewers[1]),
                })}
          </p>
          <Matrix confusion={confusion} variable={variable} />
          <WorstPair confusion={confusion} variable={variable} />
          <Behind />
        </>
      )}
      <Excluded excluded={reliability.excluded} />
    </section>
  );
}

function Doubts({ reliability }: { reliability: VariableReliability }) {
  const { t } = useTranslation('reliability');
  const format = useFormat();
  const { doubts, draws } = reliability.alpha;
  if (doubts.length === 0) return null;
  const share = format.percent(draws === null ? 0 : draws.withoutVariation / draws.made);
  return (
    <ul className={styles.doubts}>
      {doubts.map((doubt) => (
        <li key={doubt}>{t(`doubt.${doubt}`, { share })}</li>
      ))}
    </ul>
  );
}

function NoMatrix({ variable }: { variable: Variable }) {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const store = useAppStore();
  return (
    <>
      <p className={styles.text}>
        {t('detail.noMatrix', { variable: variable.label[language].toLowerCase() })}
      </p>
      <Button
        onPress={() => {
          store.getState().filterDisagreements(variable.id);
          store.getState().goTo('disagreements', null);
        }}
      >
        {t('detail.disagreements')}
      </Button>
    </>
  );
}

function Excluded({ excluded }: Pick<VariableReliability, 'excluded'>) {
  const { t } = useTranslation('reliability');
  const format = useFormat();
  const reasons = Object.entries(excluded).filter(([, count]) => count > 0);
  if (reasons.length === 0) return null;
  return (
    <p className={styles.excluded}>
      {t('detail.excluded')}{' '}
      {reasons
        .map(([reason, count]) => t(`excluded.${reason}`, { count, shown: format.number(count) }))
        .join(', ')}
      .
    </p>
  );
}
