import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AgreementRow, DocumentView } from '../../../shared/domain/views';
import { useAppStore } from '../../store';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { fourDigits } from './four-digits';
import styles from './DocumentsDialog.module.css';

/** Finds the agreement that a document is to be moved to, by number or name. */
export function MoveTo({
  document,
  from,
  onClose,
}: {
  document: DocumentView;
  from: AgreementRow;
  onClose: () => void;
}) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<readonly AgreementRow[] | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const rows = await store.getState().searchAgreements(search);
      if (isCurrent) setFound(rows.filter(({ id }) => id !== from.id).slice(0, 8));
    };
    void ask();
    return () => {
      isCurrent = false;
    };
  }, [store, search, from.id]);

  const move = async (to: AgreementRow): Promise<void> => {
    if (!(await store.getState().placeDocument(document.id, to.id, null))) return;
    const said = { name: document.fileName, number: fourDigits(to.number) };
    store.getState().announce(t('said.moved', said), 'good');
    onClose();
  };
  return (
    <div className={styles.move} role="group" aria-label={t('moveOf', { name: document.fileName })}>
      <div className={styles.search}>
        <TextField
          label={t('moveWhere', { name: document.fileName })}
          value={search}
          onChange={setSearch}
          autoFocus
          className={styles.field ?? ''}
        />
        <Button variant="quiet" onPress={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
      {found !== null && found.length === 0 && <p className={styles.quiet}>{t('noAgreement')}</p>}
      <ul className={styles.found} aria-label={t('foundAgreements')}>
        {(found ?? []).map((row) => (
          <li key={row.id}>
            <Button variant="quiet" className={styles.target ?? ''} onPress={() => void move(row)}>
              {t('target', {
                number: fourDigits(row.number),
                name: row.fileName === '' ? t('empty') : row.fileName,
              })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
