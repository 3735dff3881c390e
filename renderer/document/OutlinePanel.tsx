import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { placeAfterKey } from '../keyboard/list-step';
import type { OutlineEntry } from './protocol';
import styles from './SideList.module.css';

interface OutlinePanelProps {
  /** `null` until the document told it. */
  entries: readonly OutlineEntry[] | null;
  /** The page one is on. */
  page: number;
  /** True when it was opened by key: it then takes the focus. */
  takesFocus: boolean;
  onGoTo: (index: number) => void;
  /** The keys are to go back to the document. */
  onLeave: () => void;
}

/** The document's headings, or the outline that a PDF brings along; a press goes there. */
export function OutlinePanel({ entries, page, takesFocus, onGoTo, onLeave }: OutlinePanelProps) {
  const { t } = useTranslation('document');
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    if (takesFocus) list.current?.focus();
  }, [takesFocus]);
  // Another document has other headings.
  useEffect(() => setChosen(null), [entries]);

  const here = headingOf(entries ?? [], page);
  const current = chosen ?? here;
  useEffect(() => {
    if (chosen !== null && entries?.[chosen]?.page !== page) setChosen(null);
    // Only when one has scrolled on to another page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [page]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const goTo = (index: number): void => {
    setChosen(index);
    onGoTo(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = (entries?.length ?? 0) - 1;
    const next = placeAfterKey(event.key, current, { last });
    if (next !== null && last >= 0) goTo(next);
    else if (event.key === 'Enter' || event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.side}>
      <div className={styles.head}>{t('outline')}</div>
      <div
        ref={list}
        className={styles.list}
        role="listbox"
        tabIndex={0}
        aria-label={t('outline')}
        data-levels={(entries ?? []).some(({ level }) => level > 1)}
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        onKeyDown={onKeyDown}
      >
        {entries?.length === 0 && <div className={styles.empty}>{t('outlineNone')}</div>}
        {(entries ?? []).map((entry, index) => (
          // The list handles the keys for all of its rows: one tab stop, `aria-activedescendant`.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.heading}
            style={{ paddingInlineStart: 10 + 12 * (Math.min(entry.level, 5) - 1) }}
            data-level={entry.level}
            onClick={() => goTo(index)}
          >
            <span className={styles.title}>{entry.title}</span>
            {entry.page !== null && <span className={styles.number}>{entry.page}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The last heading on the page or before it; −1 when the page stands before all of them. */
function headingOf(entries: readonly OutlineEntry[], page: number): number {
  const first = entries.findIndex((entry) => entry.page === page);
  if (first !== -1) return first;
  return entries.findLastIndex((entry) => entry.page !== null && entry.page < page);
}
