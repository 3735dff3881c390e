import { useMemo, useState } from 'react';

import type { MissingKind } from '../../../shared/domain/answer';
import type { VariableId } from '../../../shared/domain/ids';
import { useAppStore } from '../../store';
import { focusNote, focusVariable } from './focus';

/** What is open in the form beside the answers. */
export interface Panels {
  /** The variable that is asked why it has no value. */
  readonly missing: VariableId | null;
  /** The variable whose empty note is open. */
  readonly note: VariableId | null;
  askMissing(variable: VariableId | null): void;
  chooseMissing(variable: VariableId, kind: MissingKind): void;
  openNote(variable: VariableId | null): void;
}

export function usePanels(): Panels {
  const store = useAppStore();
  const [missing, setMissing] = useState<VariableId | null>(null);
  const [note, setNote] = useState<VariableId | null>(null);
  return useMemo(
    () => ({
      missing,
      note,
      askMissing: (variable) => {
        setMissing(variable);
        // Closed again: the keys are the variable's once more.
        if (variable === null && missing !== null) focusVariable(missing);
      },
      chooseMissing: (variable, kind) => {
        store.getState().setMissing(variable, kind);
        setMissing(null);
        focusVariable(variable);
      },
      openNote: (variable) => {
        setNote(variable);
        if (variable !== null) focusNote(variable);
      },
    }),
    [store, missing, note],
  );
}
