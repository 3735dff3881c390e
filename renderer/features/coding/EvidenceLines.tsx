import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Variable } from '../../../shared/domain/codebook';
import type { Evidence } from '../../../shared/domain/evidence';
import type { EvidenceId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import { useLanguage } from '../../i18n/format';
import { classNames } from '../../ui/class-names';
import styles from './EvidenceLines.module.css';
import { PassagePlace } from './PassagePlace';

interface EvidenceLinesProps {
  variable: Variable;
  evidence: readonly Evidence[];
  /** Those of the agreement: where there are several, each passage names its own. */
  documents?: readonly DocumentView[];
  /** The one last shown in the document. */
  shown: EvidenceId | null;
  /** CSS colour of the line before the quote. */
  colour: string;
  onShow: (evidence: Evidence) => void;
  /** Absent where evidence cannot be taken away. */
  onRemove?: (evidence: Evidence) => void;
}

/** The passages that support an answer; a press shows one in the document. */
export function EvidenceLines({
  variable,
  evidence,
  documents = [],
  shown,
  colour,
  onShow,
  onRemove,
}: EvidenceLinesProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  if (evidence.length === 0) return null;
  return (
    <ul
      className={styles.lines}
      aria-label={t('evidence.list', { variable: variable.label[language] })}
    >
      {evidence.map((each) => {
        const { quote } = each.passage;
        return (
          <li key={each.id} className={styles.line} data-evidence={each.id}>
            <button
              type="button"
              className={classNames(
                styles.show,
                documents.length > 1 && styles.several,
                each.id === shown && styles.shown,
              )}
              aria-current={each.id === shown || undefined}
              title={quote}
              onClick={() => onShow(each)}
              onKeyDown={(event) => {
                if (event.key === 'Delete' || event.key === 'Backspace') onRemove?.(each);
              }}
            >
              <PassagePlace passage={each.passage} documents={documents} />
              <q className={styles.quote} style={{ borderColor: colour }}>
                {quote}
              </q>
              <span className="visually-hidden">, {t('evidence.show')}</span>
            </button>
            {onRemove && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('evidence.remove', { quote })}
                title={t('evidence.remove', { quote })}
                onClick={() => onRemove(each)}
              >
                <X aria-hidden="true" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
