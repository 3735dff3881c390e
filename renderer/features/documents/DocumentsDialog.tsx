import { FilePlus2, FileText, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { AgreementId } from '../../../shared/domain/ids';
import type { MovedDocument } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useAppStore, useStore } from '../../store';
import type { AgreementDocuments } from '../../store/placing-slice';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { DocumentList } from './DocumentList';
import styles from './DocumentsDialog.module.css';
import { fourDigits } from './four-digits';

/** The documents of an agreement: their order and roles, and where else they may belong. */
export function DocumentsDialog({ agreement }: { agreement: AgreementId }) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const errorText = useErrorText();
  const { list, problem } = useStore((state) => state.placing);
  const isReadOnly = useStore((state) => state.project.value?.readOnly != null);
  const shown = list.value;
  const failure = problem ?? list.problem;

  const add = async (): Promise<void> => {
    store.getState().hideDocuments();
    await store.getState().chooseDocuments('files', agreement);
  };
  return (
    <Dialog
      title={t('title', { number: fourDigits(shown?.row.number ?? null) })}
      closeLabel={t('common:close')}
      onClose={() => store.getState().hideDocuments()}
      size="wide"
      footer={
        <>
          <Button
            icon={<FilePlus2 aria-hidden />}
            isDisabled={isReadOnly}
            onPress={() => void add()}
          >
            {t('add')}
          </Button>
          <span className={styles.grow} />
          <Button variant="primary" onPress={() => store.getState().hideDocuments()}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className={styles.content} aria-busy={shown === null}>
        {failure !== null && <ErrorNote>{errorText(failure)}</ErrorNote>}
        {shown !== null && shown.documents.length > 0 && (
          <>
            <p className={styles.help}>{t('help')}</p>
            <DocumentList shown={shown} isReadOnly={isReadOnly} />
          </>
        )}
        {shown !== null && shown.documents.length === 0 && (
          <EmptyState icon={<FileText />} title={t('none.title')}>
            {t('none.text')}
          </EmptyState>
        )}
        {shown !== null && <MovedAway shown={shown} isReadOnly={isReadOnly} />}
      </div>
    </Dialog>
  );
}

/** What was received here and is in other agreements now: where, and the way back. */
function MovedAway({ shown, isReadOnly }: { shown: AgreementDocuments; isReadOnly: boolean }) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  if (shown.movedAway.length === 0) return null;
  const takeBack = async ({ id, fileName }: MovedDocument): Promise<void> => {
    if (await store.getState().placeDocument(id, shown.row.id, null)) {
      store.getState().announce(t('said.here', { name: fileName }), 'good');
    }
  };
  return (
    <section aria-label={t('away.title')} className={styles.away}>
      <h3>{t('away.title')}</h3>
      <ul>
        {shown.movedAway.map((document) => (
          <li key={document.id}>
            <span className={styles.name}>{document.fileName}</span>
            <span className={styles.quiet}>
              {t('away.in', { number: fourDigits(document.number) })}
            </span>
            {!isReadOnly && (
              <Button
                variant="quiet"
                icon={<Undo2 aria-hidden />}
                onPress={() => void takeBack(document)}
              >
                {t('away.back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
