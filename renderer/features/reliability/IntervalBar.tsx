import { useTranslation } from 'react-i18next';

import { RELIABLE, TENTATIVE } from '../../../shared/domain/reliability/thresholds';
import type { Figure } from '../../../shared/domain/reliability/types';
import type { ReliabilityVerdict } from '../../../shared/domain/reliability/verdict';
import { useFormat } from '../../i18n/format';
import styles from './FiguresCard.module.css';

const WIDTH = 190;
const EDGE = 6;

/** Where a coefficient from 0 to 1 stands; what lies outside stands at the edge. */
const at = (value: number): number => EDGE + Math.min(Math.max(value, 0), 1) * (WIDTH - 2 * EDGE);

/** The numbers over the column: 0, the two thresholds and 1. */
export function IntervalScale() {
  const format = useFormat();
  const marks = [
    { value: 0, text: '0', shift: 0 },
    // Moved apart: they stand too close to each other for their numbers.
    { value: TENTATIVE, text: format.decimal(TENTATIVE), shift: -6 },
    { value: RELIABLE, text: format.decimal(RELIABLE), shift: 4 },
    { value: 1, text: '1', shift: 0 },
  ];
  return (
    <svg width={WIDTH} height={14} aria-hidden="true" className={styles.scaleText}>
      {marks.map(({ value, text, shift }) => (
        <text key={text} x={at(value) + shift} y={11} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}

interface IntervalBarProps {
  figure: Figure;
  verdict: ReliabilityVerdict;
}

/** A coefficient with its interval, drawn against .667 and .800. Nothing is drawn where it is undefined. */
export function IntervalBar({ figure, verdict }: IntervalBarProps) {
  const { t } = useTranslation('reliability');
  const format = useFormat();
  const { value, low, high } = figure;
  const hasInterval = low !== null && high !== null;
  const said =
    value === null
      ? t('figure.undefined')
      : hasInterval
        ? t('figure.withInterval', {
            value: format.decimal(value),
            low: format.decimal(low),
            high: format.decimal(high),
          })
        : t('figure.withoutInterval', { value: format.decimal(value) });
  return (
    <svg width={WIDTH} height={18} role="img" aria-label={said} data-verdict={verdict}>
      <title>{said}</title>
      <line className={styles.threshold} x1={at(TENTATIVE)} x2={at(TENTATIVE)} y1={1} y2={17} />
      <line className={styles.threshold} x1={at(RELIABLE)} x2={at(RELIABLE)} y1={1} y2={17} />
      {hasInterval && <line className={styles.interval} x1={at(low)} x2={at(high)} y1={9} y2={9} />}
      {value !== null && <circle className={styles.value} cx={at(value)} cy={9} r={4} />}
    </svg>
  );
}
