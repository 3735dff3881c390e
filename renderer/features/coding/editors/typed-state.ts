import { createContext, useCallback, useContext, useState } from 'react';

/** A thing of its own for each time that something is opened. */
type Subject = object;

/** The subject of what a text names: another one each time that the text changes. */
export function useSubject(name: string): Subject {
  const [subject, setSubject] = useState({ name });
  // React draws again with the new one before anything below is drawn.
  if (subject.name !== name) setSubject({ name });
  return subject;
}

const SubjectContext = createContext<Subject>({});

/** Names what the fields below it are about: they begin afresh when it changes. */
export const SubjectProvider = SubjectContext.Provider;

interface Kept<T> {
  readonly subject: Subject;
  readonly value: T;
  readonly key: number;
  readonly isTyped: boolean;
}

/**
 * The state of a field, which is forgotten as soon as the field is about something else.
 *
 * The form of the next agreement has the same fields: making all of them anew takes most of the time
 * that opening it does. Only a field that was typed in is to be made anew, by its key, as the
 * browser's own undo would bring back there what belongs to the agreement before.
 *
 * @param initial its value until one is set for this subject
 * @returns the value, what sets it (`typed`: by somebody's typing), and the key of the field
 */
export function useTypedState<T>(
  initial: T,
): readonly [value: T, set: (value: T, how?: 'typed') => void, key: number] {
  const subject = useContext(SubjectContext);
  const [kept, setKept] = useState<Kept<T>>({ subject, value: initial, key: 0, isTyped: false });
  const isOurs = kept.subject === subject;
  const key = !isOurs && kept.isTyped ? kept.key + 1 : kept.key;
  const set = useCallback(
    (value: T, how?: 'typed'): void =>
      setKept((before) => ({
        subject,
        value,
        key,
        isTyped: how === 'typed' || (before.subject === subject && before.isTyped),
      })),
    [subject, key],
  );
  return [isOurs ? kept.value : initial, set, key];
}
