import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import { isCoded } from '../../../shared/domain/answer';
import { MISSING_LABELS } from '../../../shared/domain/answer-text';
import type { Variable } from '../../../shared/domain/codebook';
import type { Passage } from '../../../shared/domain/evidence';
import type { EvidenceId } from '../../../shared/domain/ids';
import { useErrorText } from '../../i18n/error-text';
import { useLanguage } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { answerIn, documentsIn, evidenceIn, unreadIn } from '../../store/coding-state';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { classNames } from '../../ui/class-names';
import { ErrorNote } from '../../ui/ErrorNote';
import { Kbd } from '../../ui/Kbd';
import { FreeText } from './editors/TextEditor';
import { ValueEditor } from './editors/ValueEditor';
import { useEditor } from './editors/use-editor';
import { EvidenceLines } from './EvidenceLines';
import { MissingChoice } from './MissingChoice';
import type { Panels } from './panels';
import { ProposalLine } from './ProposalLine';
import { useActivation } from './use-activation';
import { VariableTools } from './VariableTools';
import styles from './VariableSection.module.css';

interface VariableSectionProps {
  variable: Variable;
  isReadOnly: boolean;
  panels: Panels;
  onShowEvidence: (evidence: EvidenceId) => void;
  /** Shows a proposed passage in the document. */
  onShowProposal: (passage: Passage) => void;
}

/** One question of the form: what it asks, the answer, its evidence and its doubts. */
export const VariableSection = memo(function VariableSection({
  variable,
  isReadOnly,
  panels,
  onShowEvidence,
  onShowProposal,
}: VariableSectionProps) {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  const errorText = useErrorText();
  const { id } = variable;
  const answer = useStore((store) => answerIn(store.coding, id));
  const evidence = useStore((store) => evidenceIn(store.coding.view, id));
  const documents = useStore((store) => documentsIn(store.coding.view));
  const isActive = useStore((store) => store.coding.active === id);
  const problem = useStore((store) => store.coding.edits[id]?.problem ?? null);
  const isGap = useStore((store) => store.coding.gapsTold?.includes(id) ?? false);
  const shown = useStore((store) => store.coding.shown);
  const actions = useAppStore().getState();
  const activation = useActivation(id);
  const editor = useEditor(variable, answer.value, isReadOnly, isActive);

  const hasUnread = useStore((store) => unreadIn(store.coding, id) !== null);
  const isAsking = panels.missing === id && !isReadOnly;
  const hasNote = answer.note !== '' || panels.note === id;

  return (
    // Listens for focus that passes through to its fields; the fields are what acts.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={classNames(
        styles.variable,
        isActive && styles.active,
        isGap && styles.gap,
        isReadOnly && styles.readOnly,
      )}
      data-variable={id}
      aria-labelledby={`variable-${id}`}
      aria-current={isActive || undefined}
      tabIndex={-1}
      {...activation}
    >
      <header className={styles.head}>
        <span
          className={styles.dot}
          style={{ background: `var(--evidence-${variable.colour})` }}
          aria-hidden="true"
        />
        <h3 id={`variable-${id}`} className={styles.label}>
          {variable.label[language]}
        </h3>
        <Kbd keys={[variable.key.toUpperCase()]} />
        <span className={styles.hint}>{variable.hint[language]}</span>
        <VariableTools
          variable={variable}
          answer={answer}
          isActive={isActive}
          isReadOnly={isReadOnly}
          panels={panels}
        />
      </header>

      {isAsking && (
        <MissingChoice
          variable={variable}
          chosen={answer.missing}
          onChoose={(kind) => panels.chooseMissing(id, kind)}
          onClose={() => panels.askMissing(null)}
        />
      )}
      {answer.missing !== null && (
        <div className={styles.missingShown}>
          <Chip
            {...(!isReadOnly && {
              removeLabel: t('missingRemove', { kind: MISSING_LABELS[answer.missing][language] }),
              onRemove: () => actions.setMissing(id, null),
            })}
          >
            {MISSING_LABELS[answer.missing][language]}
          </Chip>
        </div>
      )}
      {!isReadOnly && (
        <ProposalLine variable={variable} isActive={isActive} onShow={onShowProposal} />
      )}
      <div data-editor className={styles.editor}>
        <ValueEditor {...editor} />
      </div>

      <EvidenceLines
        variable={variable}
        evidence={evidence}
        documents={documents}
        shown={shown}
        colour={`var(--evidence-${variable.colour})`}
        onShow={(each) => onShowEvidence(each.id)}
        {...(!isReadOnly && { onRemove: (each) => void actions.removeEvidence(each.id) })}
      />
      {hasNote && (
        <div className={styles.note} data-note>
          <FreeText
            label={t('noteFor', { variable: variable.label[language] })}
            placeholder={t('note')}
            recorded={answer.note}
            isReadOnly={isReadOnly}
            onWrite={(note) => actions.setNote(id, note, 'typing')}
            onLeave={() => {
              actions.flushTyping();
              panels.openNote(null);
            }}
          />
        </div>
      )}
      {problem !== null && (
        <ErrorNote
          actions={
            <>
              <Button onPress={() => actions.retrySave(id)}>{t('save.retry')}</Button>
              <Button variant="quiet" onPress={() => actions.discardEdit(id)}>
                {t('save.discard')}
              </Button>
            </>
          }
        >
          {t('save.failed', { reason: errorText(problem) })}
        </ErrorNote>
      )}
      {isGap && !isCoded(answer) && !hasUnread && (
        <p className={styles.gapText}>{t('unanswered')}</p>
      )}
    </section>
  );
});
