import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import styles from './ExportScreen.module.css';

/** The folder, and the one step that writes the dataset there. */
export function ExportPlace() {
  const { t } = useTranslation('export');
  const errorText = useErrorText();
  const folder = useStore((store) => store.exports.folder);
  const result = useStore((store) => store.exports.result);
  const other = useStore((store) => store.exports.problem);
  const choose = useStore((store) => store.chooseExportFolder);
  const run = useStore((store) => store.runExport);
  const problem = result.problem ?? other;
  const isRunning = result.state === 'loading';
  return (
    <section className={styles.card} aria-labelledby="export-where">
      <h2 id="export-where">{t('where.title')}</h2>
      <p className={styles.folder}>
        <span className={styles.label}>{t('where.folder')}</span>
        <span className={styles.path}>{folder ?? t('where.none')}</span>
      </p>
      <p className={styles.help}>{t('where.help')}</p>
      {problem !== null && <ErrorNote>{errorText(problem)}</ErrorNote>}
      <div className={styles.actions}>
        <Button isDisabled={isRunning} onPress={() => void choose()}>
          {t(folder === null ? 'where.choose' : 'where.change')}
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={() => void run()}>
          {t(isRunning ? 'where.running' : 'where.run')}
        </Button>
      </div>
    </section>
  );
}
