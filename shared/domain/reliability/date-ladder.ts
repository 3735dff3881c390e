import { OPEN_ENDED } from '../answer';
import { type PartialDate, sameDate } from '../partial-date';

type LadderValue = PartialDate | typeof OPEN_ENDED;

/**
 * Distance between two dates on the precision ladder: 0 for the same day, 1/3 for the same month,
 * 2/3 for the same year, else 1. What is the same at the coarser of two precisions is the same. An
 * open end is at distance 1 from every date.
 *
 * Steps instead of days, so that one mistyped year does not outweigh everything else.
 */
export function dateLadderDistance(a: LadderValue, b: LadderValue): number {
  if (a === OPEN_ENDED || b === OPEN_ENDED) return a === b ? 0 : 1;
  if (sameDate(a, b)) return 0;
  if (a.slice(0, 4) !== b.slice(0, 4)) return 1;
  return a.slice(0, 7) === b.slice(0, 7) ? 1 / 3 : 2 / 3;
}
