import type { ProjectView } from '../../../shared/domain/views';
import { ProjectMenu } from './ProjectMenu';
import { SearchOpener } from '../search/SearchOpener';
import { SaveIndicator } from './SaveIndicator';
import styles from './TopBar.module.css';
import { WhoMenu } from './WhoMenu';

/** The project, the search, whether all is saved, and who codes. */
export function TopBar({ project }: { project: ProjectView }) {
  return (
    <header className={styles.bar} data-part="bar">
      <ProjectMenu name={project.name} />
      <SearchOpener />
      <span className={styles.grow} />
      <SaveIndicator project={project} />
      <WhoMenu />
    </header>
  );
}
