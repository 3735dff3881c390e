import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import type { ProjectView } from '../../../shared/domain/views';
import { useCommand } from '../../keyboard/commands';
import { useKeys } from '../../keyboard/keys';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useStore } from '../../store';
import { ImportPanel } from '../agreements/ImportPanel';
import { DocumentsDialog } from '../documents/DocumentsDialog';
import { AssumedReviewer } from '../reviewers/AssumedReviewer';
import { NamesDialog } from '../reviewers/NamesDialog';
import { WhoDialog } from '../reviewers/WhoDialog';
import { VerifyDialog } from '../settings/VerifyDialog';
import { DropTarget } from './DropTarget';
import { Navigation } from './Navigation';
import { navigation } from './navigation-items';
import styles from './ProjectShell.module.css';
import { ScreenView } from './ScreenView';
import { TopBar } from './TopBar';

/** The open project: bar above, navigation at the left, one screen, and what is being added below. */
export function ProjectShell({ project }: { project: ProjectView }) {
  const { t } = useTranslation();
  const dialog = useStore((store) => store.dialog);
  const documentsOf = useStore((store) => store.placing.agreement);
  const loadCounts = useStore((store) => store.loadCounts);
  const loadCodebook = useStore((store) => store.loadCodebook);
  const loadAdding = useStore((store) => store.loadAdding);
  const loadScans = useStore((store) => store.loadScans);
  useProjectCommands();
  useProjectKeys();

  useEffect(() => {
    void loadCounts();
    void loadCodebook();
    void loadAdding();
    void loadScans();
  }, [loadCounts, loadCodebook, loadAdding, loadScans]);

  useEffect(() => {
    document.title = `${project.name} – Samsyn`;
    return () => {
      document.title = 'Samsyn';
    };
  }, [project.name]);

  return (
    <div className={styles.shell}>
      <TopBar project={project} />
      <Navigation />
      <main className={styles.main} data-part="main" aria-label={t('common:main')} tabIndex={-1}>
        <AssumedReviewer />
        <div className={styles.screen}>
          <ScreenView />
        </div>
        <ImportPanel />
      </main>
      <DropTarget isReadOnly={project.readOnly !== null} />
      {(dialog === 'who' || dialog === 'new-reviewer') && <WhoDialog isAdding={dialog !== 'who'} />}
      {dialog === 'names' && <NamesDialog />}
      {documentsOf !== null && <DocumentsDialog agreement={documentsOf} />}
      {dialog === 'verify' && <VerifyDialog />}
    </div>
  );
}

/** The menu's commands that need an open project. */
function useProjectCommands(): void {
  const closeProject = useStore((store) => store.closeProject);
  const chooseDocuments = useStore((store) => store.chooseDocuments);
  const goTo = useStore((store) => store.goTo);
  useCommand('close-project', () => void closeProject());
  useCommand('add-files', () => void chooseDocuments('files'));
  useCommand('add-folder', () => void chooseDocuments('folder'));
  useCommand('export', () => goTo('export'));
}

function useProjectKeys(): void {
  const { t } = useTranslation();
  const goTo = useStore((store) => store.goTo);
  useKeys(
    Object.fromEntries(
      navigation.map(({ screen }, at) => [`Alt+Digit${at + 1}`, () => goTo(screen)]),
    ),
  );
  useShortcutHelp(t('common:keys.project'), [
    { keys: ['Ctrl', 'K'], label: t('search:title') },
    ...navigation.map(({ label }, at) => ({ keys: ['Alt', String(at + 1)], label: t(label) })),
  ]);
}
