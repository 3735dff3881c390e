import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names';
import styles from './ErrorNote.module.css';

interface ErrorNoteProps {
  /** What went wrong and the next step. */
  children: ReactNode;
  tone?: 'bad' | 'warn';
  /** Buttons: try again, put away. */
  actions?: ReactNode;
}

/** Says beside the place where someone acted what went wrong and what to do; read aloud at once. */
export function ErrorNote({ children, tone = 'bad', actions }: ErrorNoteProps) {
  return (
    <div className={classNames(styles.note, styles[tone])} role="alert">
      <CircleAlert aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
