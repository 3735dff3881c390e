import { FilePlus2, FolderOpen, Settings2, Sparkles } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { type Store, useStore } from '../../store';
import type { StartStep } from '../../store/project-slice';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { RecentProjects } from './RecentProjects';
import { StartChoice } from './StartChoice';
import styles from './StartScreen.module.css';
import { useProjectDrop } from './use-project-drop';

const selectProblem = (store: Store): Store['startProblem'] => store.startProblem;

/** What one sees with no project open: three ways to begin, and the projects one had. */
export function StartScreen() {
  const { t } = useTranslation();
  const openSample = useStore((store) => store.openSample);
  const openProject = useStore((store) => store.openProject);
  const openDialog = useStore((store) => store.openDialog);
  const loadRecent = useStore((store) => store.loadRecent);
  const starting = useStore((store) => store.starting);
  const version = useStore((store) => store.about.version);
  const isDraggedOver = useProjectDrop((folder) => void openProject(folder));

  useEffect(() => void loadRecent(), [loadRecent]);

  const step = starting?.step ?? null;
  return (
    <main className={styles.screen} data-dragged={isDraggedOver || undefined}>
      <div className={styles.column}>
        <header className={styles.head}>
          <h1 className={styles.brand}>Samsyn</h1>
          <p className={styles.lead}>{t('start:lead')}</p>
        </header>

        <ul className={styles.choices}>
          <Choice step="sample">
            <StartChoice
              icon={<Sparkles />}
              title={t('start:sample.title')}
              text={t('start:sample.text')}
              isBusy={step === 'sample'}
              isDisabled={step !== null}
              onPress={() => void openSample()}
            />
          </Choice>
          <li>
            <StartChoice
              icon={<FilePlus2 />}
              title={t('start:new.title')}
              text={t('start:new.text')}
              isBusy={step === 'create'}
              isDisabled={step !== null}
              onPress={() => openDialog('new-project')}
            />
          </li>
          <Choice step="open">
            <StartChoice
              icon={<FolderOpen />}
              title={t('start:open.title')}
              text={t('start:open.text')}
              isBusy={step === 'open'}
              isDisabled={step !== null}
              onPress={() => void openProject(null)}
            />
          </Choice>
        </ul>

        <Choice step="recent" element="div">
          <RecentProjects />
        </Choice>
      </div>

      <footer className={styles.foot}>
        <Button
          variant="quiet"
          icon={<Settings2 aria-hidden />}
          onPress={() => openDialog('settings')}
        >
          {t('common:settings.title')}
        </Button>
        {version !== '' && (
          <span className={styles.version}>{t('common:version', { version })}</span>
        )}
      </footer>
    </main>
  );
}

/** A way to begin, with what went wrong when it was tried beside it. */
function Choice({
  step,
  element: Element = 'li',
  children,
}: {
  step: StartStep;
  element?: 'li' | 'div';
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const problem = useStore(selectProblem);
  const clear = useStore((store) => store.clearStartProblem);
  const errorText = useErrorText();
  return (
    <Element className={styles.choice}>
      {children}
      {problem?.step === step && (
        <ErrorNote
          actions={
            <Button variant="quiet" onPress={clear}>
              {t('common:close')}
            </Button>
          }
        >
          {errorText(problem.problem)}
        </ErrorNote>
      )}
    </Element>
  );
}
