/** An agreement's number as it is shown in lists: `0042`. */
export function fourDigits(number: number | null): string {
  return String(number ?? 0).padStart(4, '0');
}
