import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../ui/IconButton';
import styles from './DocumentPane.module.css';
import type { FrameSearch } from './use-document-frame';

/** How long typing must rest before the document is searched. */
const REST_MS = 120;

export interface FindBarProps {
  query: string;
  search: FrameSearch | null;
  inputRef: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}

/** Searches the document: how many there are, and from one to the next. */
export function FindBar({ query, search, inputRef, onQuery, onStep, onClose }: FindBarProps) {
  const { t } = useTranslation('document');
  const [typed, setTyped] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    inputRef.current?.focus();
    inputRef.current?.select();
    // Opened again: the same words are sought.
    if (query !== '') onQuery(query);
    // Once, as it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const type = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onQuery(next), REST_MS);
  };
  const step = (by: 1 | -1): void => {
    clearTimeout(timer.current);
    if (typed === query) onStep(by);
    else onQuery(typed);
  };
  const told = typed === '' || search === null || search.query !== typed ? null : search;

  return (
    <div className={styles.findBar} role="search">
      <input
        ref={inputRef}
        className={styles.findInput}
        type="text"
        spellCheck={false}
        placeholder={t('findPlaceholder')}
        aria-label={t('findLabel')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className={styles.count} role="status">
        {told !== null && countText(told)}
      </span>
      <IconButton
        label={t('findPrevious')}
        keys={['Shift', 'Enter']}
        icon={<ChevronUp />}
        isDisabled={told === null || told.total === 0}
        onPress={() => step(-1)}
      />
      <IconButton
        label={t('findNext')}
        keys={['Enter']}
        icon={<ChevronDown />}
        isDisabled={told === null || told.total === 0}
        onPress={() => step(1)}
      />
      <IconButton label={t('findClose')} keys={['Esc']} icon={<X />} onPress={onClose} />
    </div>
  );

  function countText({ current, total, searching }: FrameSearch): string {
    if (total === 0) return searching ? t('findSearching') : t('findNone');
    return t(searching ? 'findCountSoFar' : 'findCount', { current, total });
  }
}
