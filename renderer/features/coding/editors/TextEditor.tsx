import { useEffect } from 'react';

import { useLanguage } from '../../../i18n/format';
import { TextArea } from '../../../ui/TextArea';
import { TextField } from '../../../ui/TextField';
import type { EditorProps } from './editor';
import { useLatest } from '../../../ui/use-latest';
import { useTypedState } from './typed-state';

/** Free text that grows with what is written. */
export function TextEditor({ variable, value, onChange, onLeave, isReadOnly }: EditorProps) {
  const language = useLanguage();
  const recorded = value?.type === 'text' ? value.text : '';
  return (
    <FreeText
      label={variable.label[language]}
      recorded={recorded}
      onWrite={(text) => onChange(text === '' ? null : { type: 'text', text }, 'typing')}
      onLeave={onLeave}
      isReadOnly={isReadOnly}
    />
  );
}

interface FreeTextProps {
  label: string;
  hideLabel?: boolean;
  oneLine?: boolean;
  recorded: string;
  placeholder?: string;
  maxLength?: number;
  /** Without the space around it. */
  onWrite: (text: string) => void;
  onLeave?: () => void;
  isReadOnly?: boolean;
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
  isReadOnly = false,
}: FreeTextProps) {
  const [typed, setTyped, key] = useTypedState(recorded);
  const latest = useLatest(typed);
  useEffect(() => {
    if (latest.current.trim() !== recorded.trim()) setTyped(recorded);
  }, [recorded, latest, setTyped]);
  const field = {
    label,
    hideLabel,
    value: typed,
    maxLength,
    isReadOnly,
    onChange: (text: string) => {
      setTyped(text, 'typed');
      onWrite(text.trim());
    },
    onBlur: () => onLeave?.(),
    ...(placeholder !== undefined && !isReadOnly && { placeholder }),
  };
  return oneLine ? <TextField key={key} {...field} /> : <TextArea key={key} {...field} />;
}
