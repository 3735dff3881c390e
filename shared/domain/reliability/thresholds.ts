import type { Figure } from './types';

/** Krippendorff's thresholds for nominal α (Content Analysis, 4th ed. 2018, ch. 12). */
export const RELIABLE = 0.8;
export const TENTATIVE = 0.667;

/**
 * How a coefficient stands against the thresholds, held against the lower bound of its interval.
 * `unknown` where there is no interval. Not for α with a weighted distance such as MASI.
 */
export function standingOf(
  figure: Pick<Figure, 'low'>,
): 'reliable' | 'tentative' | 'insufficient' | 'unknown' {
  if (figure.low === null) return 'unknown';
  if (figure.low >= RELIABLE) return 'reliable';
  return figure.low >= TENTATIVE ? 'tentative' : 'insufficient';
}
