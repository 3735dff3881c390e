import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import styles from './Chip.module.css';

interface ChipProps {
  children: ReactNode;
  /** Said after the text, more quietly. */
  note?: string | null;
  /** With its name, "Ta bort Solna stad", when the chip can be removed. */
  removeLabel?: string;
  onRemove?: () => void;
}

/** One of several things that were chosen. */
export function Chip({ children, note, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={styles.chip}>
      <span className={styles.text}>{children}</span>
      {note && <span className={styles.note}>{note}</span>}
      {onRemove && (
        <AriaButton
          aria-label={removeLabel ?? ''}
          className={styles.remove ?? ''}
          onPress={onRemove}
        >
          <X aria-hidden="true" />
        </AriaButton>
      )}
    </span>
  );
}
