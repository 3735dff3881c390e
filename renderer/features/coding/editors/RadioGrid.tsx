import { Fragment, useId, type ReactNode } from 'react';

import { Kbd } from '../../../ui/Kbd';
import { classNames } from '../../../ui/class-names';
import styles from './editors.module.css';

interface RadioChoice {
  readonly id: string;
  readonly label: string;
  /** Said after the label, more quietly. */
  readonly note?: string | null;
  /** What it means, shown when the pointer rests on it. */
  readonly explanation?: string;
  /** Stands at the end of its row. */
  readonly after?: ReactNode;
}

interface RadioGridProps {
  label: string;
  choices: readonly RadioChoice[];
  chosen: string | null;
  onChoose: (id: string) => void;
  /** The choice that is pointed at or has the focus; `null` when it is left. */
  onLookAt?: (id: string | null) => void;
  isDisabled: boolean;
  columns: 2 | 3;
}

/**
 * Choices side by side, each with its digit.
 *
 * Native radio buttons: left and right move the choice; up and down are the form's and move between
 * variables.
 */
export function RadioGrid({
  label,
  choices,
  chosen,
  onChoose,
  onLookAt,
  isDisabled,
  columns,
}: RadioGridProps) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames(styles.options, columns === 3 && styles.three)}
      onMouseLeave={() => onLookAt?.(null)}
    >
      {choices.map((choice, at) => (
        <div
          key={choice.id}
          className={classNames(styles.option, choice.id === chosen && styles.chosen)}
          onMouseEnter={() => onLookAt?.(choice.id)}
        >
          <label className={styles.optionLabel} title={choice.explanation}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={choice.id === chosen}
              disabled={isDisabled}
              onChange={() => onChoose(choice.id)}
              onFocus={() => onLookAt?.(choice.id)}
            />
            <span className={styles.optionText}>
              {breakable(choice.label)}
              {choice.note && <span className={styles.span}> {choice.note}</span>}
            </span>
          </label>
          {choice.after}
          {!isDisabled && at < 9 && <Kbd keys={[String(at + 1)]} />}
        </div>
      ))}
    </div>
  );
}

/** A label that may be broken after each slash, where a narrow form has to. */
function breakable(label: string): ReactNode {
  return label.split('/').map((part, at) => (
    <Fragment key={at}>
      {at > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}
