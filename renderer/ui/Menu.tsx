import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';
import { Kbd } from './Kbd';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly keys?: readonly string[];
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly danger?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  label: string;
  /** The button that opens it. */
  trigger: ReactNode;
  /** Groups of entries, with a line between them. */
  groups: readonly (readonly MenuEntry[])[];
  placement?: 'bottom start' | 'bottom end';
}

/** A button and the list of verbs it opens. */
export function Menu({ label, trigger, groups, placement = 'bottom end' }: MenuProps) {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <AriaMenu aria-label={label} className={styles.list ?? ''}>
          {shown.flatMap((group, at) => [
            ...(at > 0
              ? [<Separator key={`line-${at}`} className={styles.separator ?? ''} />]
              : []),
            ...group.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                isDisabled={entry.isDisabled ?? false}
                onAction={entry.run}
                className={classNames(styles.item, entry.danger && styles.danger)}
              >
                {entry.icon}
                <span className={styles.itemText}>{entry.label}</span>
                {entry.isChosen && <Check aria-hidden="true" />}
                {entry.keys && <Kbd keys={entry.keys} />}
              </MenuItem>
            )),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
