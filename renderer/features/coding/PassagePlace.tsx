import { useTranslation } from 'react-i18next';

import type { Passage } from '../../../shared/domain/evidence';
import type { DocumentView } from '../../../shared/domain/views';
import styles from './PassagePlace.module.css';

/**
 * Where a passage stands: its page, and in which document where there are several.
 *
 * @param documents those of its agreement
 */
export function PassagePlace({
  passage: { document, page },
  documents,
}: {
  passage: Passage;
  documents: readonly DocumentView[];
}) {
  const { t } = useTranslation('coding');
  const name =
    documents.length < 2 ? undefined : documents.find(({ id }) => id === document)?.fileName;
  return (
    <span className={styles.place}>
      {name !== undefined && (
        <>
          <span className={styles.document} title={name}>
            {name},
          </span>{' '}
        </>
      )}
      <span className={styles.page}>{t('evidence.page', { page })}</span>
    </span>
  );
}
