import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { useLatest } from '../ui/use-latest';

type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Binds keys while the component is mounted (tinykeys' spelling: `$mod+k`, `Shift+?`, `g a`).
 *
 * `$mod` is Command on a Mac and Control elsewhere. Keys without Control, Command or Alt do nothing
 * while someone types in a field or a dialog is open.
 */
export function useKeys(bindings: Bindings): void {
  const latest = useLatest(bindings);
  const names = Object.keys(bindings).join('\n');
  useEffect(() => {
    const bound = Object.fromEntries(
      names.split('\n').map((name) => [
        name,
        (event: KeyboardEvent) => {
          const isPlain = !/\$mod|Control|Meta|Alt/.test(name);
          if (isPlain && isBusy(event)) return;
          latest.current[name]?.(event);
        },
      ]),
    );
    return tinykeys(window, bound);
  }, [names, latest]);
}

/**
 * True for an Enter that is still held down since before, except where it writes new lines. What it
 * opened or handed in must not be acted on by the same press: it would go on into the first field, or
 * hand in the agreement that came next.
 */
export function isHeldEnter(event: KeyboardEvent): boolean {
  if (!event.repeat || event.key !== 'Enter') return false;
  const isWriting = event.target instanceof HTMLTextAreaElement;
  return !isWriting || event.ctrlKey || event.metaKey;
}

/** True in a field that takes what is typed. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_IN) !== null;
}

/** True while keys belong to someone else: a field that is typed in, an open dialog or menu. */
export function isBusy(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  return isTyping(target) || target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;
}

/** Fields that take text; a radio button or a checkbox takes none. */
const TYPED_IN =
  'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true]';
