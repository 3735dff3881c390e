import { classNames } from './class-names';
import styles from './Kbd.module.css';

interface KbdProps {
  /** The keys pressed together, as they are printed: `['Ctrl', 'K']`. */
  keys: readonly string[];
  /** It stands on the accent colour. */
  onFill?: boolean;
}

const IS_MAC = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

/** As they are printed on this machine's keyboard. */
const PRINTED: Readonly<Record<string, string>> = {
  ...(IS_MAC ? { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' } : {}),
  Enter: '↵',
};

/** A key or several pressed together. Decoration: what it says is told to assistive technology elsewhere. */
export function Kbd({ keys, onFill = false }: KbdProps) {
  return (
    <kbd className={classNames(styles.kbd, onFill && styles.onFill)} aria-hidden="true">
      {keys.map((key) => PRINTED[key] ?? key).join(' ')}
    </kbd>
  );
}
