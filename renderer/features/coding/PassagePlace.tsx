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
  const at = documents.length < 2 ? -1 : documents.findIndex(({ id }) => id === document);
  const name = documents[at]?.fileName;
  return (
    <span className={styles.place}>
      {name !== undefined && (
        <>
          {/* As in the document switcher: long names often begin alike. */}
          <span className={styles.page}>{`${at + 1}/${documents.length}`}</span>{' '}
          <span className={styles.document} title={name}>
            {name},
          </span>{' '}
        </>
      )}
      <span className={styles.page}>{t('evidence.page', { page })}</span>
    </span>
  );
}
