import type { Ref } from 'react';
import { Input } from 'react-aria-components';

import { Field, type FieldProps } from './Field';
import styles from './field.module.css';

interface TextFieldProps extends FieldProps {
  placeholder?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ placeholder, inputRef, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <Input
        className={styles.input ?? ''}
        {...(inputRef && { ref: inputRef })}
        {...(placeholder !== undefined && { placeholder })}
      />
    </Field>
  );
}
