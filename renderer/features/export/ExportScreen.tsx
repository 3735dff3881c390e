import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailedState } from '../../ui/FailedState';
import { Spinner } from '../../ui/Spinner';
import screen from '../../ui/Screen.module.css';
import styles from './ExportScreen.module.css';
import { ExportFiles } from './ExportFiles';
import { ExportPlace } from './ExportPlace';
import { ExportPreviewCard } from './ExportPreviewCard';

/** Export: what the dataset will hold, what is missing from it, and where it goes. */
export function ExportScreen() {
  const { t } = useTranslation('export');
  const preview = useStore((store) => store.exports.preview);
  const load = useStore((store) => store.loadExportPreview);
  useEffect(() => {
    if (preview.state === 'idle') void load();
  }, [preview.state, load]);

  if (preview.problem !== null) return <Failed />;
  if (preview.value === null) {
    return (
      <div className={screen.centred}>
        <Spinner label={t('loading')} />
      </div>
    );
  }
  if (preview.value.agreements === 0) return <NothingYet />;
  return (
    // A long page has to be scrolled by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.screen} tabIndex={0} role="region" aria-labelledby="export-title">
      <header>
        <h1 id="export-title" className={styles.title}>
          {t('title')}
        </h1>
        <p className={styles.subtitle}>{t('subtitle')}</p>
      </header>
      <div className={styles.columns}>
        <ExportPreviewCard preview={preview.value} />
        <div className={styles.column}>
          <ExportPlace />
          <ExportFiles />
          <Explained part="formulas" />
          <Explained part="same" />
        </div>
      </div>
    </div>
  );
}

function Explained({ part }: { part: 'formulas' | 'same' }) {
  const { t } = useTranslation('export');
  return (
    <section className={styles.explained}>
      <h2>{t(`${part}.title`)}</h2>
      <p>{t(`${part}.text`)}</p>
    </section>
  );
}

function Failed() {
  const { t } = useTranslation('export');
  const problem = useStore((store) => store.exports.preview.problem);
  const load = useStore((store) => store.loadExportPreview);
  return (
    <div className={screen.centred}>
      <FailedState
        level={1}
        title={t('failed')}
        actions={
          <Button variant="primary" onPress={() => void load()}>
            {t('retry')}
          </Button>
        }
        problem={problem}
      />
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation('export');
  const goTo = useStore((store) => store.goTo);
  return (
    <div className={screen.centred}>
      <EmptyState
        level={1}
        title={t('empty.title')}
        actions={
          <Button variant="primary" onPress={() => goTo('agreements', null)}>
            {t('empty.action')}
          </Button>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  );
}
