import type { AgreementStage, VerdictKind } from './views';

/** Variables of an agreement whose codings may be seen, counted by what they still need. */
interface OpenCounts {
  /** Disputed and without a decision. */
  readonly disputed: number;
  /** Texts that differ, or answered by one reader only: not a disagreement, yet somebody must choose. */
  readonly differing: number;
  /** Agreed, awaiting the one step that settles them. */
  readonly agreedOpen: number;
  readonly settled: number;
}

/** Counts verdicts by what they still need. */
export function openCounts(
  verdicts: readonly { verdict: VerdictKind; settled: boolean }[],
): OpenCounts {
  const open = verdicts.filter((each) => !each.settled);
  const count = (...kinds: VerdictKind[]) =>
    open.filter((each) => kinds.includes(each.verdict)).length;
  return {
    disputed: count('disputed'),
    differing: count('text-differs', 'single'),
    agreedOpen: count('agreed'),
    settled: verdicts.length - open.length,
  };
}

/**
 * How far an agreement has come. Settled means that every variable that anybody answered has a
 * decision; one that nobody answered needs none.
 */
export function stageOf(state: {
  started: boolean;
  revealed: boolean;
  counts: OpenCounts;
}): AgreementStage {
  if (!state.revealed) return state.started ? 'coding' : 'uncoded';
  const { disputed, differing, agreedOpen } = state.counts;
  return disputed + differing + agreedOpen === 0 ? 'settled' : 'to-settle';
}
