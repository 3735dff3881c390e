import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './Button.module.css';
import { classNames } from './class-names';
import { Tooltip } from './Tooltip';

interface IconButtonProps extends Omit<
  AriaButtonProps,
  'className' | 'children' | 'style' | 'aria-label'
> {
  /** What it does: its name for assistive technology and its tooltip. */
  label: string;
  icon: ReactNode;
  /** The key that does the same, shown in the tooltip. */
  keys?: readonly string[];
  className?: string;
}

/** A button that is only a picture; it says in words what it does. */
export function IconButton({ label, icon, keys, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys && { keys })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(styles.button, styles.quiet, styles.square, className)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
