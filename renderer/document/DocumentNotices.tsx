import { Info } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../shared/domain/ids';
import type { DocumentNotice } from '../../shared/domain/page';
import { useAppStore, useStore } from '../store';
import styles from './DocumentNotices.module.css';

interface Told {
  readonly document: DocumentId;
  readonly notices: readonly DocumentNotice[];
}

/** A quiet line above the document: what one should know before reading it. */
export function DocumentNotices({
  document,
  isOpening,
}: {
  document: DocumentId;
  isOpening: boolean;
}) {
  const { t } = useTranslation('document');
  const store = useAppStore();
  const version = useStore((state) => state.documents.version);
  const [told, setTold] = useState<Told | null>(null);

  useEffect(() => {
    if (isOpening) return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const notices = await store.getState().readNotices(document);
      if (isCurrent) setTold({ document, notices });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
    // Asked when the document is open: where it had to be read anew, only then they are known.
  }, [store, document, isOpening, version]);

  if (told?.document !== document || told.notices.length === 0) return null;
  return (
    <div className={styles.notices} role="note" aria-label={t('notices.label')}>
      <Info size={15} aria-hidden="true" />
      <ul>
        {told.notices.map((notice) => (
          <li key={notice}>{t(`notices.${notice}`)}</li>
        ))}
      </ul>
    </div>
  );
}
