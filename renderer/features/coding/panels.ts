import { useMemo, useState } from 'react';

import type { MissingKind } from '../../../shared/domain/answer';
import type { AgreementId, VariableId } from '../../../shared/domain/ids';
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

interface Open extends Pick<Panels, 'missing' | 'note'> {
  readonly agreement: AgreementId | null;
}

const closed = { missing: null, note: null };

/** The panels of an agreement's form; those of the next one are closed. */
export function usePanels(agreement: AgreementId | null): Panels {
  const store = useAppStore();
  const [open, setOpen] = useState<Open>({ agreement, ...closed });
  // React draws again with them closed before anything below is drawn.
  if (open.agreement !== agreement) setOpen({ agreement, ...closed });
  const { missing, note } = open;
  return useMemo(
    () => ({
      missing,
      note,
      askMissing: (variable) => {
        setOpen((before) => ({ ...before, missing: variable }));
        // Closed again: the keys are the variable's once more.
        if (variable === null && missing !== null) focusVariable(missing);
      },
      chooseMissing: (variable, kind) => {
        store.getState().setMissing(variable, kind);
        setOpen((before) => ({ ...before, missing: null }));
        focusVariable(variable);
      },
      openNote: (variable) => {
        setOpen((before) => ({ ...before, note: variable }));
        if (variable !== null) focusNote(variable);
      },
    }),
    [store, missing, note],
  );
}
