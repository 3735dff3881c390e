import { ProgressBar } from 'react-aria-components';

import styles from './Progress.module.css';

interface ProgressProps {
  label: string;
  /** How much is done, of `total`; `null` while the total is not known. */
  done: number | null;
  total: number;
  /** Read aloud instead of a percentage: "124 av 248". */
  text?: string;
}

/** How far something has come. */
export function Progress({ label, done, total, text }: ProgressProps) {
  const share = done === null || total === 0 ? 0 : done / total;
  return (
    <ProgressBar
      aria-label={label}
      className={styles.bar ?? ''}
      isIndeterminate={done === null}
      value={done ?? 0}
      maxValue={Math.max(1, total)}
      {...(text !== undefined && { valueLabel: text })}
    >
      <span
        className={done === null ? styles.unknown : styles.done}
        style={done === null ? {} : { width: `${share * 100}%` }}
      />
    </ProgressBar>
  );
}
