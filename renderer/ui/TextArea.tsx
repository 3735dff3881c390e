import type { Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components';

import { classNames } from './class-names';
import { Field, type FieldProps } from './Field';
import styles from './field.module.css';

interface TextAreaProps extends FieldProps {
  placeholder?: string;
  areaRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text; grows with them. */
export function TextArea({ placeholder, areaRef, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <AriaTextArea
        className={classNames(styles.input, styles.area)}
        {...(areaRef && { ref: areaRef })}
        {...(placeholder !== undefined && { placeholder })}
      />
    </Field>
  );
}
