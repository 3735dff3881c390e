import { FileWarning } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../shared/domain/ids';
import type { DocumentView, OriginalState } from '../../shared/domain/views';
import { useAppStore, useStore } from '../store';
import styles from './DocumentNotices.module.css';

/** Whether the received bytes of the document that is shown are there; `null` until that is known. */
export function useOriginalState({ id }: DocumentView): OriginalState | null {
  const store = useAppStore();
  const version = useStore((state) => state.documents.version);
  const [found, setFound] = useState<{ document: DocumentId; state: OriginalState | null } | null>(
    null,
  );
  useEffect(() => {
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      const state = await store.getState().stateOfOriginal(id);
      if (isCurrent) setFound({ document: id, state });
    };
    void ask();
    return () => {
      isCurrent = false;
    };
    // Asked again when files were added: the same file mends it.
  }, [store, id, version]);
  return found?.document === id ? found.state : null;
}

/** Says above the document why its text is shown instead of its pages. */
export function OriginalNotice({
  document,
  state,
}: {
  document: DocumentView;
  state: OriginalState | null;
}) {
  const { t } = useTranslation('documents');
  const isWhole = state === null || state === 'whole';
  if (isWhole && !document.locked) return null;
  return (
    <div className={styles.notices} role={isWhole ? 'note' : 'alert'}>
      <FileWarning size={15} aria-hidden="true" />
      <p>{t(`original.${isWhole ? 'locked' : state}`)}</p>
    </div>
  );
}
