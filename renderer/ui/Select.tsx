import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Said after the label, more quietly. */
  readonly note?: string;
}

interface SelectProps<Id extends string> {
  label: string;
  hideLabel?: boolean;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  placeholder?: string;
  isDisabled?: boolean;
  /** A thin edge, for filters among other buttons. */
  quiet?: boolean;
  className?: string;
}

/** One of a few, from a list that opens. */
export function Select<Id extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  quiet = false,
  className,
}: SelectProps<Id>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      isDisabled={isDisabled}
      className={classNames(styles.field, className)}
      {...(hideLabel && { 'aria-label': label })}
      {...(placeholder !== undefined && { placeholder })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={classNames(styles.input, styles.trigger, quiet && styles.quietTrigger)}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDown aria-hidden="true" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox items={options} className={styles.list ?? ''}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={styles.itemText}>{option.label}</span>
                  {option.note && <span className={styles.itemNote}>{option.note}</span>}
                  {isSelected && <Check aria-hidden="true" />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
