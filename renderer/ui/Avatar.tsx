import { classNames } from './class-names';
import styles from './Avatar.module.css';

interface AvatarProps {
  initials: string;
  /** 1–8: `--reviewer-n`. */
  colour: number;
  size?: 'small' | 'normal';
}

/** Two letters on a colour. Decoration beside a name. */
export function Avatar({ initials, colour, size = 'normal' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(styles.avatar, size === 'small' && styles.small)}
      style={{ background: `var(--reviewer-${colour})` }}
    >
      {initials}
    </span>
  );
}
