import type { Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'children' | 'style' | 'isInvalid'
> {
  label: string;
  /** The label is there for assistive technology only. */
  hideLabel?: boolean;
  help?: string;
  /** What is wrong with what was entered and what to enter instead. */
  error?: string | null;
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
}

/** One line of text. */
export function TextField({
  label,
  hideLabel = false,
  help,
  error = null,
  placeholder,
  inputRef,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      // An error is told and never stands in the way: the browser would refuse to send the form again.
      validationBehavior="aria"
      isInvalid={error !== null}
      className={classNames(styles.field, className)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Input
        className={styles.input ?? ''}
        {...(inputRef && { ref: inputRef })}
        {...(placeholder !== undefined && { placeholder })}
      />
      {help !== undefined && (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
