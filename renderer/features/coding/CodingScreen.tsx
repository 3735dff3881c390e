import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useAppStore, useStore } from '../../store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailedState } from '../../ui/FailedState';
import { Spinner } from '../../ui/Spinner';
import styles from './CodingScreen.module.css';
import { CodingWorkspace } from './CodingWorkspace';
import { useSaveOnClose } from './use-save-on-close';

/** Kategorisering: the next agreement to code, its document beside the form. */
export function CodingScreen() {
  const { t } = useTranslation('coding');
  const state = useStore((store) => store.coding.state);
  const view = useStore((store) => store.coding.view);
  const codebook = useStore((store) => store.codebook.value);
  useOpenAgreement();
  useSaveOnClose();

  if (state === 'none-left') return <NoneLeft />;
  if (state === 'failed') return <Failed />;
  if (view === null || codebook === null) {
    return (
      <div className={styles.waiting}>
        <Spinner label={t('loading')} />
      </div>
    );
  }
  return <CodingWorkspace view={view} codebook={codebook} />;
}

/** Opens the agreement that the route names, or the next one to code; anew for another reviewer. */
function useOpenAgreement(): void {
  const store = useAppStore();
  const agreement = useStore(({ route }) => route.agreement);
  const reviewer = useStore(({ reviewers }) => reviewers.value?.current?.id ?? null);
  const hasCodebook = useStore(({ codebook }) => codebook.value !== null);
  useEffect(() => {
    const { coding, openCoding, openNextCoding } = store.getState();
    if (reviewer === null || !hasCodebook) return;
    const isOpen = coding.view?.agreement === agreement && coding.view?.reviewer === reviewer;
    if (agreement === null) {
      if (coding.state !== 'none-left') void openNextCoding(null);
    } else if (!isOpen) {
      void openCoding(agreement);
    }
  }, [store, agreement, reviewer, hasCodebook]);
  useAgreementsThatCome();
}

/** Where nothing was left, and then agreements came in: opens the next one. */
function useAgreementsThatCome(): void {
  const openNext = useStore((store) => store.openNextCoding);
  const isNoneLeft = useStore(({ coding }) => coding.state === 'none-left');
  const left = useStore(({ counts: { value } }) =>
    value === null ? 0 : value.ownTotal - value.ownSubmitted,
  );
  // Once for each number, or what can be counted and not opened would be asked for again and again.
  const tried = useRef(0);
  useEffect(() => {
    if (left === 0) tried.current = 0;
    if (!isNoneLeft || left === tried.current) return;
    tried.current = left;
    void openNext(null);
  }, [openNext, isNoneLeft, left]);
}

function NoneLeft() {
  const { t } = useTranslation('coding');
  const goTo = useStore((store) => store.goTo);
  const isEmpty = useStore((store) => store.counts.value?.agreements === 0);
  if (isEmpty) {
    return (
      <EmptyState
        title={t('noAgreements.title')}
        actions={
          <Button variant="primary" onPress={() => goTo('agreements', null)}>
            {t('noAgreements.action')}
          </Button>
        }
      >
        {t('noAgreements.text')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('noneLeft.title')}
      actions={
        <>
          <Button onPress={() => goTo('agreements', null)}>{t('noneLeft.agreements')}</Button>
          <Button variant="primary" onPress={() => goTo('disagreements')}>
            {t('noneLeft.disagreements')}
          </Button>
        </>
      }
    >
      {t('noneLeft.text')}
    </EmptyState>
  );
}

function Failed() {
  const { t } = useTranslation('coding');
  const problem = useStore((store) => store.coding.problem);
  const agreement = useStore((store) => store.route.agreement);
  const open = useStore((store) => store.openCoding);
  const next = useStore((store) => store.openNextCoding);
  return (
    <FailedState
      title={t('failed.title')}
      actions={
        <>
          <Button onPress={() => void next(agreement)}>{t('failed.next')}</Button>
          <Button
            variant="primary"
            onPress={() => void (agreement === null ? next(null) : open(agreement))}
          >
            {t('failed.retry')}
          </Button>
        </>
      }
      problem={problem}
    />
  );
}
