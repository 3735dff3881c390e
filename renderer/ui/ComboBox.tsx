import { ChevronDown } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';
import type { Option } from './Select';

interface ComboBoxProps<Id extends string> {
  label: string;
  hideLabel?: boolean;
  /** What to choose from, already filtered by what was typed. */
  options: readonly Option<Id>[];
  text: string;
  onTextChange: (text: string) => void;
  onChoose: (option: Option<Id>) => void;
  /** Keeps what was typed although no option is like it. */
  allowsOther?: boolean;
  /** Enter or leaving the field with a text that no option was chosen for. */
  onOther?: (text: string) => void;
  onKeyDown?: AriaComboBoxProps<Option<Id>>['onKeyDown'];
  placeholder?: string;
  error?: string | null;
  autoFocus?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  /** Said in the open list when nothing fits. */
  noneText?: string;
  openLabel?: string;
  className?: string;
}

/** Typing finds one of many. The list is the caller's: it may come from a register of thousands. */
export function ComboBox<Id extends string>({
  label,
  hideLabel = false,
  options,
  text,
  onTextChange,
  onChoose,
  allowsOther = false,
  onOther,
  onKeyDown,
  placeholder,
  error = null,
  autoFocus = false,
  inputRef,
  noneText,
  openLabel,
  className,
}: ComboBoxProps<Id>) {
  const items = withoutTwins(options);
  const giveOther = (): void => {
    if (text.trim() !== '') onOther?.(text.trim());
  };
  return (
    <AriaComboBox
      items={items}
      inputValue={text}
      onInputChange={onTextChange}
      value={null}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChoose(chosen);
      }}
      onBlur={giveOther}
      onKeyDown={(event) => {
        // An option that the arrows stand on is what Enter chooses.
        const isOnOption = (event.target as Element).hasAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !isOnOption) giveOther();
        onKeyDown?.(event);
      }}
      allowsCustomValue={allowsOther}
      allowsEmptyCollection={noneText !== undefined}
      defaultFilter={() => true}
      menuTrigger="input"
      validationBehavior="aria"
      isInvalid={error !== null}
      autoFocus={autoFocus}
      className={classNames(styles.field, className)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <div className={styles.withButton}>
        <Input
          className={styles.input ?? ''}
          {...(inputRef && { ref: inputRef })}
          {...(placeholder !== undefined && { placeholder })}
        />
        <Button className={styles.open ?? ''} {...(openLabel && { 'aria-label': openLabel })}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox
          className={styles.list ?? ''}
          renderEmptyState={() => <div className={styles.none}>{noneText}</div>}
        >
          {(option: Option<Id>) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ''}>
              <span className={styles.itemText}>{option.label}</span>
              {option.note && <span className={styles.itemNote}>{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Two options of one id would make React Aria walk its list in a circle for ever. */
function withoutTwins<Id extends string>(options: readonly Option<Id>[]): Option<Id>[] {
  return [...new Map(options.map((option) => [option.id, option])).values()];
}
