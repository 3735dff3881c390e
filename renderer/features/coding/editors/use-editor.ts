import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';

import type { Value } from '../../../../shared/domain/answer';
import type { Variable } from '../../../../shared/domain/codebook';
import { useAppStore, useStore } from '../../../store';
import { unreadPartsIn } from '../../../store/coding-state';
import type { EditorProps } from './editor';

/** What connects a variable's editor to the coding that is open. */
export function useEditor(
  variable: Variable,
  value: Value | null,
  isReadOnly: boolean,
  isActive: boolean,
): EditorProps {
  const store = useAppStore();
  // Renders again when what could not be read of it changes; the parts are read below.
  const kept = useStore(useShallow(({ coding }) => unreadPartsIn(coding, variable.id)));
  return useMemo(
    () => ({
      variable,
      value,
      isActive,
      isReadOnly,
      onChange: (next, how) => store.getState().setValue(variable.id, next, how),
      onLeave: () => store.getState().flushTyping(),
      unread: (part) => kept[part] ?? null,
      onUnread: (part, typed) => store.getState().keepUnread(variable.id, typed, part),
      suggestActors: (text) => store.getState().suggestActors(variable.id, text),
    }),
    [store, variable, value, isReadOnly, isActive, kept],
  );
}
