import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';

import { describeAnswer } from '../../../shared/domain/answer-text';
import type { Codebook } from '../../../shared/domain/codebook';
import type { VariableId } from '../../../shared/domain/ids';
import type { CodingView } from '../../../shared/domain/views';
import type { Mark } from '../../document/protocol';
import { useLanguage } from '../../i18n/format';
import { useAppStore, useStore } from '../../store';
import { offerIn } from '../../store/proposals-slice';

/** A mark in the document for what is only proposed, with the variable that it is proposed for. */
interface ProposalMark extends Mark {
  readonly variable: VariableId;
}

/** Asks what the text proposes whenever a coding is opened, and again when its text changed. */
export function useProposals({ agreement, reviewer, state }: CodingView): void {
  const store = useAppStore();
  useEffect(() => {
    if (state === 'draft') void store.getState().loadProposals(agreement);
  }, [store, agreement, reviewer, state]);
}

/** The passages of everything that is offered, and of what leaves a variable unclear. */
export function useProposalMarks(codebook: Codebook): readonly ProposalMark[] {
  const { t } = useTranslation('coding');
  const language = useLanguage();
  // Only what is offered: walking through the form, or asking again, draws no mark anew.
  const findings = useStore(
    useShallow(({ proposals, coding }) =>
      codebook.variables.map(({ id }) => offerIn(proposals, coding, id)?.finding ?? null),
    ),
  );
  const places = useStore(
    useShallow(({ proposals }) => codebook.variables.map(({ id }) => proposals.offered[id] ?? 0)),
  );
  return useMemo(
    () =>
      codebook.variables.flatMap((variable, index) => {
        const finding = findings[index] ?? null;
        if (finding === null) return [];
        const place = places[index] ?? 0;
        const candidate = finding.outcome === 'proposed' ? finding.candidates[place] : undefined;
        const said =
          candidate === undefined
            ? t('proposal.unclear')
            : `${t('proposal.ask')} ${describeAnswer(variable, { value: candidate.value, missing: null }, language)}`;
        return (candidate?.passages ?? finding.unclear).map((passage, at) => ({
          id: `proposal-${index}-${at}`,
          variable: variable.id,
          passage,
          colour: variable.colour,
          label: `${variable.label[language]}: ${said}`.slice(0, 1000),
          style: 'proposed' as const,
        }));
      }),
    [codebook, findings, places, language, t],
  );
}
