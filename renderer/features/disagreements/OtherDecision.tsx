import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SettledAnswer } from '../../../shared/domain/answer';
import type { Variable } from '../../../shared/domain/codebook';
import { useAppStore } from '../../store';
import type { EditorProps } from '../coding/editors/editor';
import { ValueEditor } from '../coding/editors/ValueEditor';
import { MissingChoice } from '../coding/MissingChoice';
import styles from './OpenVariable.module.css';

interface OtherDecisionProps {
  variable: Variable;
  answer: SettledAnswer;
  onChange: (answer: SettledAnswer) => void;
}

/** A third value, entered as in the form, or a kind of missing. */
export function OtherDecision({ variable, answer, onChange }: OtherDecisionProps) {
  const { t } = useTranslation('disagreements');
  const store = useAppStore();
  const [unread, setUnread] = useState<Readonly<Record<string, string | null>>>({});
  const editor: EditorProps = {
    variable,
    value: answer.value,
    isActive: true,
    isReadOnly: false,
    onChange: (value) => onChange({ value, missing: value === null ? answer.missing : null }),
    onLeave: () => undefined,
    unread: (part) => unread[part] ?? null,
    onUnread: (part, typed) => {
      setUnread((before) => ({ ...before, [part]: typed }));
      // What cannot be read is no decision, not the one before it.
      if (typed !== null && answer.value !== null && part === '') {
        onChange({ value: null, missing: null });
      }
    },
    suggestActors: (text) => store.getState().suggestActors(variable.id, text),
  };
  return (
    <div className={styles.other} data-other>
      <ValueEditor {...editor} />
      <div className={styles.otherMissing}>
        <span>{t('otherMissing')}</span>
        <MissingChoice
          variable={variable}
          chosen={answer.missing}
          takesFocus={false}
          onChoose={(missing) =>
            onChange(
              missing === answer.missing
                ? { value: null, missing: null }
                : { value: null, missing },
            )
          }
          onClose={() => undefined}
        />
      </div>
    </div>
  );
}
