import { useCallback, useMemo, useRef, useState } from 'react';

import { HITS_AT_ONCE, type FindOptions, type FromFrame, type Hit, type ToFrame } from './protocol';

interface Search {
  readonly query: string;
  readonly options: FindOptions;
}

export interface Hits {
  /** The hits that were told so far, by their number from 0. */
  readonly at: ReadonlyMap<number, Hit>;
  /** Asks for those of a range that are not known yet. */
  lookAt(from: number, to: number): void;
  /** Another search began: what is known of the one before is forgotten. */
  begin(search: Search): void;
  told(message: Extract<FromFrame, { kind: 'hits' }>): void;
}

const NONE: ReadonlyMap<number, Hit> = new Map();

/** The hits of the search, asked for as they come into view: there may be tens of thousands. */
export function useHits(send: (message: ToFrame) => void): Hits {
  const [at, setAt] = useState(NONE);
  const search = useRef<Search | null>(null);
  const asked = useRef(new Set<number>());

  const begin = useCallback((next: Search) => {
    search.current = next;
    asked.current.clear();
    setAt(NONE);
  }, []);

  const lookAt = useCallback(
    (from: number, to: number) => {
      let first: number | null = null;
      for (let index = from; index < to; index += 1) {
        if (asked.current.has(index)) continue;
        first ??= index;
        asked.current.add(index);
      }
      if (first === null) return;
      for (let next = first; next < to; next += HITS_AT_ONCE) {
        send({ kind: 'hits', from: next, count: Math.min(HITS_AT_ONCE, to - next) });
      }
    },
    [send],
  );

  const told = useCallback(({ query, options, from, hits }: Parameters<Hits['told']>[0]) => {
    const sought = search.current;
    const isOfAnother =
      sought?.query !== query ||
      sought.options.matchCase !== options.matchCase ||
      sought.options.wholeWord !== options.wholeWord;
    if (isOfAnother) return;
    setAt((before) => {
      const next = new Map(before);
      for (const [index, hit] of hits.entries()) next.set(from + index, hit);
      return next;
    });
    // What was asked for beyond the end of what is found so far may be asked for again.
    for (const index of asked.current) {
      if (index >= from + hits.length) asked.current.delete(index);
    }
  }, []);

  return useMemo(() => ({ at, lookAt, begin, told }), [at, lookAt, begin, told]);
}
