import { z } from 'zod';

/**
 * A date as an agreement states it: a year, a month or a day (ISO 8601 reduced precision,
 * `2024`, `2024-03`, `2024-03-01`). Kept as text, so nothing invents a precision that was not read.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine(isRealDate)
  .brand<'PartialDate'>();
export type PartialDate = z.output<typeof PartialDate>;

export type DatePrecision = 'year' | 'month' | 'day';

/** Year, month or day, by how much of the date is there. */
export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** Reads `2024`, `2024-03` or `2024-03-01`; `null` when it is none of them or no real day. */
export function parsePartialDate(text: string): PartialDate | null {
  const parsed = PartialDate.safeParse(text.trim());
  return parsed.success ? parsed.data : null;
}

/**
 * Reads a date as reviewers type it: ISO, `240101`, `20240101`, `1/3 2024`, `1 mars 2024`,
 * `mars 2024`, `31.12.2024`. Two-digit years are 2000–2069 and 1970–1999. `null` when it is not sure.
 */
export function readTypedDate(text: string): PartialDate | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[–—]/g, '-');
  const iso = parsePartialDate(typed);
  if (iso !== null) return iso;

  const compact = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(typed);
  if (compact) return build(fullYear(compact[1]), Number(compact[2]), Number(compact[3]));

  const loose = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/.exec(typed);
  if (loose) return build(loose[1], Number(loose[2]), loose[3] ? Number(loose[3]) : null);

  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[-/. ]+(\d{4}|\d{2})$/.exec(typed);
  if (dayFirst) return build(fullYear(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));

  const named = /^(?:den )?(?:(\d{1,2})(?::?e|:a)? )?([a-zåäö]+)\.? (\d{4})$/.exec(typed);
  const month = named?.[2] === undefined ? undefined : monthNumber(named[2]);
  if (named && month !== undefined) {
    return build(named[3], month, named[1] ? Number(named[1]) : null);
  }
  return null;
}

/** First day that the date can mean: a start in year precision counts from 1 January (domain rule). */
export function earliestDay(date: PartialDate): string {
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : date.length === 7 ? 3 : 6)}`;
}

/** Last day that the date can mean: an end in year precision counts through 31 December. */
export function latestDay(date: PartialDate): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

/** Equal at the coarser of the two precisions: `2024` and `2024-03-01` are the same date. */
export function sameDate(a: PartialDate, b: PartialDate): boolean {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) === b.slice(0, shared);
}

const months = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');
const monthNames =
  'januari februari mars april maj juni juli augusti september oktober november december'.split(
    ' ',
  );

function monthNumber(name: string): number | undefined {
  const index = monthNames.findIndex((full, at) => name === full || name === months[at]);
  if (index >= 0) return index + 1;
  return name === 'sept' ? 9 : name === 'febr' ? 2 : undefined;
}

function fullYear(digits: string | undefined): string {
  if (digits === undefined) return '';
  if (digits.length === 4) return digits;
  return Number(digits) >= 70 ? `19${digits}` : `20${digits}`;
}

function build(year: string | undefined, month: number, day: number | null): PartialDate | null {
  const two = (n: number) => String(n).padStart(2, '0');
  return parsePartialDate(`${year}-${two(month)}${day === null ? '' : `-${two(day)}`}`);
}

function isRealDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number?, number?];
  if (year < 1800 || year > 2200) return false;
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
