import type { Answer } from './answer';
import { isCoded } from './answer';
import type { Codebook, Variable } from './codebook';
import type { VariableId } from './ids';

/**
 * The variables of a complete coding that have no answer yet, in codebook order.
 *
 * A kind of missing is an answer. Variables that are only answered where the agreement says
 * something are never gaps.
 */
export function findGaps(
  codebook: Codebook,
  answers: ReadonlyMap<VariableId, Answer>,
): readonly Variable[] {
  return codebook.variables.filter((variable) => {
    const answer = answers.get(variable.id);
    return variable.required && (answer === undefined || !isCoded(answer));
  });
}
