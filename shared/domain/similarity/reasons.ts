import { z } from 'zod';

import type { DocumentFacts } from './facts';
import { isNearMiss } from './near-miss';
import type { PairFigures } from './pair';

/** What speaks for two documents being one agreement, and what against: shown, never acted upon. */
export const PairReason = z.discriminatedUnion('kind', [
  /** How much of the text that is not common in the collection both have. */
  z.object({ kind: z.literal('text'), share: z.number() }),
  /** Most of what they share stands in many other documents too. */
  z.object({ kind: z.literal('common-text') }),
  /** The shorter stands in the longer, which has more besides. */
  z.object({ kind: z.literal('longer'), longer: z.enum(['a', 'b']), times: z.number() }),
  z.object({
    kind: z.enum(['same', 'different']),
    what: z.enum(['organisation', 'date', 'sum', 'case-number', 'name']),
    /** What both have, or what only the first has. */
    a: z.array(z.string()),
    /** What only the second has; empty where they are the same. */
    b: z.array(z.string()),
  }),
]);
export type PairReason = z.output<typeof PairReason>;

/** Things of one kind that are told of. */
const MOST = 4;

/** The reasons of a pair, the weightiest first. */
export function reasonsOf(a: DocumentFacts, b: DocumentFacts, figures: PairFigures): PairReason[] {
  const reasons: PairReason[] = [{ kind: 'text', share: figures.within }];
  const times = Math.max(a.words, b.words) / Math.max(1, Math.min(a.words, b.words));
  if (times >= 1.3) reasons.push({ kind: 'longer', longer: a.words > b.words ? 'a' : 'b', times });
  if (figures.text > 0.2 && figures.own < figures.text * 0.7) reasons.push({ kind: 'common-text' });
  const told = [
    ['organisation', a.organisations, b.organisations],
    ['case-number', a.caseNumbers, b.caseNumbers],
    ['date', a.dates, b.dates],
    ['sum', a.sums, b.sums],
  ] as const;
  for (const [what, ofA, ofB] of told) reasons.push(...compared(what, ofA, ofB));
  if (figures.names < 0.6) {
    const only = (mine: DocumentFacts, other: DocumentFacts): string[] =>
      mine.names
        .filter(({ folded }) => !other.names.some((name) => isNearMiss(name.folded, folded)))
        .slice(0, MOST)
        .map(({ shown }) => shown);
    reasons.push({ kind: 'different', what: 'name', a: only(a, b), b: only(b, a) });
  }
  return reasons;
}

function compared(
  what: 'organisation' | 'date' | 'sum' | 'case-number',
  a: readonly string[],
  b: readonly string[],
): PairReason[] {
  if (a.length === 0 || b.length === 0) return [];
  const onlyA = a.filter((each) => !b.includes(each));
  const onlyB = b.filter((each) => !a.includes(each));
  if (onlyA.length > 0 && onlyB.length > 0) {
    return [{ kind: 'different', what, a: onlyA.slice(0, MOST), b: onlyB.slice(0, MOST) }];
  }
  const both = a.filter((each) => b.includes(each));
  return [{ kind: 'same', what, a: both.slice(0, MOST), b: [] }];
}
