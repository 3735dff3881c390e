import type { Ref } from 'react';
import {
  FieldError,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import { classNames } from './class-names';
import styles from './field.module.css';

export interface TextAreaProps extends Omit<
  AriaTextFieldProps,
  'className' | 'children' | 'style' | 'isInvalid'
> {
  label: string;
  hideLabel?: boolean;
  help?: string;
  error?: string | null;
  placeholder?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
  className?: string;
}

/** Several lines of text; grows with them. */
export function TextArea({
  label,
  hideLabel = false,
  help,
  error = null,
  placeholder,
  areaRef,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <TextField
      {...rest}
      validationBehavior="aria"
      isInvalid={error !== null}
      className={classNames(styles.field, className)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <AriaTextArea
        className={classNames(styles.input, styles.area)}
        {...(areaRef && { ref: areaRef })}
        {...(placeholder !== undefined && { placeholder })}
      />
      {help !== undefined && (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  );
}
