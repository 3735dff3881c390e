import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { variableOf } from '../../../shared/domain/codebook';
import { ProposalFilter } from '../../../shared/domain/proposal-views';
import { useFormat } from '../../i18n/format';
import { useStore } from '../../store';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { FailedState } from '../../ui/FailedState';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Spinner } from '../../ui/Spinner';
import { WhoCodesFirst } from '../reviewers/WhoCodesFirst';
import { FiguresCard } from './FiguresCard';
import { MatrixCard } from './MatrixCard';
import screen from '../../ui/Screen.module.css';
import styles from './ReliabilityScreen.module.css';
import { TakeAway } from './TakeAway';

/** Samstämmighet: how well the reviewers agree, variable by variable, and where they do not. */
export function ReliabilityScreen() {
  return (
    <WhoCodesFirst>
      <Reliability />
    </WhoCodesFirst>
  );
}

function Reliability() {
  const { t } = useTranslation('reliability');
  const format = useFormat();
  const summary = useStore((store) => store.reliability.summary);
  const chosen = useStore((store) => store.reliability.variable);
  const codebook = useStore((store) => store.codebook.value);
  const load = useStore((store) => store.loadReliability);
  const proposals = useStore((store) => store.reliability.proposals);
  const filter = useStore((store) => store.filterByProposals);
  useEffect(() => {
    if (summary.state === 'idle') void load();
  }, [summary.state, load]);

  if (summary.problem !== null) return <Failed />;
  if (summary.value === null || codebook === null) {
    return (
      <div className={screen.centred}>
        <Spinner label={t('loading')} />
      </div>
    );
  }
  const { agreements, byProposals, codebookVersion, variables, reviewers } = summary.value;
  if (byProposals.all === 0) return <NothingYet />;
  const shown =
    variables.find(({ variable }) => variable === chosen) ??
    variables.findLast(({ confusion }) => confusion !== null) ??
    variables[0];
  const variable = shown && variableOf(codebook, shown.variable);
  return (
    // A long page has to be scrolled by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.screen} tabIndex={0} role="region" aria-labelledby="reliability-title">
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 id="reliability-title" className={styles.title}>
            {t('title')}
          </h1>
          <p className={styles.subtitle}>
            {t('subtitle', {
              count: agreements,
              shown: format.number(agreements),
              version: codebookVersion,
            })}
          </p>
        </div>
        {agreements > 0 && <TakeAway summary={summary.value} codebook={codebook} />}
        {(byProposals.with > 0 || proposals !== 'all') && (
          <SegmentedControl
            label={t('proposals.label')}
            hideLabel
            value={proposals}
            onChange={filter}
            options={ProposalFilter.options.map((id) => ({
              id,
              label: t(`proposals.${id}`, { n: format.number(byProposals[id]) }),
            }))}
          />
        )}
        {agreements === 0 && <p role="status">{t('proposals.none')}</p>}
      </header>
      <div className={styles.cards}>
        <FiguresCard variables={variables} codebook={codebook} chosen={shown?.variable ?? null} />
        {shown !== undefined && variable !== undefined && (
          <MatrixCard
            key={shown.variable}
            reliability={shown}
            variable={variable}
            reviewers={reviewers}
          />
        )}
      </div>
      <section className={styles.about} aria-labelledby="about-reliability">
        <h2 id="about-reliability">{t('about.title')}</h2>
        <p>{t('about.text')}</p>
      </section>
    </div>
  );
}

function Failed() {
  const { t } = useTranslation('reliability');
  const problem = useStore((store) => store.reliability.summary.problem);
  const load = useStore((store) => store.loadReliability);
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
  const { t } = useTranslation('reliability');
  const goTo = useStore((store) => store.goTo);
  return (
    <div className={screen.centred}>
      <EmptyState
        level={1}
        title={t('empty.title')}
        actions={
          <Button variant="primary" onPress={() => goTo('coding')}>
            {t('empty.action')}
          </Button>
        }
      >
        {t('empty.text')}
      </EmptyState>
    </div>
  );
}
