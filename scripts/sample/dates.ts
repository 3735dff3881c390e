/** Calendar days as ISO text and the ways in which Swedish papers write them. */

export type DateStyle = 'iso' | 'long' | 'the-long' | 'slash' | 'compact' | 'short' | 'abbreviated';

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

const parts = (iso: string): [year: number, month: number, day: number] => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return [year, month, day];
};

const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** The day some months later, less one when it is an end: 2023-01-01 and 36 months end 2025-12-31. */
export function endAfter(start: string, count: number): string {
  const [year, month, day] = parts(start);
  return iso(new Date(Date.UTC(year, month - 1 + count, day - 1)));
}

export function addDays(day: string, count: number): string {
  const [year, month, date] = parts(day);
  return iso(new Date(Date.UTC(year, month - 1, date + count)));
}

export function monthName(day: string): string {
  return months[parts(day)[1] - 1] ?? '';
}

/** A day as written: `1 januari 2023`, `1/1 2023`, `230101`. */
export function writeDate(day: string, style: DateStyle): string {
  const [year, month, date] = parts(day);
  const name = months[month - 1] ?? '';
  switch (style) {
    case 'iso':
      return day;
    case 'long':
      return `${date} ${name} ${year}`;
    case 'the-long':
      return `den ${date} ${name} ${year}`;
    case 'slash':
      return `${date}/${month} ${year}`;
    case 'compact':
      return day.replaceAll('-', '');
    case 'short':
      return day.replaceAll('-', '').slice(2);
    case 'abbreviated':
      return `${date} ${name.length > 4 ? `${name.slice(0, 3)}.` : name} ${year}`;
  }
}

const numbers = [
  'noll',
  'en',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
] as const;

/** Twelve months as "ett år", eighteen as "18 månader", three as "tre månader". */
export function writeLength(count: number): string {
  if (count % 12 === 0) {
    const years = count / 12;
    return years === 1 ? 'ett år' : `${numbers[years] ?? years} år`;
  }
  return count === 1 ? 'en månad' : writeMonths(count);
}

export function writeMonths(count: number): string {
  return count === 1 ? 'en månad' : `${numbers[count] ?? count} månader`;
}
