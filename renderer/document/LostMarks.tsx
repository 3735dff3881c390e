import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './LostMarks.module.css';
import type { Mark } from './protocol';

/** Says which evidence is not in the text any more, instead of leaving it unmarked without a word. */
export function LostMarks({
  marks,
  onGoTo,
}: {
  marks: readonly Mark[];
  onGoTo: (mark: Mark) => void;
}) {
  const { t } = useTranslation('document');
  const [isOpen, setOpen] = useState(false);
  if (marks.length === 0) return null;
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <div className={styles.lost} role="status">
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <TriangleAlert aria-hidden="true" />
        <span>{t('lost', { count: marks.length })}</span>
        <Arrow aria-hidden="true" />
      </button>
      {isOpen && (
        <ul className={styles.list}>
          {marks.map((mark) => (
            <li key={mark.id}>
              <button type="button" className={styles.one} onClick={() => onGoTo(mark)}>
                <span className={styles.label}>{mark.label}</span>
                <span className={styles.page}>{t('pageShort', { page: mark.passage.page })}</span>
                <q
                  className={styles.quote}
                  style={{ borderColor: `var(--evidence-${mark.colour})` }}
                >
                  {mark.passage.quote}
                </q>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
