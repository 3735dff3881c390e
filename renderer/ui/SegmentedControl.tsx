import { Label, Radio, RadioGroup } from 'react-aria-components';

import { classNames } from './class-names';
import field from './field.module.css';
import type { Option } from './Select';
import styles from './SegmentedControl.module.css';

interface SegmentedControlProps<Id extends string> {
  label: string;
  hideLabel?: boolean;
  options: readonly Option<Id>[];
  value: Id;
  onChange: (value: Id) => void;
  help?: string;
}

/** One of two to five, all in view. */
export function SegmentedControl<Id extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  help,
}: SegmentedControlProps<Id>) {
  return (
    <RadioGroup
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      orientation="horizontal"
      className={classNames(field.field, styles.group)}
      {...(hideLabel && { 'aria-label': label })}
    >
      {!hideLabel && <Label className={field.label ?? ''}>{label}</Label>}
      <div className={styles.segments}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles.segment ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
      {help !== undefined && <div className={field.help}>{help}</div>}
    </RadioGroup>
  );
}
