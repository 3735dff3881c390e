import { nominal } from './krippendorff';
import { percentAgreement } from './percent-agreement';

/**
 * Cohen's κ for two reviewers (Cohen, A coefficient of agreement for nominal scales, 1960): chance
 * from each reviewer's own shares. `null` when there are no pairs, or both gave one and the same
 * answer throughout.
 */
export function cohenKappa<T>(pairs: readonly (readonly [T, T])[]): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const agreed = pairs.filter(([a, b]) => a === b).length / n;
  const chance = [...new Set(pairs.flat())]
    .map((value) => {
      const share = (side: 0 | 1) => pairs.filter((pair) => pair[side] === value).length / n;
      return share(0) * share(1);
    })
    .reduce((sum, each) => sum + each, 0);
  return isOne(chance) ? null : (agreed - chance) / (1 - chance);
}

/**
 * Fleiss' κ (Fleiss, Measuring nominal scale agreement among many raters, 1971): chance from the
 * shares over all reviewers. It is defined for one number of answers in every unit; `null` when they
 * vary, when there are fewer than two, or when no answer varies.
 */
export function fleissKappa<T>(units: readonly (readonly T[])[]): number | null {
  const answers = units.flat();
  const agreed = percentAgreement(units, nominal);
  if (agreed === null || units.some((unit) => unit.length !== units[0]?.length)) return null;
  const chance = [...new Set(answers)]
    .map((value) => answers.filter((answer) => answer === value).length / answers.length)
    .reduce((sum, share) => sum + share ** 2, 0);
  return isOne(chance) ? null : (agreed - chance) / (1 - chance);
}

const isOne = (share: number) => Math.abs(share - 1) < 1e-12;
