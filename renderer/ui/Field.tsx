import type { ReactNode } from 'react';
import {
  FieldError,
  Label,
  Text,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';

export interface FieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'children' | 'style' | 'isInvalid'
> {
  label: string;
  /** The label is there for assistive technology only. */
  hideLabel?: boolean;
  help?: string;
  /** What is wrong with what was entered and what to enter instead. */
  error?: string | null;
  className?: string;
}

/** What stands around a field that text is typed in: its label, help and error. */
export function Field({
  label,
  hideLabel = false,
  help,
  error = null,
  className,
  children,
  ...rest
}: FieldProps & { children: ReactNode }) {
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
      {children}
      {help !== undefined && (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}
