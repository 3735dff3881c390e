import { z } from 'zod';

import { isNearMiss } from './near-miss';
import type { DocumentFacts } from './facts';
import { type Frequencies } from './rarity';
import { hashOf, jaccardOf, overlapOf, sharedOf, type ShingleSet } from './shingles';

/** What is known of a document when it is compared. */
export interface Sketch {
  readonly shingles: ShingleSet;
  readonly facts: DocumentFacts;
}

/** Words under which a document says too little to be compared by its words. */
export const FEWEST_WORDS = 25;

/** How alike two documents are, each figure from 0 to 1 and the same in both directions. */
export const PairFigures = z.object({
  /** Share of all three-word passages that both have (Jaccard). */
  text: z.number(),
  /** The same with what many documents share weighed down. */
  own: z.number(),
  /** Weighed share of the shorter one that stands in the other. */
  within: z.number(),
  /** How far the names in them are the same, common ones weighed down. */
  names: z.number(),
  /** √(own · within), less where the names are others: what pairs are proposed and sorted by. */
  score: z.number(),
});
export type PairFigures = z.output<typeof PairFigures>;

/** Pairs with a lower score are not shown. */
const PROPOSED_FROM = 0.3;
/** Names that overlap less than this belong to other parties. */
const OTHER_PARTIES = 0.45;
/** Texts that overlap more than this are the same whatever the names are. */
const SAME_TEXT = 0.93;

/** `near`: perhaps the same agreement, or another version. `template`: written alike, with other parties. */
type Proposal = 'near' | 'template' | 'none';

/** Compares two documents; `frequencies` tells what is common in the collection. */
export function figuresOf(a: Sketch, b: Sketch, frequencies: Frequencies): PairFigures {
  const plain = sharedOf(a.shingles, b.shingles);
  const weighed = sharedOf(a.shingles, b.shingles, (shingle) => frequencies.weightOf(shingle));
  const own = jaccardOf(weighed);
  const within = overlapOf(weighed);
  const names = namesInCommon(a.facts, b.facts, frequencies);
  const parties = names < OTHER_PARTIES ? names / OTHER_PARTIES : 1;
  const score = Math.sqrt(own * within) * (own > SAME_TEXT ? 1 : parties);
  return { text: jaccardOf(plain), own, within, names, score };
}

/** What a pair is shown as. It is a person who says what it is. */
export function proposalOf({ text, own, names, score }: PairFigures): Proposal {
  if (score >= PROPOSED_FROM) return 'near';
  return text >= PROPOSED_FROM && (own < text || names < OTHER_PARTIES) ? 'template' : 'none';
}

/** The number by which `Frequencies` counts a name, apart from all shingles. */
export function nameKey(folded: string): number {
  return hashOf(folded, 0x6e616d65);
}

/**
 * The weighed overlap of two documents' names: Σ w·min / Σ w·max over how often each stands there, as
 * a share of the document. A name that the scanner misread counts as the same. 1 where either has none.
 */
function namesInCommon(a: DocumentFacts, b: DocumentFacts, frequencies: Frequencies): number {
  if (a.names.length < 2 || b.names.length < 2) return 1;
  const left = new Map(b.names.map((name) => [name.folded, name]));
  const missed: typeof a.names = [];
  let least = 0;
  let most = 0;
  const meet = (folded: string, x: number, y: number): void => {
    const weight = frequencies.weightOf(nameKey(folded));
    const [u, v] = [Math.sqrt(x), Math.sqrt(y)];
    least += weight * Math.min(u, v);
    most += weight * Math.max(u, v);
  };
  for (const name of a.names) {
    const other = left.get(name.folded);
    if (other === undefined) missed.push(name);
    else {
      meet(name.folded, name.count, other.count);
      left.delete(name.folded);
    }
  }
  for (const name of missed) {
    const other = [...left.values()].find(({ folded }) => isNearMiss(folded, name.folded));
    if (other !== undefined) left.delete(other.folded);
    meet(name.folded, name.count, other?.count ?? 0);
  }
  for (const { folded, count } of left.values()) meet(folded, 0, count);
  return most === 0 ? 1 : least / most;
}
