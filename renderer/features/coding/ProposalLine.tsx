import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import type { Candidate } from '../../../shared/domain/detector/proposal';
import type { Passage } from '../../../shared/domain/evidence';
import { useLanguage } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { documentsIn } from '../../store/coding-state';
import { offerIn } from '../../store/proposals-slice';
import { classNames } from '../../ui/class-names';
import { Kbd } from '../../ui/Kbd';
import { focusVariable } from './focus';
import { PassagePlace } from './PassagePlace';
import styles from './ProposalLine.module.css';
import { useReasonText } from './use-reason-text';

interface ProposalLineProps {
  variable: Variable;
  isActive: boolean;
  onShow: (passage: Passage) => void;
}

/** What the text says of a variable without an answer: it asks, and fills in nothing by itself. */
export function ProposalLine({ variable, isActive, onShow }: ProposalLineProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const reasonText = useReasonText();
  const finding = useStore(
    ({ proposals, coding }) => offerIn(proposals, coding, variable.id)?.finding ?? null,
  );
  const place = useStore(({ proposals }) => proposals.offered[variable.id] ?? 0);
  const isTaking = useStore(({ coding }) => coding.taking === variable.id);
  const actions = useAppStore().getState();
  if (finding === null) return null;

  const { outcome, candidates } = finding;
  const label = t('proposal.for', { variable: variable.label[language] });
  const written = ({ value }: Candidate) =>
    describeAnswer(variable, { value, missing: null }, language);
  // The button goes with the proposal; the focus stays with the variable.
  const take = ({ id }: Candidate) =>
    void actions.takeProposal(variable.id, id).then((isTaken) => {
      if (isTaken) focusVariable(variable.id);
    });

  if (outcome === 'unclear') {
    const [passage] = finding.unclear;
    return (
      <div role="group" aria-label={label} className={classNames(styles.proposal, styles.unclear)}>
        <p className={styles.what}>
          <strong>{t('proposal.unclear')}</strong> {finding.reasons.map(reasonText).join(' · ')}
        </p>
        {passage !== undefined && <Quote passage={passage} onShow={onShow} />}
        {candidates.length > 0 && (
          <div className={styles.choices}>
            <span>{t('proposal.mayBe')}</span>
            {candidates.map((candidate) => (
              <button
                key={candidate.id}
                type="button"
                className={styles.choice}
                disabled={isTaking}
                title={candidate.passages.map(({ quote }) => `”${quote}”`).join('\n')}
                onClick={() => take(candidate)}
              >
                {written(candidate)}
              </button>
            ))}
          </div>
        )}
      </div>
    );
  }

  const candidate = candidates[place] ?? candidates[0];
  const [passage] = candidate?.passages ?? [];
  if (candidate === undefined || passage === undefined) return null;
  return (
    <div role="group" aria-label={label} className={styles.proposal}>
      <div className={styles.row}>
        <button
          type="button"
          className={styles.take}
          disabled={isTaking}
          title={t('proposal.take')}
          onClick={() => take(candidate)}
        >
          <span className={styles.ask}>{t('proposal.ask')}</span>{' '}
          <strong className={styles.value}>{written(candidate)}</strong>
          <span className="visually-hidden">, {t('proposal.take')}</span>
        </button>
        {isActive && <Kbd keys={['Tab']} />}
        <Quote
          passage={passage}
          onShow={onShow}
          // What is written just as it is quoted need not stand there twice.
          isBrief={variable.type === 'text' || passage.quote === written(candidate)}
        />
        {candidates.length > 1 && (
          <button
            type="button"
            className={styles.other}
            title={t('proposal.next')}
            onClick={() => actions.offerNext(variable.id)}
          >
            {t('proposal.place', { place: place + 1, count: candidates.length })}
            <span className="visually-hidden">, {t('proposal.next')}</span>
          </button>
        )}
      </div>
      {isActive && candidate.reasons.length > 0 && (
        <p className={styles.reasons}>
          {t('proposal.because')} {[...new Set(candidate.reasons.map(reasonText))].join(' · ')}
        </p>
      )}
    </div>
  );
}

interface QuoteProps {
  passage: Passage;
  onShow: (passage: Passage) => void;
  /** Only the place is told. */
  isBrief?: boolean;
}

function Quote({ passage, onShow, isBrief = false }: QuoteProps) {
  const { t } = useTranslation('coding');
  const documents = useStore(({ coding }) => documentsIn(coding.view));
  return (
    <button
      type="button"
      className={classNames(styles.quote, isBrief && styles.brief)}
      title={passage.quote}
      onClick={() => onShow(passage)}
    >
      <PassagePlace passage={passage} documents={documents} />
      {isBrief ? <span className="visually-hidden">{passage.quote}</span> : <q>{passage.quote}</q>}
      <span className="visually-hidden">, {t('evidence.show')}</span>
    </button>
  );
}
