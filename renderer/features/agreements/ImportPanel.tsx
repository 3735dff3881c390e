import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportProgress } from '../../../shared/ipc/shapes';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { type Store, useStore } from '../../store';
import { isAdding } from '../../store/documents-slice';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { IconButton } from '../../ui/IconButton';
import { Progress } from '../../ui/Progress';
import styles from './ImportPanel.module.css';
import { ImportResult } from './ImportResult';
import { useLatest } from '../../ui/use-latest';
import { useCountText } from './use-count-text';

const selectDocuments = (store: Store): Store['documents'] => store.documents;

/** A result that asks nothing of anyone leaves by itself. */
const SECONDS_SHOWN = 10;

const isAllAdded = ({ state, known, failed, total }: ImportProgress): boolean =>
  state === 'done' && total > 0 && known.length === 0 && failed.length === 0;

/** What is being added, how far it has come, and in the end what came of each file. */
export function ImportPanel() {
  const { t } = useTranslation();
  const { adding, dismissed, problem } = useStore(selectDocuments);
  const dismiss = useStore((store) => store.dismissAdding);
  const errorText = useErrorText();

  const failure = problem ?? adding.problem;
  const progress = adding.value;
  // The list of what came of each file belongs to the agreements; elsewhere it would be in the way.
  const isHere = useStore((store) => store.route.screen === 'agreements');
  const [isSeen, setSeen] = useState(false);
  const isRunning = isAdding(progress);
  useEffect(() => {
    if (isRunning) setSeen(false);
    else if (isHere) setSeen(true);
  }, [isRunning, isHere]);
  const isPlain = progress !== null && !isAdding(progress) && isAllAdded(progress);
  useEffect(() => {
    if (!isPlain) return undefined;
    const timer = setTimeout(dismiss, SECONDS_SHOWN * 1000);
    return () => clearTimeout(timer);
  }, [isPlain, dismiss]);

  if (failure !== null && !dismissed) {
    return (
      <div className={styles.panel}>
        <ErrorNote
          actions={
            <Button variant="quiet" onPress={dismiss}>
              {t('common:close')}
            </Button>
          }
        >
          {errorText(failure)}
        </ErrorNote>
      </div>
    );
  }
  if (progress === null || dismissed) return null;
  if (!isHere && !isAdding(progress)) {
    return isSeen ? null : <QuietResult progress={progress} onDone={() => setSeen(true)} />;
  }
  return (
    <section className={styles.panel} aria-label={t('agreements:import.title')} data-part="import">
      {isAdding(progress) ? <Running /> : <ImportResult progress={progress} />}
    </section>
  );
}

function Running() {
  const { t } = useTranslation();
  const format = useFormat();
  const progress = useStore((store) => store.documents.adding.value);
  const cancel = useStore((store) => store.cancelAdding);
  if (progress === null) return null;
  const isCollecting = progress.state === 'collecting';
  const numbers = {
    done: format.number(progress.done),
    total: format.number(progress.total),
    count: progress.total,
  };
  const text = isCollecting
    ? t('agreements:import.collecting', numbers)
    : t('agreements:import.reading', numbers);
  return (
    <div className={styles.running}>
      <div className={styles.bar}>
        <div className={styles.words}>
          <strong>{text}</strong>
          <span className={styles.current} title={progress.current ?? ''}>
            {progress.current}
          </span>
          {progress.failed.length > 0 && (
            <span className={styles.failed}>
              {t('agreements:import.failedSoFar', { count: progress.failed.length })}
            </span>
          )}
        </div>
        <Progress
          label={t('agreements:import.title')}
          done={isCollecting ? null : progress.done}
          total={progress.total}
          text={text}
        />
      </div>
      <Button onPress={() => void cancel()}>{t('common:cancel')}</Button>
    </div>
  );
}

/** One line that leaves by itself: how it went, and the way to the list of files. */
function QuietResult({ progress, onDone }: { progress: ImportProgress; onDone: () => void }) {
  const { t } = useTranslation();
  const goTo = useStore((store) => store.goTo);
  const latest = useLatest(onDone);
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), SECONDS_SHOWN * 1000);
    return () => clearTimeout(timer);
  }, [latest]);
  const countText = useCountText(progress);
  const counts = (['added', 'known', 'failed'] as const)
    .filter((kind) => progress[kind].length > 0)
    .map(countText);
  const state = t(`agreements:import.${progress.state === 'cancelled' ? 'cancelled' : 'done'}`);
  return (
    <div className={styles.quiet}>
      <p role="status">{[state, ...counts].join(' · ')}</p>
      <Button variant="quiet" onPress={() => goTo('agreements')}>
        {t('agreements:import.show')}
      </Button>
      <IconButton label={t('common:close')} icon={<X />} onPress={onDone} />
    </div>
  );
}
