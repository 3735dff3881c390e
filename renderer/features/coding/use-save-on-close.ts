import { useEffect } from 'react';

import { useAppStore } from '../../store';

/**
 * Keeps the window open for the moment it takes to save what was typed last, then closes it.
 *
 * What cannot be saved is told in the form; the second attempt to close goes through.
 */
export function useSaveOnClose(): void {
  const store = useAppStore();
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      store.getState().flushTyping();
      if (store.getState().saving.pending === 0) return;
      event.preventDefault();
      void store
        .getState()
        .saveCoding()
        .then((isSaved) => {
          if (isSaved) window.close();
        });
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      window.removeEventListener('beforeunload', onBeforeUnload);
      store.getState().flushTyping();
    };
  }, [store]);
}
