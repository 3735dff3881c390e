import { nominal } from './krippendorff';
import { percentAgreement } from './percent-agreement';

/**
 * Gwet's AC1 (Gwet, Computing inter-rater reliability and its variance in the presence of high
 * agreement, 2008; for gaps: Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 5).
 *
 * `categories` is the codebook's full list, not only those that were chosen: what is expected by
 * chance depends on how many there are to choose from. `null` when no unit has two answers, or
 * there are fewer than two categories.
 */
export function gwetAC1<T>(
  units: readonly (readonly T[])[],
  categories: readonly T[],
): number | null {
  const agreed = percentAgreement(units, nominal);
  if (agreed === null || categories.length < 2) return null;
  const rated = units.filter((unit) => unit.length > 0);
  const chance = categories
    .map((category) => {
      const shares = rated.map(
        (unit) => unit.filter((answer) => answer === category).length / unit.length,
      );
      const share = shares.reduce((sum, each) => sum + each, 0) / rated.length;
      return (share * (1 - share)) / (categories.length - 1);
    })
    .reduce((sum, each) => sum + each, 0);
  return (agreed - chance) / (1 - chance);
}
