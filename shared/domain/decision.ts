import type { SettledAnswer } from './answer';
import { isCoded } from './answer';
import type { Variable } from './codebook';
import { compareAnswers } from './comparison';
import type { EntryId, ReviewerId } from './ids';
import type { DecisionOrigin } from './journal';
import { answersTo, type HandedIn } from './standing';
import type { VerdictKind } from './views';

/** How a person settles a variable; the other origins come about by themselves. */
type PersonalOrigin = Extract<DecisionOrigin, 'adjudicated' | 'consensus'>;

/**
 * Consensus when everyone who coded the agreement decides together, whoever else takes part;
 * adjudicated in every other case, also when one reader decides alone.
 */
export function originOf(
  readers: readonly ReviewerId[],
  decidedBy: readonly ReviewerId[],
): PersonalOrigin {
  const together = readers.length > 1 && readers.every((reader) => decidedBy.includes(reader));
  return together ? 'consensus' : 'adjudicated';
}

/**
 * Whether a decision settles its variable: each coding that stands was there when it was made, or
 * says nothing about the variable, or says the same. A coding handed in later that says otherwise
 * opens the variable again.
 */
export function isInForce(
  variable: Variable,
  decision: (SettledAnswer & { readonly settles: readonly EntryId[] }) | undefined,
  codings: readonly (HandedIn & { readonly id: EntryId })[],
): boolean {
  if (decision === undefined) return false;
  const later = codings.filter(({ id }) => !decision.settles.includes(id));
  return fitsEvery(variable, decision, answersTo(variable, later));
}

/**
 * A decision must say why when the readers differ, or when it is not what all of them say; what is
 * only worded differently may be chosen without.
 */
export function needsRationale(proposed: {
  /** `null` while it is not known: then the verdict alone says. */
  readonly variable: Variable | null;
  readonly verdict: VerdictKind;
  readonly choice: SettledAnswer | null;
  readonly codings: readonly HandedIn[];
}): boolean {
  const { variable, verdict, choice, codings } = proposed;
  if (verdict === 'disputed') return true;
  return (
    variable !== null &&
    choice !== null &&
    !fitsEvery(variable, choice, answersTo(variable, codings))
  );
}

function fitsEvery(
  variable: Variable,
  choice: SettledAnswer,
  said: readonly { answer: SettledAnswer | null }[],
): boolean {
  if (!isCoded(choice)) return true;
  return said.every(
    ({ answer }) =>
      answer === null || !isCoded(answer) || compareAnswers(variable, choice, answer).same,
  );
}

/** What stands between a choice and a decision; the first that applies, `null` when nothing does. */
export type SettlingGap = 'no-choice' | 'no-rationale' | 'no-decider';

/** Whether a variable can be settled as proposed, and if not, what is missing. */
export function settlingGap(proposed: {
  /** `null` while it is not known: then the verdict alone says. */
  readonly variable: Variable | null;
  readonly verdict: VerdictKind;
  readonly codings: readonly HandedIn[];
  readonly choice: SettledAnswer | null;
  readonly rationale: string;
  readonly decidedBy: readonly ReviewerId[];
}): SettlingGap | null {
  if (proposed.choice === null || !isCoded(proposed.choice)) return 'no-choice';
  if (needsRationale(proposed) && proposed.rationale.trim() === '') return 'no-rationale';
  return proposed.decidedBy.length === 0 ? 'no-decider' : null;
}
