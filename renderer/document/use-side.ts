import { useEffect, useState } from 'react';

import { useAppStore, useStore } from '../store';
import { placeOf } from '../store/settings-slice';
import type { Side } from './DocumentToolbar';
import type { DocumentFrame } from './use-document-frame';

/** What stands beside the pages, kept for each screen; small pages are drawn by the frame itself. */
export function useSide(
  { send, isReady, frameRef }: DocumentFrame,
  screen: string,
): { shown: Side; takesFocus: boolean; toggle: (side: Exclude<Side, 'none'>) => void } {
  const store = useAppStore();
  const key = `${screen}.side`;
  const shown = useStore((state) => sideOf(placeOf(state)[key]));
  /** Opened by somebody just now, and not because it was left open. */
  const [takesFocus, setTakesFocus] = useState(false);

  useEffect(() => {
    if (!isReady) return;
    if (shown === 'thumbnails' && takesFocus) frameRef.current?.focus();
    send({ kind: 'thumbnails', shown: shown === 'thumbnails', focus: takesFocus });
  }, [isReady, shown, takesFocus, send, frameRef]);

  return {
    shown,
    takesFocus,
    toggle: (side) => {
      const next = shown === side ? 'none' : side;
      setTakesFocus(next !== 'none');
      store.getState().rememberPlace({ [key]: next });
    },
  };
}

function sideOf(kept: string | number | null | undefined): Side {
  return kept === 'thumbnails' || kept === 'outline' ? kept : 'none';
}
