import { Copy } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useErrorText } from '../../i18n/error-text';
import { useAppStore, useStore } from '../../store';
import { keyOf } from '../../store/comparisons-slice';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorNote } from '../../ui/ErrorNote';
import { Panes } from '../../ui/Panes';
import { Spinner } from '../../ui/Spinner';
import styles from './Duplicates.module.css';
import { PairQueue } from './PairQueue';
import { PairView } from './PairView';

/** Dubbletter: documents that are alike, two by two, and what people say they are. */
export function DuplicatesScreen() {
  const { t } = useTranslation('duplicates');
  const errorText = useErrorText();
  const store = useAppStore();
  const { list, view } = useStore((state) => state.comparisons);
  const shares = useStore((state) => state.settings.value?.panes['duplicates']);
  const hasList = list.value !== null;

  useEffect(() => {
    void store.getState().loadPairs();
  }, [store]);
  useEffect(() => {
    if (hasList) void store.getState().openFirstPair();
  }, [store, hasList, list.value]);

  const title = <h1 className="visually-hidden">{t('common:nav.duplicates')}</h1>;
  if (list.problem !== null) {
    return (
      <div className={styles.state}>
        {title}
        <ErrorNote
          actions={
            <Button onPress={() => void store.getState().loadPairs()}>
              {t('common:tryAgain')}
            </Button>
          }
        >
          {errorText(list.problem)}
        </ErrorNote>
      </div>
    );
  }
  if (list.value === null) {
    return (
      <div className={styles.state}>
        {title}
        <Spinner label={t('loading')} />
      </div>
    );
  }
  const isEmpty = list.value.open === 0 && list.value.decided === 0 && view.value === null;
  if (isEmpty) {
    return (
      <div className={styles.state}>
        <EmptyState
          level={1}
          icon={<Copy />}
          title={t(list.value.progress.state === 'done' ? 'empty.title' : 'empty.looking')}
        >
          {t('empty.text')}
        </EmptyState>
      </div>
    );
  }
  const current = view.value === null ? null : keyOf(view.value.pair);
  return (
    <>
      {title}
      <Panes
        id="duplicates"
        separatorLabel={t('panes')}
        shares={shares}
        onShares={(next) => store.getState().rememberPanes('duplicates', next)}
        panes={[
          {
            id: 'queue',
            share: 24,
            min: 190,
            content: <PairQueue list={list.value} current={current} />,
          },
          {
            id: 'pair',
            share: 76,
            min: 420,
            content: <Opened />,
          },
        ]}
      />
    </>
  );
}

function Opened() {
  const { t } = useTranslation('duplicates');
  const errorText = useErrorText();
  const view = useStore((store) => store.comparisons.view);
  if (view.problem !== null) {
    return (
      <div className={styles.state}>
        <ErrorNote>{errorText(view.problem)}</ErrorNote>
      </div>
    );
  }
  if (view.value !== null) return <PairView view={view.value} />;
  return (
    <div className={styles.state}>
      {view.state === 'loading' ? <Spinner label={t('loading')} /> : <p>{t('choose')}</p>}
    </div>
  );
}
