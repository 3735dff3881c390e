import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { DocumentId } from '../../shared/domain/ids';
import type { DocumentView } from '../../shared/domain/views';
import { Button } from '../ui/Button';
import { Menu } from '../ui/Menu';
import styles from './DocumentPane.module.css';

interface DocumentSwitcherProps {
  document: DocumentView;
  /** All documents of the agreement, in their order. */
  documents: readonly DocumentView[];
  onChoose: (document: DocumentId) => void;
}

/** The document's name; where the agreement has several, a button that lists them. */
export function DocumentSwitcher({ document, documents, onChoose }: DocumentSwitcherProps) {
  const { t } = useTranslation('document');
  if (documents.length < 2) {
    return (
      <span className={styles.title} title={document.fileName}>
        {document.fileName}
      </span>
    );
  }
  const describe = ({ fileName, role, pageCount }: DocumentView): string =>
    `${t(`documents:role.${role}`)} · ${fileName} · ${t('pages', { count: pageCount })}`;
  const place = documents.findIndex(({ id }) => id === document.id) + 1;
  return (
    <Menu
      label={t('documents')}
      placement="bottom start"
      trigger={
        <Button
          variant="quiet"
          className={styles.switcher ?? ''}
          aria-label={t('switch', { name: document.fileName, place, total: documents.length })}
        >
          <span className={styles.switcherName}>{document.fileName}</span>
          <span className={styles.switcherPlace}>
            {place}/{documents.length}
          </span>
          <ChevronDown aria-hidden="true" />
        </Button>
      }
      groups={[
        documents.map((each) => ({
          id: each.id,
          label: describe(each),
          isChosen: each.id === document.id,
          run: () => onChoose(each.id),
        })),
      ]}
    />
  );
}
