/** How the items of a list are counted, named as in HTML. */
export type Counting = '1' | 'a' | 'A' | 'i' | 'I';

/** Bullets by depth, from 1. */
export function bulletFor(depth: number): string {
  return ['•', '–', '▪'][(Math.max(1, depth) - 1) % 3] ?? '•';
}

/** A number as lists write it: 3, c, C, iii or III. Beyond what letters or numerals can tell, as digits. */
export function countedAs(counting: Counting, number: number): string {
  if (number < 1 || !Number.isInteger(number)) return String(number);
  switch (counting) {
    case '1':
      return String(number);
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
  }
}

/** a … z, aa, ab …, as word processors count. */
function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCodePoint(97 + ((rest - 1) % 26)) + text;
  }
  return text;
}

const numerals: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  if (number > 3999) return String(number);
  let rest = number;
  let text = '';
  for (const [value, numeral] of numerals) {
    while (rest >= value) {
      text += numeral;
      rest -= value;
    }
  }
  return text;
}
