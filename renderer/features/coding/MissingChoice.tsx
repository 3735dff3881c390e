import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { MISSING_LABELS } from '../../../shared/domain/answer-text';
import { MissingKind } from '../../../shared/domain/answer';
import type { Variable } from '../../../shared/domain/codebook';
import { useLanguage } from '../../i18n/format';
import { Kbd } from '../../ui/Kbd';
import styles from './VariableSection.module.css';

/** The kinds of missing, in the order of their digit keys. */
export const MISSING_KINDS = MissingKind.options;

interface MissingChoiceProps {
  variable: Variable;
  chosen: MissingKind | null;
  onChoose: (kind: MissingKind) => void;
  onClose: () => void;
  /** False where it stands open all the time: it has no digits there either. */
  takesFocus?: boolean;
}

/** Why there is no value: five kinds, each with its digit while this is open. */
export function MissingChoice({
  variable,
  chosen,
  onChoose,
  onClose,
  takesFocus = true,
}: MissingChoiceProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) first.current?.focus();
  }, [takesFocus]);
  return (
    <div
      role="group"
      aria-label={t('missingChoose', { variable: variable.label[language] })}
      className={styles.missing}
    >
      {MISSING_KINDS.map((kind, at) => (
        <button
          key={kind}
          ref={at === 0 ? first : null}
          type="button"
          className={styles.kind}
          aria-pressed={kind === chosen}
          onClick={() => onChoose(kind)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        >
          {MISSING_LABELS[kind][language]}
          {takesFocus && <Kbd keys={[String(at + 1)]} />}
        </button>
      ))}
    </div>
  );
}
