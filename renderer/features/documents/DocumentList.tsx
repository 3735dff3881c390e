import { GripVertical } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  GridList,
  GridListItem,
  useDragAndDrop,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { DocumentRole } from '../../../shared/domain/document-place';
import type { DocumentId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import { useFormat } from '../../i18n/format';
import { useAppStore } from '../../store';
import type { AgreementDocuments } from '../../store/placing-slice';
import { Select } from '../../ui/Select';
import { DocumentMenu } from './DocumentMenu';
import styles from './DocumentsDialog.module.css';
import { MoveTo } from './MoveTo';

/** The documents in their order: dragged by the handle, with the pointer or by keyboard. */
export function DocumentList({
  shown,
  isReadOnly,
}: {
  shown: AgreementDocuments;
  isReadOnly: boolean;
}) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  const { documents, row } = shown;
  const [moving, setMoving] = useState<DocumentId | null>(null);

  const place = (document: DocumentId, at: number): void => {
    const others = documents.filter(({ id }) => id !== document);
    void store.getState().placeDocument(document, row.id, others[at]?.id ?? null);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      const document = documents.find(({ id }) => id === key);
      if (document === undefined) return;
      const others = documents.filter(({ id }) => id !== document.id);
      const beside = others.findIndex(({ id }) => id === target.key);
      place(document.id, target.dropPosition === 'after' ? beside + 1 : beside);
    },
    isDisabled: isReadOnly || documents.length < 2,
  });
  const moved = documents.find(({ id }) => id === moving);
  return (
    <>
      <GridList
        aria-label={t('list')}
        items={documents.map((document) => ({ ...document, count: documents.length, isReadOnly }))}
        selectionMode="none"
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
        className={styles.list ?? ''}
      >
        {(document) => (
          <GridListItem
            id={document.id}
            textValue={document.fileName}
            className={styles.item ?? ''}
          >
            <div className={styles.row}>
              {!isReadOnly && documents.length > 1 && (
                <AriaButton
                  slot="drag"
                  className={styles.handle ?? ''}
                  aria-label={t('drag', { name: document.fileName })}
                >
                  <GripVertical aria-hidden="true" />
                </AriaButton>
              )}
              <Names document={document} />
              <Role document={document} isReadOnly={isReadOnly} />
              <DocumentMenu
                document={document}
                shown={shown}
                isReadOnly={isReadOnly}
                onPlace={place}
                onMove={() => setMoving(document.id)}
              />
            </div>
          </GridListItem>
        )}
      </GridList>
      {moved !== undefined && (
        <MoveTo key={moved.id} document={moved} from={row} onClose={() => setMoving(null)} />
      )}
    </>
  );
}

function Names({ document }: { document: DocumentView }) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const { fileName, pageCount, locked } = document;
  return (
    <div className={styles.names}>
      <span className={styles.name} title={fileName}>
        {fileName}
      </span>
      <span className={styles.quiet}>
        {t('pages', { count: pageCount, shown: format.number(pageCount) })}
        {locked && ` · ${t('locked')}`}
      </span>
    </div>
  );
}

function Role({ document, isReadOnly }: { document: DocumentView; isReadOnly: boolean }) {
  const { t } = useTranslation('documents');
  const store = useAppStore();
  return (
    <Select
      label={t('roleOf', { name: document.fileName })}
      hideLabel
      quiet
      isDisabled={isReadOnly}
      className={styles.role ?? ''}
      value={document.role}
      options={DocumentRole.options.map((id) => ({ id, label: t(`role.${id}`) }))}
      onChange={(role) => void store.getState().changeRole(document.id, role)}
    />
  );
}
