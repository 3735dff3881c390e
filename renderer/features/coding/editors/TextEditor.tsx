import { useEffect, useRef, useState } from 'react';

import { useLanguage } from '../../../i18n/format';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import type { EditorProps } from './editor';

/** Free text that grows with what is written. */
export function TextEditor({ variable, value, onChange, onLeave, isDisabled }: EditorProps) {
  const language = useLanguage();
  const recorded = value?.type === 'text' ? value.text : '';
  return (
    <FreeText
      label={variable.label[language]}
      recorded={recorded}
      onWrite={(text) => onChange(text === '' ? null : { type: 'text', text }, 'typing')}
      onLeave={onLeave}
      isDisabled={isDisabled}
    />
  );
}

export interface FreeTextProps {
  label: string;
  hideLabel?: boolean;
  oneLine?: boolean;
  recorded: string;
  placeholder?: string;
  maxLength?: number;
  /** Without the space around it. */
  onWrite: (text: string) => void;
  onLeave?: () => void;
  isDisabled?: boolean;
}

/** Text that is recorded without its surrounding space, while the space being typed stays in the field. */
export function FreeText({
  label,
  hideLabel = true,
  oneLine = false,
  recorded,
  placeholder,
  maxLength = 20_000,
  onWrite,
  onLeave,
  isDisabled = false,
}: FreeTextProps) {
  const [typed, setTyped] = useState(recorded);
  const latest = useRef(typed);
  latest.current = typed;
  useEffect(() => {
    if (latest.current.trim() !== recorded.trim()) setTyped(recorded);
  }, [recorded]);
  const field = {
    label,
    hideLabel,
    value: typed,
    maxLength,
    isDisabled,
    onChange: (text: string) => {
      setTyped(text);
      onWrite(text.trim());
    },
    onBlur: () => onLeave?.(),
    ...(placeholder !== undefined && { placeholder }),
  };
  return oneLine ? <TextField {...field} /> : <TextArea {...field} />;
}
