import { FileWarning, KeyRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../shared/domain/ids';
import { drawnAs, hasFixedPages } from '../../shared/domain/page';
import type { DocumentView, OriginalState } from '../../shared/domain/views';
import { PasswordDialog } from '../features/documents/PasswordDialog';
import { useAppStore, useStore } from '../store';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import styles from './DocumentNotices.module.css';
import pane from './DocumentPane.module.css';

/** Whether the received bytes of a document are there; `null` until that is known. */
function useOriginalState({ id }: DocumentView): OriginalState | null {
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

/**
 * Says above a document that is laid out from its text when the received file is gone or changed, and
 * when it was read with a password. Where pages are drawn from the file, what stands in their place
 * says so.
 */
export function OriginalNotice({
  document,
  isFailed,
  onUnlocked,
}: {
  document: DocumentView;
  /** It cannot be shown: a locked one whose text was lost asks for its password again. */
  isFailed: boolean;
  onUnlocked: () => void;
}) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const state = useOriginalState(document);
  const [isAsking, setAsking] = useState(false);
  const isGone = state === 'missing' || state === 'altered';
  if (hasFixedPages(drawnAs(document)) || !(isGone || document.locked)) return null;
  // Where there is not even its text, what stands in its place says so.
  if (isGone && isFailed) return null;
  if (isGone) {
    return (
      <div className={pane.original}>
        <ErrorNote tone="warn">{t(`original.${state}`)}</ErrorNote>
      </div>
    );
  }
  return (
    <div className={styles.notices} role="note">
      <FileWarning size={15} aria-hidden="true" />
      <p>{t(`original.${isFailed ? 'forgotten' : 'locked'}`)}</p>
      {document.locked && isFailed && (
        <Button variant="quiet" icon={<KeyRound aria-hidden />} onPress={() => setAsking(true)}>
          {t('password.give')}
        </Button>
      )}
      {isAsking && (
        <PasswordDialog
          name={document.fileName}
          onTry={async (password) => {
            const reply = await store.getState().unlockDocument(document.id, password);
            if (reply.ok) onUnlocked();
            return reply;
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
