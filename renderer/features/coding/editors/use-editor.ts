import { useMemo } from 'react';

import type { Value } from '../../../../shared/domain/answer';
import type { Variable } from '../../../../shared/domain/codebook';
import { useAppStore, useStore } from '../../../store';
import { unreadIn } from '../../../store/coding-state';
import type { EditorProps } from './editor';

/** What connects a variable's editor to the coding that is open. */
export function useEditor(
  variable: Variable,
  value: Value | null,
  isReadOnly: boolean,
  isActive: boolean,
): EditorProps {
  const store = useAppStore();
  // Renders again when what could not be read changes; the parts are read below.
  const kept = useStore((state) => state.coding.unread);
  return useMemo(
    () => ({
      variable,
      value,
      isActive,
      isReadOnly,
      onChange: (next, how) => store.getState().setValue(variable.id, next, how),
      onLeave: () => store.getState().flushTyping(),
      unread: (part) => unreadIn({ ...store.getState().coding, unread: kept }, variable.id, part),
      onUnread: (part, typed) => store.getState().keepUnread(variable.id, typed, part),
      suggestActors: (text) => store.getState().suggestActors(variable.id, text),
    }),
    [store, variable, value, isReadOnly, isActive, kept],
  );
}
