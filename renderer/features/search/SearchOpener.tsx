import { Search } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useCommand } from '../../keyboard/commands';
import { useKeys } from '../../keyboard/keys';
import { useStore } from '../../store';
import { Kbd } from '../../ui/Kbd';
import styles from './Search.module.css';
import { SearchPalette } from './SearchPalette';

/** What looks like a field in the bar, and opens the search. */
export function SearchOpener() {
  const { t } = useTranslation('search');
  const isOpen = useStore(({ search }) => search.isOpen);
  const open = useStore((store) => store.openSearch);
  useKeys({
    '$mod+k': (event) => {
      event.preventDefault();
      open();
    },
  });
  useCommand('search', open);
  // Where there is no document to find something in.
  useCommand('find', open);
  return (
    <>
      <Button className={styles.opener ?? ''} aria-label={t('title')} onPress={open}>
        <Search aria-hidden="true" />
        <span className={styles.openerText}>{t('opener')}</span>
        <Kbd keys={['Ctrl', 'K']} />
      </Button>
      {isOpen && <SearchPalette />}
    </>
  );
}
