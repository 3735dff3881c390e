import {
  ChevronDown,
  FolderOpen,
  FolderSearch,
  Keyboard,
  Settings2,
  ShieldCheck,
  X,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

import { useStore } from '../../store';
import { Menu } from '../../ui/Menu';
import styles from './TopBar.module.css';

/** What can be done with the project as a whole. */
export function ProjectMenu({ name }: { name: string }) {
  const { t } = useTranslation();
  const openProject = useStore((store) => store.openProject);
  const closeProject = useStore((store) => store.closeProject);
  const reveal = useStore((store) => store.revealProject);
  const openDialog = useStore((store) => store.openDialog);
  return (
    <Menu
      label={t('common:project.menu')}
      placement="bottom start"
      trigger={
        <Button className={styles.project ?? ''}>
          <span className={styles.brand}>Samsyn</span>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <ChevronDown size={12} aria-hidden="true" style={{ flex: 'none', alignSelf: 'center' }} />
        </Button>
      }
      groups={[
        [
          {
            id: 'verify',
            label: t('verify:menu'),
            icon: <ShieldCheck aria-hidden />,
            run: () => openDialog('verify'),
          },
          {
            id: 'reveal',
            label: t('common:project.reveal'),
            icon: <FolderSearch aria-hidden />,
            run: () => void reveal(),
          },
        ],
        [
          {
            id: 'settings',
            label: t('common:settings.title'),
            icon: <Settings2 aria-hidden />,
            run: () => openDialog('settings'),
          },
          {
            id: 'keys',
            label: t('common:keys.title'),
            icon: <Keyboard aria-hidden />,
            keys: ['?'],
            run: () => openDialog('keys'),
          },
        ],
        [
          {
            id: 'open',
            label: t('common:project.open'),
            icon: <FolderOpen aria-hidden />,
            run: () => void openProject(null),
          },
          {
            id: 'close',
            label: t('common:project.close'),
            icon: <X aria-hidden />,
            run: () => void closeProject(),
          },
        ],
      ]}
    />
  );
}
