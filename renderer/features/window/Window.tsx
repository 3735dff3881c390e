import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useCommand } from '../../keyboard/commands';
import { isTyping, useKeys } from '../../keyboard/keys';
import { useShortcutHelp } from '../../keyboard/shortcuts';
import { useStore } from '../../store';
import { Spinner } from '../../ui/Spinner';
import { StatusRegion } from '../../ui/StatusRegion';
import { KeysDialog } from '../settings/KeysDialog';
import { SettingsDialog } from '../settings/SettingsDialog';
import { NewProjectDialog } from '../start/NewProjectDialog';
import { StartScreen } from '../start/StartScreen';
import styles from './Window.module.css';

/** Comes after the start screen, so that this stands there sooner; fetched as soon as that is drawn. */
const fetchShell = () => import('../shell/ProjectShell');
const ProjectShell = lazy(async () => ({ default: (await fetchShell()).ProjectShell }));

/** The start screen or the open project, and what may lie over either. */
export function Window() {
  const { t } = useTranslation();
  const project = useStore((store) => store.project);
  const dialog = useStore((store) => store.dialog);
  const openDialog = useStore((store) => store.openDialog);
  const notices = useStore((store) => store.notices);
  const dismissNotice = useStore((store) => store.dismissNotice);
  useEffect(() => void fetchShell(), []);
  useWindowCommands();
  // On some keyboards it needs no Shift.
  useKeys({ 'Shift+?': () => openDialog('keys'), '?': () => openDialog('keys') });
  useKeys({ '$mod+a': refuseToSelectAll });
  useShortcutHelp(t('common:keys.everywhere'), [
    { keys: ['?'], label: t('common:keys.help') },
    { keys: ['F6'], label: t('common:keys.nextPart') },
    { keys: ['Alt'], label: t('common:keys.menuBar') },
  ]);
  useKeys({
    F6: (event) => focusNextPart(event, 1),
    'Shift+F6': (event) => focusNextPart(event, -1),
  });

  return (
    <div className={styles.window}>
      {project.state !== 'ready' ? (
        <Opening />
      ) : project.value === null ? (
        <StartScreen />
      ) : (
        <Suspense fallback={<Opening />}>
          <ProjectShell key={project.value.folder} project={project.value} />
        </Suspense>
      )}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'new-project' && <NewProjectDialog />}
      <StatusRegion
        label={t('common:status')}
        closeLabel={t('common:close')}
        messages={notices}
        onClose={dismissNotice}
      />
    </div>
  );
}

function Opening() {
  const { t } = useTranslation();
  return (
    <main className={styles.waiting}>
      <Spinner label={t('common:opening')} />
    </main>
  );
}

/** The menu's commands that work everywhere. */
function useWindowCommands(): void {
  const openDialog = useStore((store) => store.openDialog);
  const openProject = useStore((store) => store.openProject);
  const openSample = useStore((store) => store.openSample);
  useCommand('new-project', () => openDialog('new-project'));
  useCommand('open-project', () => void openProject(null));
  useCommand('open-sample', () => void openSample());
  useCommand('shortcuts', () => openDialog('keys'));
  useCommand('about', () => openDialog('settings'));
}

/** Everything selected outside a field would be every label of the window: of use to nobody. */
function refuseToSelectAll(event: KeyboardEvent): void {
  if (!isTyping(event.target)) event.preventDefault();
}

/** F6 walks through the window's parts, as in other desktop programs. */
function focusNextPart(event: KeyboardEvent, step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  if (parts.length === 0) return;
  const now = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(now + step + parts.length) % parts.length];
  const target = next?.querySelector<HTMLElement>(
    'input, textarea, [role=grid], [aria-current=page], button, [tabindex="0"]',
  );
  (target ?? next)?.focus();
  event.preventDefault();
}
