import type { ReactNode } from 'react';

import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** 1 where it is all that the screen shows. */
  level?: 1 | 2;
  icon?: ReactNode;
  title: string;
  /** What to do first. */
  children?: ReactNode;
  /** Buttons that do it. */
  actions?: ReactNode;
}

/** Stands where there is nothing yet and says what to do first. */
export function EmptyState({ level = 2, icon, title, children, actions }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
