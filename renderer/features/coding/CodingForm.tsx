import { useTranslation } from 'react-i18next';

import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { Passage } from '../../../shared/domain/evidence';
import type { EvidenceId } from '../../../shared/domain/ids';
import type { CodingView } from '../../../shared/domain/views';
import { useErrorText } from '../../i18n/error-text';
import { useStore } from '../../store';
import { classNames } from '../../ui/class-names';
import styles from './CodingForm.module.css';
import { SubjectProvider, useSubject } from './editors/typed-state';
import { Elsewhere } from './Elsewhere';
import { FormFooter } from './FormFooter';
import { FormHeader } from './FormHeader';
import { Guide } from './Guide';
import type { Panels } from './panels';
import { VariableSection } from './VariableSection';

interface CodingFormProps {
  view: CodingView;
  codebook: Codebook;
  panels: Panels;
  isGuideOpen: boolean;
  onGuide: () => void;
  onShowEvidence: (evidence: EvidenceId) => void;
  onShowProposal: (passage: Passage) => void;
  onSubmit: () => void;
}

/** The codebook as a form: every variable with its answer, all of it recorded as it is given. */
export function CodingForm({
  view,
  codebook,
  panels,
  isGuideOpen,
  onGuide,
  onShowEvidence,
  onShowProposal,
  onSubmit,
}: CodingFormProps) {
  const { t } = useTranslation('coding');
  const isProjectReadOnly = useStore((store) => store.project.value?.readOnly != null);
  const isLoading = useStore((store) => store.coding.state === 'loading');
  const active = useStore((store) => store.coding.active);
  const proposalProblem = useStore((store) => store.proposals.problem);
  const errorText = useErrorText();
  const isSelected = useStore((store) => store.coding.selection !== null);
  const subject = useSubject(`${view.reviewer} ${view.agreement}`);
  const isReadOnly = view.state === 'submitted' || view.isClosed || isProjectReadOnly;
  const guided = active === null ? undefined : variableOf(codebook, active);
  return (
    <section
      className={styles.form}
      data-coding
      data-part="form"
      aria-label={t('form', { number: view.number })}
      aria-busy={isLoading}
    >
      <FormHeader view={view} isReadOnly={isReadOnly} isGuideOpen={isGuideOpen} onGuide={onGuide} />
      <Elsewhere documents={view.elsewhere} />
      {isSelected && !isReadOnly && (
        <p className={styles.selected} role="status">
          {t('evidence.selected')}
        </p>
      )}
      {proposalProblem !== null && !isReadOnly && (
        <p className={styles.selected} role="status">
          {errorText(proposalProblem)}
        </p>
      )}
      <div className={classNames(styles.variables, isLoading && styles.loading)}>
        <SubjectProvider value={subject}>
          {codebook.variables.map((variable) => (
            <VariableSection
              key={variable.id}
              variable={variable}
              isReadOnly={isReadOnly}
              panels={panels}
              onShowEvidence={onShowEvidence}
              onShowProposal={onShowProposal}
            />
          ))}
        </SubjectProvider>
      </div>
      {isGuideOpen && guided !== undefined && <Guide variable={guided} onClose={onGuide} />}
      <FormFooter view={view} codebook={codebook} isReadOnly={isReadOnly} onSubmit={onSubmit} />
    </section>
  );
}
