import { Renewal } from './answer';
import { readTypedDate } from './partial-date';

/** The kinds of renewal, in the order of their digit keys. */
export const RENEWAL_KINDS = Renewal.shape.kind.options;

const NO_RENEWAL: Renewal = {
  kind: 'none',
  periodMonths: null,
  noticeMonths: null,
  ceiling: null,
};

/** The renewal with another kind; without renewal there are no lengths. */
export function withKind(before: Renewal | null, kind: Renewal['kind']): Renewal {
  return kind === 'none' ? NO_RENEWAL : { ...(before ?? NO_RENEWAL), kind };
}

/** A number of months from 1 to 1200, also typed as `12 mån` or `2 år`; `null` when it is none. */
export function readTypedMonths(text: string): number | null {
  const pattern = /^(\d{1,4})\s*(mån|månad|månader|m|months?|år|years?)?\.?$/i;
  const [, digits, unit = ''] = pattern.exec(text.trim()) ?? [];
  const months = Number(digits) * (/^(år|y)/i.test(unit) ? 12 : 1);
  return Number.isInteger(months) && months >= 1 && months <= 1200 ? months : null;
}

/** How many times at most, also typed as `2 gånger`, or until when; `null` when it is neither. */
export function readTypedCeiling(text: string): Renewal['ceiling'] {
  const times = /^(\d{1,3})\s*(ggr|gång|gånger|times?)?$/i.exec(text.trim())?.[1];
  if (times !== undefined) return Number(times) >= 1 ? Number(times) : null;
  return readTypedDate(text);
}
