import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { useAppStore, useStore } from '../../store';
import { filterRows, nextOpenRow } from '../../store/settling';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailedState } from '../../ui/FailedState';
import { Spinner } from '../../ui/Spinner';
import { WhoCodesFirst } from '../reviewers/WhoCodesFirst';
import { DisagreementsWorkspace } from './DisagreementsWorkspace';
import screen from '../../ui/Screen.module.css';

/** Oenigheter: what the codings differ in, settled one variable at a time. */
export function DisagreementsScreen() {
  return (
    <WhoCodesFirst>
      <Disagreements />
    </WhoCodesFirst>
  );
}

function Disagreements() {
  const list = useStore((store) => store.disagreements.list);
  const view = useStore((store) => store.disagreements.view);
  const codebook = useStore((store) => store.codebook.value);
  useOpenDisagreement();

  if (list.problem !== null || view.problem !== null) return <Failed />;
  if (codebook === null || list.value === null) return <Waiting />;
  if (view.value !== null) {
    return <DisagreementsWorkspace rows={list.value} view={view.value} codebook={codebook} />;
  }
  if (view.state === 'loading') return <Waiting />;
  return <NothingOpen />;
}

function Waiting() {
  const { t } = useTranslation('disagreements');
  return (
    <div className={screen.centred}>
      <Spinner label={t('loading')} />
    </div>
  );
}

/** Opens the agreement that the route names, else the first with something to settle. */
function useOpenDisagreement(): void {
  const store = useAppStore();
  const agreement = useStore(({ route }) => route.agreement);
  const reviewer = useStore(({ reviewers }) => reviewers.value?.current?.id ?? null);
  const hasList = useStore(({ disagreements }) => disagreements.list.value !== null);
  useEffect(() => {
    if (reviewer !== null) void store.getState().loadDisagreements();
  }, [store, reviewer]);
  useEffect(() => {
    const { disagreements, openDisagreement } = store.getState();
    if (!hasList || disagreements.view.value?.agreement === agreement) return;
    const { list, variable } = disagreements;
    const wanted = agreement ?? firstOf(filterRows(list.value ?? [], variable));
    if (wanted !== null) void openDisagreement(wanted);
  }, [store, agreement, reviewer, hasList]);
}

function firstOf(rows: Parameters<typeof nextOpenRow>[0]) {
  return (nextOpenRow(rows, null) ?? rows[0])?.agreement ?? null;
}

function NothingOpen() {
  const { t } = useTranslation('disagreements');
  const goTo = useStore((store) => store.goTo);
  const isAnySettled = useStore((store) => (store.counts.value?.settledAgreements ?? 0) > 0);
  const [part, place] = isAnySettled
    ? (['done', 'export'] as const)
    : (['empty', 'coding'] as const);
  return (
    <div className={screen.centred}>
      <EmptyState
        title={t(`${part}.title`)}
        actions={
          <Button variant="primary" onPress={() => goTo(place)}>
            {t(`${part}.action`)}
          </Button>
        }
      >
        {t(`${part}.text`)}
      </EmptyState>
    </div>
  );
}

function Failed() {
  const { t } = useTranslation('disagreements');
  const store = useAppStore();
  const problem = useStore(
    ({ disagreements }) => disagreements.list.problem ?? disagreements.view.problem,
  );
  const retry = async (): Promise<void> => {
    const state = store.getState();
    await state.loadDisagreements();
    if (state.route.agreement !== null) await state.openDisagreement(state.route.agreement);
  };
  return (
    <div className={screen.centred}>
      <FailedState
        title={t('failed.title')}
        actions={
          <>
            <Button onPress={() => void store.getState().openNextDisagreement(null)}>
              {t('failed.next')}
            </Button>
            <Button variant="primary" onPress={() => void retry()}>
              {t('failed.retry')}
            </Button>
          </>
        }
        problem={problem}
      />
    </div>
  );
}
