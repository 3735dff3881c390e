import { diffArrays } from 'diff';

import { firstIndexWhere } from '../first-index';
import { hashOf } from './shingles';

/** A stretch of both word lists: the same words, or others in each other's place. */
export interface Stretch {
  readonly kind: 'same' | 'other';
  readonly a: { readonly from: number; readonly to: number };
  readonly b: { readonly from: number; readonly to: number };
}

/** Words to change between two fixed points beyond which a stretch is told as other, whole. */
const MOST_EDITS = 600;
/** Words on both sides that are looked at between two fixed points. */
const MOST_BETWEEN = 6_000;
/** Words that make a fixed point. */
const ANCHOR_WORDS = 4;
/** The same words in the middle of others are chance when there are fewer of them than this. */
const CHANCE = 3;

/**
 * Aligns two lists of words: the stretches follow each other and cover both lists.
 *
 * Fixed points are passages that stand once in each list, in the order that most of them keep
 * (patience diff, after B. Cohen); between them the shortest change (Myers, 1986) is looked for as
 * far as it is short. So the time is bounded whatever the texts are.
 */
export function alignWords(a: readonly string[], b: readonly string[]): Stretch[] {
  const pieces: Stretch[] = [];
  let atA = 0;
  let atB = 0;
  const between = (toA: number, toB: number): void => {
    pieces.push(...changes(a, b, { from: atA, to: toA }, { from: atB, to: toB }));
  };
  for (const anchor of anchorsOf(a, b)) {
    if (anchor.a < atA || anchor.b < atB) continue;
    between(anchor.a, anchor.b);
    let length = 0;
    while (
      anchor.a + length < a.length &&
      anchor.b + length < b.length &&
      a[anchor.a + length] === b[anchor.b + length]
    ) {
      length += 1;
    }
    atA = anchor.a + length;
    atB = anchor.b + length;
    pieces.push({
      kind: 'same',
      a: { from: anchor.a, to: atA },
      b: { from: anchor.b, to: atB },
    });
  }
  between(a.length, b.length);
  return withoutChance(joined(pieces));
}

/** Passages that stand once in each list, in an order that is rising in both. */
function anchorsOf(a: readonly string[], b: readonly string[]): { a: number; b: number }[] {
  const inA = placesOnce(a);
  const inB = placesOnce(b);
  const pairs: { a: number; b: number }[] = [];
  for (const [key, place] of inA) {
    const other = inB.get(key) ?? -1;
    if (place >= 0 && other >= 0) pairs.push({ a: place, b: other });
  }
  return longestRising(pairs.sort((x, y) => x.a - y.a));
}

/** Where each passage of some words stands; -1 for those that stand more than once. */
function placesOnce(words: readonly string[]): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at + ANCHOR_WORDS <= words.length; at += 1) {
    const key = hashOf(words.slice(at, at + ANCHOR_WORDS).join(' '));
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The longest subsequence whose `b` rises too. (Schensted, 1961) */
function longestRising(pairs: readonly { a: number; b: number }[]): { a: number; b: number }[] {
  const tops: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [at, { b }] of pairs.entries()) {
    const low = firstIndexWhere(tops, (top) => (pairs[top]?.b ?? 0) >= b);
    before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const found: { a: number; b: number }[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair !== undefined) found.push(pair);
  }
  return found.toReversed();
}

type Range = Stretch['a'];

function changes(a: readonly string[], b: readonly string[], inA: Range, inB: Range): Stretch[] {
  const ofA = a.slice(inA.from, inA.to);
  const ofB = b.slice(inB.from, inB.to);
  if (ofA.length === 0 && ofB.length === 0) return [];
  const whole: Stretch[] = [{ kind: 'other', a: inA, b: inB }];
  if (ofA.length === 0 || ofB.length === 0) return whole;
  if (ofA.length + ofB.length > MOST_BETWEEN) return whole;
  // Undefined where more than that would have to be changed.
  const found = diffArrays(ofA, ofB, { maxEditLength: MOST_EDITS });
  if (found === undefined) return whole;
  let atA = inA.from;
  let atB = inB.from;
  return found.map(({ added, removed, count }) => {
    const stretch: Stretch = {
      kind: added || removed ? 'other' : 'same',
      a: { from: atA, to: added ? atA : atA + count },
      b: { from: atB, to: removed ? atB : atB + count },
    };
    atA = stretch.a.to;
    atB = stretch.b.to;
    return stretch;
  });
}

/** Puts neighbours of one kind together. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last?.kind === stretch.kind) {
      result[result.length - 1] = {
        kind: last.kind,
        a: { from: last.a.from, to: stretch.a.to },
        b: { from: last.b.from, to: stretch.b.to },
      };
    } else result.push(stretch);
  }
  return result;
}

const lengthOf = ({ a, b }: Stretch): number => Math.max(a.to - a.from, b.to - b.from);

/** Takes the few words that are the same by chance, between longer ones that are not, for other words. */
function withoutChance(stretches: readonly Stretch[]): Stretch[] {
  return joined(
    stretches.map((stretch, at) => {
      const before = stretches[at - 1];
      const after = stretches[at + 1];
      if (stretch.kind === 'other' || before === undefined || after === undefined) return stretch;
      const length = lengthOf(stretch);
      const isChance = length < CHANCE && lengthOf(before) + lengthOf(after) > length * 4;
      const isReplaced = [before, after].some(
        ({ a, b }) => a.to - a.from > length && b.to - b.from > length,
      );
      return isChance && isReplaced ? { ...stretch, kind: 'other' } : stretch;
    }),
  );
}
