import { FolderInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { MovedDocument } from '../../../shared/domain/views';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import styles from './CodingForm.module.css';

/** Documents that the coding quotes and that were moved to other agreements: where they are now. */
export function Elsewhere({ documents }: { documents: readonly MovedDocument[] }) {
  const { t } = useTranslation('documents');
  const goTo = useStore((store) => store.goTo);
  if (documents.length === 0) return null;
  return (
    <ul className={styles.elsewhere} role="note">
      {documents.map(({ id, fileName, agreement, number }) => {
        const digits = String(number ?? 0).padStart(4, '0');
        return (
          <li key={id}>
            <FolderInput size={15} aria-hidden="true" />
            <span>{t('elsewhere', { name: fileName, number: digits })}</span>
            <Button variant="quiet" onPress={() => goTo('coding', agreement)}>
              {t('elsewhereOpen', { number: digits })}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
