import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import styles from './ExportScreen.module.css';

/** What was written: every file with its rows and size. */
export function ExportFiles() {
  const { t } = useTranslation('export');
  const format = useFormat();
  const result = useStore((store) => store.exports.result.value);
  const reveal = useStore((store) => store.revealExport);
  if (result === null) return null;
  return (
    <section className={styles.card} aria-labelledby="export-files">
      <header className={styles.done}>
        <h2 id="export-files" role="status">
          <CircleCheck aria-hidden="true" /> {t('files.done')}
        </h2>
        <Button onPress={() => void reveal()}>{t('files.reveal')}</Button>
      </header>
      <p className={styles.path}>{result.folder}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('files.name')}</th>
            <th scope="col">{t('files.holds')}</th>
            <th scope="col" className={styles.number}>
              {t('files.rows')}
            </th>
            <th scope="col" className={styles.number}>
              {t('files.size')}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.files.map(({ name, rows, bytes }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles.holds}>
                {t(`files.inside.${nameOf(name)}`, { defaultValue: '' })}
              </td>
              <td className={styles.number}>{rows === null ? '' : format.number(rows)}</td>
              <td className={styles.number}>{format.bytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** `readme` of `README.md`: dots and case have their own meaning in the keys of texts. */
function nameOf(fileName: string): string {
  return fileName.toLowerCase().replace(/\..*$/, '');
}
