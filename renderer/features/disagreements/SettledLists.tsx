import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { DisagreementView, VariableComparison } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useFormat, useLanguage } from '../../i18n/format';
import { useStore } from '../../store';
import { Breakable } from '../../ui/Breakable';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/ErrorNote';
import { Pill } from '../../ui/Pill';
import { Apart } from './Apart';
import styles from './SettledLists.module.css';

interface ListProps {
  view: DisagreementView;
  codebook: Codebook;
  isReadOnly: boolean;
}

/** What all readers answered alike and nobody has confirmed yet, with the one step that does. */
export function AgreedList({ view, codebook, isReadOnly }: ListProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const format = useFormat();
  const errorText = useErrorText();
  const settleAgreed = useStore((store) => store.settleAgreed);
  const problems = useStore((store) => store.disagreements.problems);
  const agreed = view.variables.filter((each) => each.proposal !== null && each.decision === null);
  if (agreed.length === 0) return null;
  return (
    <section className={styles.list} aria-labelledby="agreed-title">
      <header className={styles.head}>
        <h3 id="agreed-title">{t('agreed.title')}</h3>
        <Button
          keys={['E']}
          isDisabled={isReadOnly}
          onPress={() => void settleAgreed(view.agreement)}
        >
          {t('agreed.settle', { count: agreed.length, shown: format.number(agreed.length) })}
        </Button>
      </header>
      <dl className={styles.rows}>
        {agreed.map(({ variable: id, proposal }) => {
          const variable = variableOf(codebook, id);
          const problem = problems[id];
          return variable === undefined ? null : (
            <div key={id} className={styles.row}>
              <dt>{variable.label[language]}</dt>
              <dd className={styles.value}>
                <Breakable text={describeAnswer(variable, proposal, language)} />
                {problem !== undefined && <ErrorNote>{errorText(problem)}</ErrorNote>}
              </dd>
              <dd>
                <Pill tone="good">{t('verdict.agreed')}</Pill>
              </dd>
              <Apart view={view} variable={variable} proposal={proposal} />
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** What is settled: the value, how it came about, by whom and why; each can be taken back. */
export function SettledList({ view, codebook, isReadOnly }: ListProps) {
  const { t } = useTranslation('disagreements');
  const settled = view.variables.filter(({ decision }) => decision !== null);
  if (settled.length === 0) return null;
  return (
    <section className={styles.list} aria-labelledby="settled-title">
      <header className={styles.head}>
        <h3 id="settled-title">{t('settled.title')}</h3>
      </header>
      <dl className={styles.rows}>
        {settled.map((comparison) => (
          <SettledRow
            key={comparison.variable}
            view={view}
            comparison={comparison}
            codebook={codebook}
            isReadOnly={isReadOnly}
          />
        ))}
      </dl>
    </section>
  );
}

interface SettledRowProps {
  view: DisagreementView;
  comparison: VariableComparison;
  codebook: Codebook;
  isReadOnly: boolean;
}

function SettledRow({ view, comparison, codebook, isReadOnly }: SettledRowProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const errorText = useErrorText();
  const withdraw = useStore((store) => store.withdrawDecision);
  const reviewers = useStore((store) => store.reviewers.value?.all);
  const problem = useStore((store) => store.disagreements.problems[comparison.variable]);
  const variable = variableOf(codebook, comparison.variable);
  const { decision } = comparison;
  if (variable === undefined || decision === null) return null;
  const label = variable.label[language];
  const names = decision.decidedBy.map(
    (id) => reviewers?.find((each) => each.id === id)?.name ?? id,
  );
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.value}>
        <Breakable text={describeAnswer(variable, decision, language)} />
        <p className={styles.why}>
          {names.length > 0 && t('settled.by', { names: names.join(', ') })}
          {decision.rationale !== '' &&
            ` ${t('settled.rationale', { rationale: decision.rationale })}`}
        </p>
        {problem !== undefined && <ErrorNote>{errorText(problem)}</ErrorNote>}
      </dd>
      <dd className={styles.end}>
        <Pill tone={decision.origin === 'unanimous' ? 'good' : 'accent'}>
          {t(`origin.${decision.origin}`)}
        </Pill>
        {!isReadOnly && (
          <Button
            variant="quiet"
            aria-label={t('settled.withdrawOf', { variable: label })}
            onPress={() => void withdraw(comparison.variable)}
          >
            {t('settled.withdraw')}
          </Button>
        )}
      </dd>
      {decision.origin === 'unanimous' && <Apart view={view} variable={variable} proposal={null} />}
    </div>
  );
}

/** What nobody answered: named, so that it is not taken for settled. */
export function NotCodedList({ view, codebook }: Omit<ListProps, 'isReadOnly'>) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const labels = view.variables
    .filter(({ verdict, decision }) => verdict === 'not-coded' && decision === null)
    .map(({ variable }) => variableOf(codebook, variable)?.label[language] ?? variable);
  if (labels.length === 0) return null;
  return (
    <p className={styles.notCoded}>
      <b>{t('notCodedTitle')}:</b> {labels.join(', ')}
    </p>
  );
}
