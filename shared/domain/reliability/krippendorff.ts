/**
 * Krippendorff's α by way of coincidences, for any number of reviewers, gaps, and any distance.
 *
 * α = 1 − Do / De: the mean distance between two answers to the same unit, over the mean distance
 * between any two answers at all (Krippendorff, Content Analysis, 4th ed. 2018, ch. 12; Computing
 * Krippendorff's Alpha-Reliability, 2011).
 */

/** 0 for answers that are the same, 1 for such as have nothing in common; symmetric. */
export type Distance<T> = (a: T, b: T) => number;

/** Equal or not. Two values are equal when they are identical, so objects must be interned. */
export const nominal = <T>(a: T, b: T): number => (a === b ? 0 : 1);

/** Square of the difference (Krippendorff's interval metric); not bounded by 1. */
export const interval = (a: number, b: number): number => (a - b) ** 2;

/** What of the answers α needs, computed once, so that a weighted α costs one pass. */
interface Coincidences {
  /** Units with two answers or more; those with fewer say nothing about agreement. */
  size: number;
  /** α with each unit counted as often as its weight says; `null` when no answer varies. */
  alpha(weights?: ArrayLike<number>): number | null;
}

/** α over units, each the list of its answers; `null` (undefined) when no answer varies. */
export function krippendorffAlpha<T>(
  units: readonly (readonly T[])[],
  distance: Distance<T>,
): number | null {
  return coincidencesOf(units, distance).alpha();
}

/**
 * Prepares α over the units that have two answers or more, in the order given.
 *
 * With m answers in a unit each of its ordered pairs weighs 1/(m − 1). What is expected is
 * n² − Σ nᵥ² − Σ nᵥ nᵥ′ (1 − δ), and only pairs of values that are not wholly unlike each other
 * (δ ≠ 1) are kept for the last sum: few, for all distances but `interval`.
 *
 * They are looked for within blocks: `blockOf` must give two values the same block unless their
 * distance is 1. Without it every value is measured against every other.
 */
export function coincidencesOf<T>(
  units: readonly (readonly T[])[],
  distance: Distance<T>,
  blockOf: (value: T) => string = () => '',
): Coincidences {
  const paired = units.filter((unit) => unit.length >= 2);
  const values = [...new Set(paired.flat())];
  const indexOf = new Map(values.map((value, index) => [value, index]));
  const answers = paired.map((unit) => Int32Array.from(unit, (value) => indexOf.get(value) ?? 0));
  const observed = Float64Array.from(paired, (unit) => distanceWithin(unit, distance));
  const near = distance === nominal ? [] : nearPairs(values, distance, blockOf);
  const counts = new Float64Array(values.length);

  function alpha(weights?: ArrayLike<number>): number | null {
    counts.fill(0);
    let n = 0;
    let disagreement = 0;
    for (let unit = 0; unit < answers.length; unit += 1) {
      const weight = weights?.[unit] ?? 1;
      const given = answers[unit];
      if (weight === 0 || given === undefined) continue;
      n += weight * given.length;
      disagreement += weight * (observed[unit] ?? 0);
      for (const value of given) counts[value] = (counts[value] ?? 0) + weight;
    }
    let expected = n * n;
    for (const count of counts) expected -= count * count;
    for (const { a, b, closeness } of near) {
      expected -= 2 * (counts[a] ?? 0) * (counts[b] ?? 0) * closeness;
    }
    return expected < 1e-9 ? null : 1 - ((n - 1) * disagreement) / expected;
  }

  return { size: paired.length, alpha };
}

function distanceWithin<T>(unit: readonly T[], distance: Distance<T>): number {
  let sum = 0;
  unit.forEach((a, at) => {
    for (const b of unit.slice(at + 1)) sum += 2 * distance(a, b);
  });
  return sum / (unit.length - 1);
}

function nearPairs<T>(values: readonly T[], distance: Distance<T>, blockOf: (value: T) => string) {
  const pairs: { a: number; b: number; closeness: number }[] = [];
  const blocks = new Map<string, number[]>();
  values.forEach((value, b) => {
    const block = blocks.get(blockOf(value)) ?? [];
    for (const a of block) {
      const closeness = 1 - distance(values[a] as T, value);
      if (closeness !== 0) pairs.push({ a, b, closeness });
    }
    block.push(b);
    blocks.set(blockOf(value), block);
  });
  return pairs;
}
