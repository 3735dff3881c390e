import { useEffect } from 'react';

import type { AgreementId, VariableId } from '../../../shared/domain/ids';
import { type Store, useAppStore, useStore } from '../../store';
import { focusVariable } from './focus';

/** Whoever comes from the search has the keys on the variable that was sought, or on the first. */
export function useArrival(
  agreement: AgreementId,
  activeOf: (state: Store) => VariableId | null,
): void {
  const store = useAppStore();
  const isHere = useStore(({ search }) => search.arrivesAt === agreement);
  useEffect(() => {
    if (!isHere) return;
    const active = activeOf(store.getState());
    store.getState().arrived();
    if (active !== null) focusVariable(active);
    // Once, when one comes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isHere]);
}
