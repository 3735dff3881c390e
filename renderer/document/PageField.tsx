import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './DocumentPane.module.css';

interface PageFieldProps {
  page: number;
  pageCount: number;
  inputRef: RefObject<HTMLInputElement | null>;
  onGoToPage: (page: number) => void;
  /** Gone to, or given up with Escape: the keys belong to the document again. */
  onLeave: () => void;
}

/** The page one is on, to be written over with the one to go to. */
export function PageField({ page, pageCount, inputRef, onGoToPage, onLeave }: PageFieldProps) {
  const { t } = useTranslation('document');
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number(typed);
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) {
      onGoToPage(Math.min(wanted, pageCount));
    }
    setTyped(null);
  };
  return (
    <span className={styles.page}>
      <input
        ref={inputRef}
        className={styles.pageInput}
        style={{ inlineSize: `${Math.max(2, String(pageCount).length) + 1.4}ch` }}
        inputMode="numeric"
        aria-label={t('page', { total: pageCount })}
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) go();
          else if (event.key === 'Escape') setTyped(null);
          else return;
          onLeave();
        }}
      />
      <span aria-hidden="true">/ {pageCount}</span>
    </span>
  );
}
