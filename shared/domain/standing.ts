import type { SettledAnswer } from './answer';
import type { Variable } from './codebook';
import { type Reading, verdictOf } from './disagreement';
import type { ReviewerId } from './ids';
import type { DecisionOrigin, SubmittedAnswer } from './journal';
import type { VerdictKind } from './views';

/** A coding that was handed in, as far as its standing beside others goes. */
export interface HandedIn {
  readonly reviewer: ReviewerId;
  readonly answers: readonly SubmittedAnswer[];
}

/** How a variable stands, and what settling it without anybody choosing would give. */
interface Standing {
  readonly verdict: VerdictKind;
  readonly proposal: SettledAnswer | null;
}

/**
 * How one variable of an agreement stands between the codings that were handed in.
 *
 * In a project that wants one coding there is nothing to compare: the only answer stands as agreed.
 */
export function standingOf(variable: Variable, codings: readonly HandedIn[]): Standing {
  const verdict = verdictOf(variable, answersTo(variable, codings));
  if (verdict.kind === 'single' && codings.length === 1) {
    return { verdict: 'agreed', proposal: bare(verdict.reading.answer) };
  }
  return {
    verdict: verdict.kind,
    proposal: verdict.kind === 'agreed' ? bare(verdict.settled) : null,
  };
}

/**
 * The readings of an agreed variable where they differ in something that is shown without being a
 * disagreement, such as one date being more precise; empty where nothing at all differs.
 */
export function readingsApart(
  variable: Variable,
  codings: readonly HandedIn[],
): Reading<ReviewerId>[] {
  const verdict = verdictOf(variable, answersTo(variable, codings));
  return verdict.kind === 'agreed' && verdict.readings.length > 1 ? verdict.readings : [];
}

/** What each coding says about a variable; `null` where it says nothing. */
export function answersTo(
  variable: Variable,
  codings: readonly HandedIn[],
): { reviewer: ReviewerId; answer: SettledAnswer | null }[] {
  return codings.map(({ reviewer, answers }) => ({
    reviewer,
    answer: answers.find((each) => each.variable === variable.id)?.answer ?? null,
  }));
}

/** Origin of what is settled without anybody choosing. */
export function originOfAgreed(
  codings: number,
): Extract<DecisionOrigin, 'unanimous' | 'single-coded'> {
  return codings === 1 ? 'single-coded' : 'unanimous';
}

function bare({ value, missing }: SettledAnswer): SettledAnswer {
  return { value, missing };
}
