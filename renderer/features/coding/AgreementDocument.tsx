import { FileQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Passage } from '../../../shared/domain/evidence';
import { EvidenceId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import { DocumentPane } from '../../document/DocumentPane';
import type { Mark } from '../../document/protocol';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import type { KeyPress } from '../../keyboard/key-press';
import styles from './CodingScreen.module.css';
import type { ShownDocument } from './use-agreement-document';

interface AgreementDocumentProps {
  shown: ShownDocument;
  documents: readonly DocumentView[];
  marks: readonly Mark[];
  onSelection?: (passage: Passage | null) => void;
  onMarkClicked: (evidence: EvidenceId) => void;
  onKey: (press: KeyPress) => void;
}

/** The agreement's document; where there are several, one of them, and the others a key away. */
export function AgreementDocument({
  shown,
  documents,
  marks,
  onSelection,
  onMarkClicked,
  onKey,
}: AgreementDocumentProps) {
  const { t } = useTranslation('coding');
  const { document } = shown;
  const agreement = useStore((store) => store.route.agreement);
  const show = useStore((store) => store.showDocuments);
  if (document === null) {
    return (
      <EmptyState
        icon={<FileQuestion />}
        title={t('noDocument.title')}
        {...(agreement !== null && {
          actions: <Button onPress={() => show(agreement)}>{t('noDocument.action')}</Button>,
        })}
      >
        {t('noDocument.text')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.document} data-part="document">
      <DocumentPane
        document={document}
        documents={documents}
        screen={shown.screen}
        onChoose={shown.choose}
        marks={marks}
        initialView={shown.initialView}
        handleRef={shown.handle}
        onSelection={(passage) => onSelection?.(passage)}
        onMarkClicked={(id) => {
          const evidence = EvidenceId.safeParse(id);
          if (evidence.success) onMarkClicked(evidence.data);
        }}
        onKey={onKey}
        onView={shown.remember}
      />
    </div>
  );
}
