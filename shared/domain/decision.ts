import type { SettledAnswer } from './answer';
import { isCoded } from './answer';
import type { ReviewerId } from './ids';
import type { DecisionOrigin } from './journal';
import type { VerdictKind } from './views';

/** How a person settles a variable; the other origins come about by themselves. */
export type PersonalOrigin = Extract<DecisionOrigin, 'adjudicated' | 'consensus'>;

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

/** A settled dispute must say why; what is only worded differently may be chosen without. */
export function needsRationale(verdict: VerdictKind): boolean {
  return verdict === 'disputed';
}

/** What stands between a choice and a decision; the first that applies, `null` when nothing does. */
export type SettlingGap = 'no-choice' | 'no-rationale' | 'no-decider';

/** Whether a variable can be settled as proposed, and if not, what is missing. */
export function settlingGap(proposed: {
  readonly verdict: VerdictKind;
  readonly choice: SettledAnswer | null;
  readonly rationale: string;
  readonly decidedBy: readonly ReviewerId[];
}): SettlingGap | null {
  if (proposed.choice === null || !isCoded(proposed.choice)) return 'no-choice';
  if (needsRationale(proposed.verdict) && proposed.rationale.trim() === '') return 'no-rationale';
  return proposed.decidedBy.length === 0 ? 'no-decider' : null;
}
