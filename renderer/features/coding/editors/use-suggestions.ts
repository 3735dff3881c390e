import { useEffect, useState } from 'react';

import type { Actor } from '../../../../shared/domain/actor';
import { useLatest } from '../../../ui/use-latest';

const NONE: readonly Actor[] = [];

/** What is suggested for a text; the answer to an earlier text never takes the place of a later one's. */
export function useSuggestions(
  text: string,
  suggest: (text: string) => Promise<readonly Actor[]>,
): readonly Actor[] {
  const [found, setFound] = useState<readonly Actor[]>(NONE);
  const ask = useLatest(suggest);
  useEffect(() => {
    let isLatest = true;
    if (text.trim() === '') {
      setFound(NONE);
      return undefined;
    }
    void ask.current(text).then((actors) => {
      if (isLatest) setFound(actors);
    });
    return () => {
      isLatest = false;
    };
  }, [text, ask]);
  return found;
}
