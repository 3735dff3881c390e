import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useCommand } from '../../keyboard/commands';
import { useKeys } from '../../keyboard/keys';
import { useStore } from '../../store';
import { Kbd } from '../../ui/Kbd';
import styles from './TopBar.module.css';

/** Milliseconds that the keys rest before the list is asked for. */
const REST = 120;

/** Finds agreements: what is typed filters the list of agreements, wherever one was. */
export function SearchField() {
  const { t } = useTranslation();
  const searched = useStore((store) => store.agreements.filter.search);
  const filter = useStore((store) => store.filterAgreements);
  const goTo = useStore((store) => store.goTo);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is typed and not searched for yet. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? searched;

  useEffect(() => () => clearTimeout(timer.current), []);

  const focus = (event?: KeyboardEvent): void => {
    event?.preventDefault();
    input.current?.focus();
    input.current?.select();
  };
  useKeys({ '$mod+k': focus });
  useCommand('find', () => focus());

  const search = (next: string): void => {
    clearTimeout(timer.current);
    setTyped(null);
    filter({ search: next });
    goTo('agreements');
  };
  const type = (next: string): void => {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(next), REST);
  };

  return (
    <AriaSearchField
      aria-label={t('common:search.label')}
      className={styles.search ?? ''}
      value={text}
      onChange={type}
      onSubmit={(submitted) => {
        search(submitted);
        document.querySelector<HTMLElement>('[data-part=main] [role=grid]')?.focus();
      }}
      maxLength={500}
    >
      <Search className={styles.searchIcon} aria-hidden="true" />
      <Input
        ref={input}
        className={styles.searchInput ?? ''}
        placeholder={t('common:search.placeholder')}
      />
      <span className={styles.searchEnd}>
        {text === '' ? (
          <Kbd keys={['Ctrl', 'K']} />
        ) : (
          <Button className={styles.clear ?? ''} aria-label={t('common:search.clear')}>
            <X aria-hidden="true" />
          </Button>
        )}
      </span>
    </AriaSearchField>
  );
}
