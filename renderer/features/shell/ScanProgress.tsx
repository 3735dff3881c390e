import { Pause, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { IconButton } from '../../ui/IconButton';
import styles from './ScanProgress.module.css';

/** A quiet line while scanned pages are being read in the background, with the means to stop it for now. */
export function ScanProgress() {
  const { t } = useTranslation();
  const format = useFormat();
  const status = useStore((store) => store.scans.status.value);
  const pause = useStore((store) => store.pauseScans);
  const resume = useStore((store) => store.resumeScans);
  if (status === null || status.waiting === 0) return null;
  const counts = { read: format.number(status.read), total: format.number(status.total) };
  return (
    <div className={styles.line}>
      <span className={styles.text} role="status">
        {t(status.paused ? 'common:scans.paused' : 'common:scans.reading', counts)}
      </span>
      {status.paused ? (
        <IconButton
          label={t('common:scans.resume')}
          icon={<Play />}
          onPress={() => void resume()}
        />
      ) : (
        <IconButton label={t('common:scans.pause')} icon={<Pause />} onPress={() => void pause()} />
      )}
    </div>
  );
}
