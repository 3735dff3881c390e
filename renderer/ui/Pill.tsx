import type { ReactNode } from 'react';

import { classNames } from './class-names';
import styles from './Pill.module.css';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

interface PillProps {
  tone?: Tone;
  icon?: ReactNode;
  title?: string;
  children: ReactNode;
}

/** A state or a count in a word or two. The words carry the meaning; the colour only helps. */
export function Pill({ tone = 'plain', icon, title, children }: PillProps) {
  return (
    <span className={classNames(styles.pill, styles[tone])} title={title}>
      {icon}
      {children}
    </span>
  );
}
