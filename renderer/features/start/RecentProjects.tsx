import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';

import type { RecentProject } from '../../../shared/ipc/shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { ErrorNote } from '../../ui/ErrorNote';
import { Pill } from '../../ui/Pill';
import styles from './RecentProjects.module.css';

/** The projects that were opened here before, newest first; those that are gone are marked. */
export function RecentProjects() {
  const { t } = useTranslation();
  const recent = useStore((store) => store.recent);
  const errorText = useErrorText();
  if (recent.state === 'failed') return <ErrorNote>{errorText(recent.problem)}</ErrorNote>;
  if (recent.value === null || recent.value.length === 0) return null;
  return (
    <section aria-labelledby="recent-projects" className={styles.recent}>
      <h2 id="recent-projects" className={styles.title}>
        {t('start:recent.title')}
      </h2>
      <ul>
        {recent.value.map((project) => (
          <li key={project.folder}>
            <RecentRow project={project} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ project }: { project: RecentProject }) {
  const { t } = useTranslation();
  const format = useFormat();
  const openProject = useStore((store) => store.openProject);
  const starting = useStore((store) => store.starting);
  const isOpening = starting?.folder === project.folder;
  // One that is gone may have been moved: looking for it is all that is left to offer.
  const folder = project.exists ? project.folder : null;
  return (
    <Button
      className={styles.row ?? ''}
      isDisabled={starting !== null}
      onPress={() => void openProject(folder)}
    >
      <span className={styles.name}>{project.name}</span>
      <span className={styles.folder} title={project.folder}>
        <bdi>{project.folder}</bdi>
      </span>
      {project.exists ? (
        <span className={styles.date}>
          {isOpening ? t('common:opening') : format.date(project.openedAt)}
        </span>
      ) : (
        <Pill tone="warn">{t('start:recent.missing')}</Pill>
      )}
    </Button>
  );
}
