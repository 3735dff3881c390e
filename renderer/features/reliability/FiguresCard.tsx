import { useTranslation } from 'react-i18next';

import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { VariableId } from '../../../shared/domain/ids';
import type { VariableReliability } from '../../../shared/domain/reliability/types';
import { type ReliabilityVerdict, verdictOn } from '../../../shared/domain/reliability/verdict';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { Pill, type Tone } from '../../ui/Pill';
import { IntervalBar, IntervalScale } from './IntervalBar';
import styles from './FiguresCard.module.css';

interface FiguresCardProps {
  variables: readonly VariableReliability[];
  codebook: Codebook;
  chosen: VariableId | null;
}

const TONES: Readonly<Record<ReliabilityVerdict, Tone>> = {
  reliable: 'good',
  tentative: 'warn',
  insufficient: 'bad',
  undefined: 'plain',
  'too-few': 'plain',
  'no-interval': 'plain',
  'no-double-coding': 'plain',
  'free-text': 'plain',
};

/** One row per variable: n, share of equal answers, α with its interval, and what may be said of it. */
export function FiguresCard({ variables, codebook, chosen }: FiguresCardProps) {
  const { t } = useTranslation('reliability');
  return (
    <section className={styles.card} aria-labelledby="figures-title">
      <h2 id="figures-title">{t('table.title')}</h2>
      <p className={styles.note}>{t('table.subtitle')}</p>
      <table className={styles.table} aria-labelledby="figures-title">
        <thead>
          <tr>
            <th scope="col">{t('table.variable')}</th>
            <th scope="col" className={styles.number} title={t('table.nHelp')}>
              {t('table.n')}
            </th>
            <th scope="col" className={styles.number}>
              {t('table.percent')}
            </th>
            <th scope="col" className={styles.number}>
              {t('table.alpha')}
            </th>
            <th scope="col" className={styles.scale}>
              <span className="visually-hidden">{t('table.interval')}</span>
              <IntervalScale />
            </th>
            <th scope="col">{t('table.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {variables.map((reliability) => (
            <Row
              key={reliability.variable}
              reliability={reliability}
              codebook={codebook}
              isChosen={reliability.variable === chosen}
            />
          ))}
        </tbody>
      </table>
      <div className={styles.legend}>
        <Pill tone="good">{t('legend.reliable')}</Pill>
        <Pill tone="warn">{t('legend.tentative')}</Pill>
        <Pill tone="bad">{t('legend.insufficient')}</Pill>
        <span>{t('legend.note')}</span>
      </div>
    </section>
  );
}

interface RowProps {
  reliability: VariableReliability;
  codebook: Codebook;
  isChosen: boolean;
}

function Row({ reliability, codebook, isChosen }: RowProps) {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const format = useFormat();
  const choose = useStore((store) => store.chooseVariable);
  const { variable: id, n, percent, alpha } = reliability;
  const label = variableOf(codebook, id)?.label[language] ?? id;
  const verdict = verdictOn(reliability);
  const isText = verdict === 'free-text';
  return (
    <tr className={isChosen ? styles.chosen : ''} onClick={() => choose(id)}>
      <th scope="row">
        <button
          type="button"
          className={styles.variable}
          aria-pressed={isChosen}
          aria-label={t('table.show', { variable: label })}
          onClick={() => choose(id)}
        >
          {label}
        </button>
      </th>
      <td className={styles.number}>{format.number(n)}</td>
      <td className={styles.number}>{percent === null ? '–' : format.percent(percent)}</td>
      <td className={styles.number}>
        {alpha.value === null ? '–' : <b>{format.decimal(alpha.value)}</b>}
      </td>
      <td className={styles.scale}>
        {!isText && <IntervalBar figure={alpha} verdict={verdict} />}
      </td>
      <td className={styles.verdict}>
        <Pill tone={TONES[verdict]}>{t(`verdict.${verdict}`)}</Pill>
      </td>
    </tr>
  );
}
