import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './Button.module.css';
import { classNames } from './class-names';
import { Kbd } from './Kbd';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary` is the one next step of a place; `quiet` has no edge; `danger` cannot be taken back. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** Before the text. */
  icon?: ReactNode;
  /** The key that does the same, shown after the text. */
  keys?: readonly string[];
  className?: string;
  children: ReactNode;
}

/** A button with words on it. */
export function Button({
  variant = 'plain',
  icon,
  keys,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[variant], className)}>
      {icon}
      <span className={styles.text}>{children}</span>
      {keys && <Kbd keys={keys} onFill={variant === 'primary'} />}
    </AriaButton>
  );
}
