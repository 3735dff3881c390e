import { CaseSensitive, ChevronDown, ChevronUp, List, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import { IconButton } from '../ui/IconButton';
import { classNames } from '../ui/class-names';
import styles from './DocumentPane.module.css';
import type { FindOptions } from './protocol';
import type { FrameSearch } from './use-document-frame';

/** How long typing must rest before the document is searched. */
const REST_MS = 120;

interface FindBarProps {
  query: string;
  options: FindOptions;
  /** All hits are listed beside the pages. */
  isListed: boolean;
  search: FrameSearch | null;
  inputRef: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  onOptions: (options: FindOptions) => void;
  onList: (isListed: boolean) => void;
  /** The keys are to go to the list of hits. */
  onToList: () => void;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}

/** Searches the document: how many there are, and from one to the next. */
export function FindBar(props: FindBarProps) {
  const { query, options, isListed, search, inputRef, onQuery, onStep, onClose } = props;
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
          else if (event.key === 'ArrowDown') props.onToList();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className={styles.count} role="status">
        {told !== null && countText(told)}
      </span>
      <Toggle
        label={t('matchCase')}
        icon={<CaseSensitive />}
        isOn={options.matchCase}
        onChange={(matchCase) => props.onOptions({ ...options, matchCase })}
      />
      <Toggle
        label={t('wholeWord')}
        icon={<WholeWord />}
        isOn={options.wholeWord}
        onChange={(wholeWord) => props.onOptions({ ...options, wholeWord })}
      />
      <Toggle label={t('listHits')} icon={<List />} isOn={isListed} onChange={props.onList} />
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

function Toggle({
  label,
  icon,
  isOn,
  onChange,
}: {
  label: string;
  icon: ReactNode;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <IconButton
      label={label}
      icon={icon}
      className={classNames(isOn && styles.on)}
      aria-pressed={isOn}
      onPress={() => onChange(!isOn)}
    />
  );
}
