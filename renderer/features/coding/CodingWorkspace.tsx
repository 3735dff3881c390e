import { memo, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Codebook } from '../../../shared/domain/codebook';
import { type Passage, samePassage } from '../../../shared/domain/evidence';
import type { CodingView } from '../../../shared/domain/views';
import type { Mark } from '../../document/protocol';
import { useLanguage } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { placeOf } from '../../store/settings-slice';
import { Panes } from '../../ui/Panes';
import { RelatedAgreements } from '../duplicates/RelatedAgreements';
import { CodingForm } from './CodingForm';
import { CodingHelp } from './CodingHelp';
import styles from './CodingScreen.module.css';
import { focusVariable, revealVariable } from './focus';
import { usePanels } from './panels';
import { AgreementDocument } from './AgreementDocument';
import {
  type ShownDocument,
  useAgreementDocument,
  useDocumentAhead,
} from './use-agreement-document';
import { useArrival } from './use-arrival';
import { useProposalMarks, useProposals } from './use-proposal-marks';
import { useCodingKeys } from './use-coding-keys';
import { useLatest } from '../../ui/use-latest';

/** The document that is read comes first; the next one may be fetched when it stands there. */
const AFTER_OPENING = 700;

interface CodingWorkspaceProps {
  view: CodingView;
  codebook: Codebook;
}

/** The document and the form side by side, and the keys that work on both. */
export const CodingWorkspace = memo(function CodingWorkspace({
  view,
  codebook,
}: CodingWorkspaceProps) {
  const { t } = useTranslation('coding');
  const store = useAppStore();
  const panels = usePanels(view.agreement);
  const evidenceMarks = useMarks(view, codebook);
  const proposalMarks = useProposalMarks(codebook);
  const marks = useMemo(() => [...evidenceMarks, ...proposalMarks], [evidenceMarks, proposalMarks]);
  const shares = useStore(({ settings }) => settings.value?.panes['coding']);
  const isGuideOpen = useStore((state) => placeOf(state)['guide'] === 1);
  const { documents: ownDocuments, elsewhere } = view;
  // Those that were moved away can still be read: evidence points into them.
  const documents = useMemo(() => [...ownDocuments, ...elsewhere], [ownDocuments, elsewhere]);
  const shown = useAgreementDocument('coding', view.agreement, documents);

  const { showPassage } = shown;
  // The sections of the form are drawn anew only for what concerns them.
  const showEvidence = useCallback(
    (id: string): void => {
      const { view: now } = store.getState().coding;
      const evidence = now?.answers.flatMap((own) => own.evidence).find((each) => each.id === id);
      if (evidence === undefined) return;
      store.getState().showEvidence(evidence.id);
      showPassage(evidence.id, evidence.passage);
    },
    [store, showPassage],
  );
  const marksRef = useLatest(proposalMarks);
  const showProposal = useCallback(
    (passage: Passage): void => {
      const mark = marksRef.current.find((each) => samePassage(each.passage, passage));
      if (mark !== undefined) showPassage(mark.id, passage);
    },
    [showPassage, marksRef],
  );
  const toggleGuide = (): void => store.getState().rememberPlace({ guide: isGuideOpen ? 0 : 1 });
  const submit = async (): Promise<void> => {
    const state = store.getState();
    if (view.state === 'submitted' || view.isClosed) await state.openNextCoding(view.agreement);
    else await state.submitCoding();
    const { active, gapsTold } = store.getState().coding;
    if (gapsTold !== null && active !== null) focusVariable(active);
  };

  const onDocumentKey = useCodingKeys({
    codebook,
    panels,
    onGuide: toggleGuide,
    onFind: shown.find,
    onWalked: () => {
      const { shown: id, active } = store.getState().coding;
      if (active !== null) revealVariable(active);
      if (id !== null) showEvidence(id);
    },
    onSubmit: () => void submit(),
  });
  useProposals(view);
  useFocusOnOpen(view);
  useArrival(view.agreement, ({ coding }) => coding.active);
  usePrepareNext(view, shown);
  useDocumentAhead(shown);
  useClearedSelection(shown);

  return (
    <Panes
      id="coding"
      separatorLabel={t('panes')}
      shares={shares}
      onShares={(next) => store.getState().rememberPanes('coding', next)}
      panes={[
        {
          id: 'document',
          share: 62,
          min: 260,
          content: (
            <AgreementDocument
              shown={shown}
              documents={documents}
              marks={marks}
              onSelection={(passage) => store.getState().selectPassage(passage)}
              onMarkClicked={(id) => {
                const proposed = proposalMarks.find((mark) => mark.id === id);
                if (proposed === undefined) store.getState().showEvidence(id);
                else store.getState().activateVariable(proposed.variable);
                const { active } = store.getState().coding;
                if (active !== null) revealVariable(active);
              }}
              onKey={onDocumentKey}
            />
          ),
        },
        {
          id: 'form',
          share: 38,
          min: 396,
          content: (
            <div className={styles.form}>
              <CodingHelp />
              <RelatedAgreements agreement={view.agreement} />
              <CodingForm
                view={view}
                codebook={codebook}
                panels={panels}
                isGuideOpen={isGuideOpen}
                onGuide={toggleGuide}
                onShowEvidence={showEvidence}
                onShowProposal={showProposal}
                onSubmit={() => void submit()}
              />
            </div>
          ),
        },
      ]}
    />
  );
});

/** Every passage of the coding in its variable's colour. */
function useMarks(view: CodingView, codebook: Codebook): readonly Mark[] {
  const language = useLanguage();
  return useMemo(
    () =>
      codebook.variables.flatMap((variable) => {
        const own = view.answers.find((each) => each.variable === variable.id);
        if (own === undefined) return [];
        const label = `${variable.label[language]}: ${describeAnswer(variable, own.answer, language)}`;
        return own.evidence.map(({ id, passage }) => ({
          id,
          passage,
          colour: variable.colour,
          label: label.slice(0, 1000),
          style: 'evidence' as const,
        }));
      }),
    [view.answers, codebook, language],
  );
}

/** An agreement that was just opened has its first variable under the keys. */
function useFocusOnOpen({ agreement }: CodingView): void {
  const store = useAppStore();
  useEffect(() => {
    const { active } = store.getState().coding;
    const focused = document.activeElement;
    const isFree = focused === null || focused === document.body || !focused.isConnected;
    const isInForm = focused?.closest('[data-coding]') != null;
    if (active !== null && (isFree || isInForm)) focusVariable(active);
  }, [store, agreement]);
}

/** Fetches the document of the agreement that comes next while this one is read. */
function usePrepareNext({ agreement }: CodingView, { handle }: ShownDocument): void {
  const store = useAppStore();
  useEffect(() => {
    let isHere = true;
    const prepare = async (): Promise<void> => {
      const next = await store.getState().peekNextDocument(agreement);
      if (isHere && next !== null) handle.current?.prepare(next);
    };
    const timer = setTimeout(() => void prepare(), AFTER_OPENING);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [store, agreement, handle]);
}

/** Text that was attached as evidence is selected no longer; now it is marked. */
function useClearedSelection({ handle }: ShownDocument): void {
  const selection = useStore(({ coding }) => coding.selection);
  const had = useRef(false);
  useEffect(() => {
    if (had.current && selection === null) handle.current?.clearSelection();
    had.current = selection !== null;
  }, [selection, handle]);
}
