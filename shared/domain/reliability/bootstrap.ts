import { mulberry32 } from '../random';
import { type Steps, toItsEnd } from '../steps';

export const DRAWS = 5000;

interface BootstrapInterval {
  /** `null` when no draw gave a figure. */
  low: number | null;
  high: number | null;
  draws: number;
  /** Draws in which the statistic was undefined; they are left out of the interval and told. */
  undefinedDraws: number;
}

/**
 * 95 % percentile bootstrap: units are drawn with replacement as many times as there are units, the
 * statistic is computed for each draw, and the interval reaches from the 2.5th to the 97.5th
 * percentile (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13; percentiles by
 * linear interpolation, Hyndman & Fan 1996, type 7).
 *
 * `statistic` gets how often each unit was drawn, in an array that is used again for the next draw.
 * The same seed gives the same interval.
 */
export function bootstrapInterval(
  size: number,
  statistic: (weights: ArrayLike<number>) => number | null,
  seed: number,
  draws = DRAWS,
): BootstrapInterval {
  return toItsEnd(bootstrapSteps(size, statistic, seed, draws));
}

/** The same in steps, a draw each. */
export function* bootstrapSteps(
  size: number,
  statistic: (weights: ArrayLike<number>) => number | null,
  seed: number,
  draws: number,
): Steps<BootstrapInterval> {
  const random = mulberry32(seed);
  const weights = new Uint32Array(size);
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    weights.fill(0);
    for (let at = 0; at < size; at += 1) {
      const unit = Math.floor(random() * size);
      weights[unit] = (weights[unit] ?? 0) + 1;
    }
    const figure = statistic(weights);
    if (figure !== null) figures.push(figure);
    yield;
  }
  const sorted = Float64Array.from(figures).sort();
  return {
    low: quantile(sorted, 0.025),
    high: quantile(sorted, 0.975),
    draws,
    undefinedDraws: draws - figures.length,
  };
}

/** Quantile of sorted numbers by linear interpolation; `null` when there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
