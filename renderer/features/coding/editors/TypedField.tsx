import { useEffect, type Ref } from 'react';

import { TextField } from '../../../ui/TextField';
import { useLatest } from '../../../ui/use-latest';
import { useTypedState } from './typed-state';

interface TypedFieldProps<T> {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  /** What is recorded, as it is written; empty when nothing is. */
  recorded: string;
  /** What was typed before and could not be read. */
  unread: string | null;
  /** What a text says, or `null` when it cannot be read. */
  read: (text: string) => T | null;
  /** How what was read is written. */
  write: (value: T) => string;
  onRead: (value: T | null) => void;
  onUnread: (typed: string | null) => void;
  /** The field is left: what was typed is to be recorded now. */
  onLeave: () => void;
  unreadText: string;
  /** Told under the field while what was typed is written otherwise than it is read. */
  readAs?: (written: string) => string;
  isReadOnly?: boolean;
  className?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/**
 * A field in which something is typed that has to be understood: a date, a number.
 *
 * What cannot be read stays in the field with an error under it, and nothing is recorded; what can be
 * read is shown as it was understood. Leaving the field writes it in the one form.
 */
export function TypedField<T>({
  label,
  hideLabel = false,
  placeholder,
  recorded,
  unread,
  read,
  write,
  onRead,
  onUnread,
  onLeave,
  unreadText,
  readAs,
  isReadOnly = false,
  className,
  inputRef,
}: TypedFieldProps<T>) {
  const [typed, setTyped, key] = useTypedState(unread ?? recorded);
  const [isFocused, setFocused] = useTypedState(false);
  const understood = readTrimmed(typed, read);
  const written = understood === null ? '' : write(understood);

  // Undone, or given in another way: the field follows, unless it holds what nobody could read.
  const latest = useLatest({ unread, written });
  useEffect(() => {
    const { unread: kept, written: shown } = latest.current;
    if (kept === null && shown !== recorded) setTyped(recorded);
  }, [recorded, latest, setTyped]);
  useEffect(() => {
    if (unread === null && latest.current.written === '') setTyped(recorded);
    // The text was given up elsewhere, by choosing a kind of missing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [unread]);

  const change = (text: string): void => {
    setTyped(text, 'typed');
    const value = readTrimmed(text, read);
    const isUnread = value === null && text.trim() !== '';
    onUnread(isUnread ? text : null);
    // What it could be read as on the way there is no answer: `2025-1` of `2025-13` was never meant.
    onRead(value);
  };

  const isUnread = understood === null && typed.trim() !== '';
  const differs = !isUnread && written !== typed.trim() && written !== '';
  return (
    <TextField
      key={key}
      label={label}
      hideLabel={hideLabel}
      value={typed}
      onChange={change}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        if (!isUnread) setTyped(written);
        onLeave();
      }}
      isReadOnly={isReadOnly}
      error={isUnread && !isFocused ? unreadText : null}
      {...(differs && readAs && { help: readAs(written) })}
      {...(placeholder !== undefined && !isReadOnly && { placeholder })}
      {...(className !== undefined && { className })}
      {...(inputRef !== undefined && { inputRef })}
    />
  );
}

function readTrimmed<T>(text: string, read: (text: string) => T | null): T | null {
  return text.trim() === '' ? null : read(text.trim());
}
