/**
 * MASI distance between two sets (Passonneau, Measuring agreement on set-valued items for semantic
 * and pragmatic annotation, 2006): 1 − J·m, with J the Jaccard index and m = 1 for equal sets, 2/3
 * where one holds the other, 1/3 where they overlap, 0 where they share nothing. Exact fractions.
 *
 * Two empty sets are the same; an empty and another have nothing in common. α with this distance is
 * not to be held against the thresholds for nominal α.
 */
export function masiDistance<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size === 0 && b.size === 0) return 0;
  const shared = [...a].filter((item) => b.has(item)).length;
  if (shared === 0) return 1;
  const jaccard = shared / (a.size + b.size - shared);
  const within = shared === a.size || shared === b.size;
  const monotonicity = jaccard === 1 ? 1 : within ? 2 / 3 : 1 / 3;
  return 1 - jaccard * monotonicity;
}
