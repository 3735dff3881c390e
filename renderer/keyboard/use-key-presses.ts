import { useCallback, useEffect } from 'react';

import { useLatest } from '../ui/use-latest';
import type { KeyPress } from './key-press';
import { isHeldEnter } from './keys';

/**
 * Tells a screen every key that is pressed in the window before its fields see it: a list that is open
 * in a field would keep Ctrl Enter for itself.
 *
 * @param handle true when the key is used up by it; the target is `null` for a key of the document
 * @returns the handler for keys that are pressed in the document, which stays the same
 */
export function useKeyPresses(
  handle: (press: KeyPress, target: EventTarget | null) => boolean,
): (press: KeyPress) => void {
  const latest = useLatest(handle);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!isHeldEnter(event) && !latest.current(event, event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [latest]);
  return useCallback((press: KeyPress) => void latest.current(press, null), [latest]);
}
