import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

interface TooltipProps {
  text: string;
  keys?: readonly string[];
  placement?: 'top' | 'bottom' | 'left' | 'right';
  /** A button or link. */
  children: ReactNode;
}

/** Words beside a button while it is pointed at or has the focus. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {text}
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
