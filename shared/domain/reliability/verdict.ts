import { standingOf } from './thresholds';
import type { Confusion, VariableReliability } from './types';

/**
 * What may be said about a variable's reliability, in one word.
 *
 * The thresholds are held against the interval's lower bound; without an interval nothing is said
 * about them, and the doubts tell why.
 */
export type ReliabilityVerdict =
  | 'reliable'
  | 'tentative'
  | 'insufficient'
  | 'undefined'
  | 'too-few'
  | 'no-interval'
  | 'no-double-coding'
  | 'free-text';

/** The one word; what keeps a figure from being judged comes before how high it is. */
export function verdictOn({ alpha }: Pick<VariableReliability, 'alpha'>): ReliabilityVerdict {
  const has = (doubt: (typeof alpha.doubts)[number]) => alpha.doubts.includes(doubt);
  if (has('free-text')) return 'free-text';
  if (has('no-double-coding')) return 'no-double-coding';
  if (has('no-variation')) return 'undefined';
  if (has('too-few')) return 'too-few';
  const standing = standingOf(alpha);
  return standing === 'unknown' ? 'no-interval' : standing;
}

/** How many pairs of answers differ: everything beside the diagonal, each pair once. */
export function countDiffering({ rows, reviewers }: Confusion): number {
  const beside = rows.flatMap((row, at) => row.filter((_, column) => column !== at));
  const sum = beside.reduce((total, count) => total + count, 0);
  // With more than two reviewers each pair stands in both of its cells.
  return reviewers === null ? sum / 2 : sum;
}
