import { useEffect, useRef, useState, type RefObject } from 'react';

import type { DocumentId } from '../../shared/domain/ids';
import { useAppStore, useStore } from '../store';
import { placeOf } from '../store/settings-slice';
import type { FindOptions } from './protocol';
import type { DocumentFrame } from './use-document-frame';

const HITS_LISTED = 'document.hits';

interface Find {
  readonly isOpen: boolean;
  readonly query: string;
  readonly options: FindOptions;
  /** All hits are listed beside the pages; kept. */
  readonly isListed: boolean;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Opens the search, or puts the keys in its field. */
  open(): void;
  close(): void;
  seek(query: string): void;
  setOptions(options: FindOptions): void;
  setListed(isListed: boolean): void;
  step(by: 1 | -1): void;
  /** To the next hit, or to the field when nothing is sought. */
  again(by: 1 | -1): void;
}

/** The search in the document; it stays open over another document, and seeks the same words there. */
export function useFind({ send, hits, state, focus }: DocumentFrame, document: DocumentId): Find {
  const store = useAppStore();
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [options, setOptions] = useState<FindOptions>({ matchCase: false, wholeWord: false });
  const isListed = useStore((all) => placeOf(all)[HITS_LISTED] !== 0);
  const inputRef = useRef<HTMLInputElement>(null);

  const begin = (sought: string, how: FindOptions): void => {
    hits.begin({ query: sought, options: how });
    send({ kind: 'find', query: sought, step: 0, options: how });
  };
  const step = (by: 1 | -1): void => send({ kind: 'find', query, step: by, options });
  const open = (): void => {
    setOpen(true);
    // When it is open already; else it takes the focus as it opens.
    inputRef.current?.focus();
    inputRef.current?.select();
  };

  const isThere = state.kind === 'open';
  useEffect(() => {
    if (isThere && isOpen && query !== '') begin(query, options);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isThere, document]);

  return {
    isOpen,
    query,
    options,
    isListed,
    inputRef,
    open,
    close: () => {
      setOpen(false);
      // What was found can be attached as evidence, or extended with Shift and the arrows.
      send({ kind: 'select-hit' });
      begin('', options);
      focus();
    },
    seek: (next) => {
      setQuery(next);
      begin(next, options);
    },
    setOptions: (next) => {
      setOptions(next);
      if (query !== '') begin(query, next);
    },
    setListed: (next) => store.getState().rememberPlace({ [HITS_LISTED]: next ? 1 : 0 }),
    step,
    again: (by) => {
      if (query === '') open();
      else step(by);
    },
  };
}
