import type { Distance } from './krippendorff';

/**
 * Percent agreement as a share from 0 to 1: in each unit the share of pairs of answers that are the
 * same, and the mean of that over the units. `null` when no unit has two answers.
 */
export function percentAgreement<T>(
  units: readonly (readonly T[])[],
  distance: Distance<T>,
): number | null {
  const paired = units.filter((unit) => unit.length >= 2);
  if (paired.length === 0) return null;
  return paired.reduce((sum, unit) => sum + shareOfPairs(unit, distance), 0) / paired.length;
}

function shareOfPairs<T>(unit: readonly T[], distance: Distance<T>): number {
  let same = 0;
  unit.forEach((a, at) => {
    for (const b of unit.slice(at + 1)) same += distance(a, b) === 0 ? 1 : 0;
  });
  return same / ((unit.length * (unit.length - 1)) / 2);
}
