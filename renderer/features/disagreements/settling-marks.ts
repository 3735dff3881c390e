import { useMemo } from 'react';

import { describeAnswer } from '../../../shared/domain/answer-text';
import { type Codebook, variableOf } from '../../../shared/domain/codebook';
import type { VariableId } from '../../../shared/domain/ids';
import type { DisagreementView } from '../../../shared/domain/views';
import type { Mark } from '../../document/protocol';
import { useLanguage } from '../../i18n/format';
import { isOpen } from '../../store/settling';

/**
 * The evidence colour that is most like each reviewer's own: passages are marked in colours that text
 * stays readable on, and what a reviewer marked looks like their avatar.
 */
const LIKE_REVIEWER = [6, 5, 7, 4, 2, 1, 3, 9] as const;

/** The evidence colour for what a reviewer of that colour (1–8) marked. */
export function markColourOf(reviewerColour: number): number {
  return LIKE_REVIEWER[reviewerColour - 1] ?? 9;
}

/** What the readers marked for the variables that are open, and for the active one, in their colours. */
export function useSettlingMarks(
  view: DisagreementView,
  codebook: Codebook,
  active: VariableId | null,
): readonly Mark[] {
  const language = useLanguage();
  return useMemo(() => {
    const wanted = new Set(view.variables.filter(isOpen).map(({ variable }) => variable));
    if (active !== null) wanted.add(active);
    return view.codings.flatMap(({ reviewer, answers }) =>
      answers
        .filter(({ variable }) => wanted.has(variable))
        .flatMap(({ variable: id, answer, evidence }) => {
          const variable = variableOf(codebook, id);
          const said = variable && describeAnswer(variable, answer, language);
          const label = `${reviewer.name} – ${variable?.label[language] ?? id}: ${said ?? ''}`;
          return evidence.map((each) => ({
            id: each.id,
            passage: each.passage,
            colour: markColourOf(reviewer.colour),
            label: label.slice(0, 1000),
            style: 'evidence' as const,
          }));
        }),
    );
  }, [view, codebook, active, language]);
}
