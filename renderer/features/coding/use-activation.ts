import { type FocusEventHandler, type PointerEventHandler, useRef } from 'react';

import type { VariableId } from '../../../shared/domain/ids';
import { useAppStore } from '../../store';

/**
 * Makes a variable the active one when the focus comes into its section. While a button of the mouse
 * is held, only once it is let go: what is told of the active variable takes room, so that everything
 * below would move away from under the pointer, and the press would be lost.
 */
export function useActivation(variable: VariableId): {
  onFocus: FocusEventHandler;
  onPointerDownCapture: PointerEventHandler;
} {
  const store = useAppStore();
  const press = useRef<'none' | 'held' | 'activates'>('none');
  const activate = (): void => store.getState().activateVariable(variable);
  return {
    onFocus: () => {
      if (press.current === 'none') activate();
      else press.current = 'activates';
    },
    onPointerDownCapture: () => {
      press.current = 'held';
      const ended = new AbortController();
      const end = (): void => {
        ended.abort();
        // After the click, which comes in the same breath.
        setTimeout(() => {
          const isWaiting = press.current === 'activates';
          press.current = 'none';
          if (isWaiting) activate();
        });
      };
      for (const event of ['pointerup', 'pointercancel']) {
        addEventListener(event, end, { signal: ended.signal, capture: true });
      }
    },
  };
}
