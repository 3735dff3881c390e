import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useCommand } from '../../keyboard/commands';
import { useStore } from '../../store';
import styles from './ListFilter.module.css';

/** Milliseconds that the keys rest before the list is asked for. */
const REST = 120;

/** Filters the list of agreements by number and name. */
export function ListFilter() {
  const { t } = useTranslation();
  const searched = useStore((store) => store.agreements.filter.search);
  const filter = useStore((store) => store.filterAgreements);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is typed and not searched for yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? searched;

  useEffect(() => () => clearTimeout(timer.current), []);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });

  const search = (next: string): void => {
    clearTimeout(timer.current);
    setTyped(null);
    filter({ search: next });
  };
  const type = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(next), REST);
  };

  return (
    <SearchField
      aria-label={t('agreements:filter.search')}
      className={styles.search ?? ''}
      value={text}
      onChange={type}
      onSubmit={(submitted) => {
        search(submitted);
        document.querySelector<HTMLElement>('[data-part=main] [role=grid]')?.focus();
      }}
      maxLength={500}
    >
      <Search className={styles.icon} aria-hidden="true" />
      <Input
        ref={input}
        className={styles.input ?? ''}
        placeholder={t('agreements:filter.searchHint')}
      />
      {text !== '' && (
        <Button className={styles.clear ?? ''} aria-label={t('agreements:filter.clear')}>
          <X aria-hidden="true" />
        </Button>
      )}
    </SearchField>
  );
}
