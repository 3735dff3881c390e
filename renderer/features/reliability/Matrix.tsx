import { useTranslation } from 'react-i18next';

import type { Variable } from '../../../shared/domain/codebook';
import type { Confusion } from '../../../shared/domain/reliability/types';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { labelIn } from './labels';
import styles from './MatrixCard.module.css';

export interface MatrixProps {
  confusion: Confusion;
  variable: Variable;
}

/** Who said what: a cell opens the agreements it counts. Equal answers stand on the diagonal. */
export function Matrix({ confusion, variable }: MatrixProps) {
  const { t } = useTranslation('reliability');
  const language = useLanguage();
  const format = useFormat();
  const key = useStore((store) => store.reliability.behind?.key ?? null);
  const look = useStore((store) => store.lookBehind);
  const { labels, rows, agreements } = confusion;
  const words = labels.map((label) => labelIn(variable, label, language));
  // A long label may be broken where it says one thing or another.
  const broken = words.map((word) => word.replaceAll('/', '/\u200b'));
  const most = Math.max(1, ...rows.flat());
  return (
    <div className={styles.scroll}>
      <table
        className={styles.matrix}
        aria-label={t('detail.matrixLabel', { variable: variable.label[language] })}
      >
        <thead>
          <tr>
            <th aria-hidden="true" />
            {broken.map((word, at) => (
              <th key={labels[at]} scope="col" className={styles.column}>
                <span>{word}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={labels[row]}>
              <th scope="row" className={styles.rowLabel}>
                {broken[row]}
              </th>
              {cells.map((count, column) => {
                const cell = `${labels[row]}/${labels[column]}`;
                const strength = `${Math.round(12 + 48 * (count / most))}%`;
                return (
                  <td
                    key={cell}
                    className={row === column ? styles.same : styles.different}
                    style={count === 0 ? {} : { ['--strength' as string]: strength }}
                    data-empty={count === 0 || undefined}
                    data-chosen={cell === key || undefined}
                  >
                    {count > 0 && (
                      <button
                        type="button"
                        className={styles.cell}
                        aria-pressed={cell === key}
                        aria-label={t('detail.cell', {
                          count,
                          row: words[row],
                          column: words[column],
                          shown: format.number(count),
                        })}
                        onClick={() => void look(cell, agreements[row]?.[column] ?? [])}
                      >
                        {format.number(count)}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
