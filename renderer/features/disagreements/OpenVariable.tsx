import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { SettledAnswer } from '../../../shared/domain/answer';
import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import { needsRationale } from '../../../shared/domain/decision';
import type { EvidenceId } from '../../../shared/domain/ids';
import type {
  DecisionView,
  DisagreementView,
  VariableComparison,
} from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useLanguage } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { chosenAnswer, draftKey, fullestText, handedIn } from '../../store/settling';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { Pill } from '../../ui/Pill';
import { FreeText } from '../coding/editors/TextEditor';
import styles from './OpenVariable.module.css';
import { OtherDecision } from './OtherDecision';
import { ReadingCard } from './ReadingCard';

interface OpenVariableProps {
  view: DisagreementView;
  variable: Variable;
  comparison: VariableComparison;
  shown: EvidenceId | null;
  onShow: (evidence: EvidenceId) => void;
}

const NOTHING: SettledAnswer = { value: null, missing: null };

/** One variable to settle: the readings side by side, another decision, and why. */
export function OpenVariable({ view, variable, comparison, shown, onShow }: OpenVariableProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  const errorText = useErrorText();
  const group = useId();
  const actions = useAppStore().getState();
  const { id } = variable;
  const draft = useStore((store) => store.disagreements.drafts[draftKey(view.agreement, id)]);
  const isActive = useStore((store) => store.disagreements.active === id);
  const gap = useStore((store) => store.disagreements.gaps[id]);
  const problem = useStore((store) => store.disagreements.problems[id]);
  const choice = draft?.choice ?? null;
  const label = variable.label[language];
  const isRationaleNeeded = needsRationale({
    variable,
    verdict: comparison.verdict,
    choice: draft === undefined ? null : chosenAnswer(view, id, draft),
    codings: handedIn(view),
  });
  const otherPlace = view.codings.length + 1;
  const chooseOther = () =>
    actions.chooseOther(id, { ...NOTHING, value: fullestText(view, variable) });

  return (
    // Listens for focus that passes through to its fields; the fields are what acts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classNames(styles.variable, isActive && styles.active)}
      data-variable={id}
      aria-labelledby={`settle-${id}`}
      aria-current={isActive || undefined}
      tabIndex={-1}
      onFocus={() => actions.activateDisagreement(id)}
    >
      <header className={styles.head}>
        <h3 id={`settle-${id}`}>{label}</h3>
        <Pill tone={comparison.verdict === 'disputed' ? 'bad' : 'plain'}>
          {t(`verdict.${comparison.verdict}`)}
        </Pill>
      </header>
      {comparison.former !== null && (
        <Former
          variable={variable}
          former={comparison.former}
          onUse={({ value, missing, rationale }) => {
            actions.chooseOther(id, { value, missing });
            actions.writeRationale(id, rationale);
          }}
        />
      )}
      <div role="radiogroup" aria-label={t('pick', { variable: label })} className={styles.cards}>
        {view.codings.map((coding, at) => (
          <ReadingCard
            key={coding.reviewer.id}
            variable={variable}
            coding={coding}
            documents={view.documents}
            group={group}
            place={at + 1}
            isChosen={choice?.kind === 'reading' && choice.reviewer === coding.reviewer.id}
            shown={shown}
            onChoose={() => actions.chooseReading(id, coding.reviewer.id)}
            onShow={(evidence) => onShow(evidence.id)}
          />
        ))}
        <div
          className={classNames(
            styles.card,
            styles.otherCard,
            choice?.kind === 'other' && styles.chosen,
          )}
        >
          <label className={styles.choice}>
            <span className={styles.reader}>
              <span className={styles.name}>{t('other')}</span>
              <span className={styles.key}>
                <Kbd keys={[String(otherPlace)]} />
              </span>
            </span>
            <input
              type="radio"
              className="visually-hidden"
              name={group}
              aria-label={t('other')}
              checked={choice?.kind === 'other'}
              onChange={chooseOther}
            />
            <span className={styles.otherText}>{t('otherChoose')}</span>
          </label>
        </div>
      </div>
      {choice?.kind === 'other' && (
        <OtherDecision
          variable={variable}
          answer={choice}
          onChange={(answer) => actions.chooseOther(id, answer)}
        />
      )}
      <div className={styles.rationale} data-rationale>
        <FreeText
          label={t('rationaleFor', { variable: label })}
          placeholder={t(isRationaleNeeded ? 'rationaleRequired' : 'rationaleOptional')}
          recorded={draft?.rationale ?? ''}
          onWrite={(rationale) => actions.writeRationale(id, rationale)}
        />
        <Kbd keys={['R']} />
      </div>
      {gap !== undefined && (
        <p className={styles.gap} role="alert">
          {t(`gap.${gap}`)}
        </p>
      )}
      {problem !== undefined && <ErrorNote>{errorText(problem)}</ErrorNote>}
    </section>
  );
}

interface FormerProps {
  variable: Variable;
  former: DecisionView;
  onUse: (former: DecisionView) => void;
}

/** A decision that a later coding contradicts: what it was and why, to begin from. */
function Former({ variable, former, onUse }: FormerProps) {
  const { t } = useTranslation('disagreements');
  const language = useLanguage();
  return (
    <div className={styles.former}>
      <p>{t('former.text')}</p>
      <p>
        {t('former.was', { answer: describeAnswer(variable, former, language) })}
        {former.rationale !== '' && ` ${t('former.why', { rationale: former.rationale })}`}
      </p>
      <Button onPress={() => onUse(former)}>{t('former.use')}</Button>
    </div>
  );
}
