import { type PartialDate, parsePartialDate } from '../partial-date';
import { editDistance, skeleton } from './ocr';
import { plainDigits } from './organisation-number';

/** A date in running text. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly date: PartialDate;
  /** Six digits and bare years are so many things that only their surroundings make them dates. */
  readonly form: 'full' | 'six-digits' | 'month' | 'year';
  readonly misread: boolean;
}

const D = '[0-9OolIí|]';
const before = '(?<![\\p{L}\\d.:/§]|[\\p{L}\\d]-)';
const after = `(?![\\p{L}\\d]|[-:/.]\\d)`;
const months =
  'januari februari mars april maj juni juli augusti september oktober november december'.split(
    ' ',
  );
const monthSkeletons = months.map(skeleton);

const isoDate = new RegExp(
  `${before}(${D}{4})[ ]?[-–—./][ ]?(${D}{1,2})[ ]?[-–—./][ ]?(${D}{1,2})${after}`,
  'gu',
);
const namedDate = new RegExp(
  `(?<![\\p{L}\\d.:/])(${D}{1,2})(?::?e|:a)?[ \\n.]{1,2}([\\p{L}1|]{3,10})\\.?,?[ \\n](${D}{4})${after}`,
  'gu',
);
const slashDate = new RegExp(`${before}(${D}{1,2})/(${D}{1,2})[ \\n-](${D}{4})${after}`, 'gu');
const dottedDate = new RegExp(`${before}(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})${after}`, 'gu');
const compactDate = new RegExp(`${before}((?:19|20)${D}{2})(${D}{2})(${D}{2})${after}`, 'gu');
const shortDate = new RegExp(`${before}(${D}{2})(${D}{2})(${D}{2})${after}`, 'gu');
/** The letters that months begin with, and what a recogniser makes of them. */
const monthAndYear = new RegExp(
  `(?<![\\p{L}\\d])([JFMASONDjfmasondilr1|0][\\p{L}1|]{2,9})\\.?[ \\n](${D}{4})${after}`,
  'gu',
);
const schoolYear =
  /(?<=(?:l[äa]s[åa]r|s[äa]song|verksamhets[åa]r)(?:et|en)?[ \n])((?:19|20)\d{2})(?=\/\d{2}(?!\d))/giu;
const bareYear = new RegExp(`${before}((?:19|2[0Oo])${D}{2})${after}`, 'gu');
/** `2023-2025` with a hyphen, which elsewhere makes a number of two. */
const years =
  /(?<![\p{L}\d.:/§]|[\p{L}\d]-)((?:19|20)\d{2})-((?:19|20)\d{2})(?![\p{L}\d]|[-:/.]\d)/gu;
/** `1 januari–31 december 2025`: the year stands once. */
const sharedYear = new RegExp(
  `(?<![\\p{L}\\d.:/])(\\d{1,2}) (\\p{L}{3,10})(?=(?: ?[-–—] ?| till | till och med | t\\.?o\\.?m\\.? | och )(?:den )?\\d{1,2} \\p{L}{3,10} (\\d{4})(?!\\d))`,
  'gu',
);

/** Every date in the text, in order; where two readings overlap, the longer. */
export function dateMentions(original: string): DateMention[] {
  const text = nearFigures(original);
  const found: DateMention[] = [];
  const take = (
    match: RegExpExecArray,
    form: DateMention['form'],
    year: string,
    month: string | null,
    day: string | null,
  ) => {
    const written = [year, month, day].filter((part) => part !== null);
    // A word can look like digits; real digits must outweigh.
    if (written.join('').replace(/\D/g, '').length * 2 < written.join('').length) return;
    const plain = written.map(plainDigits);
    const date = parsePartialDate(
      plain.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-'),
    );
    if (date === null || !/^(?:19[5-9]|20)/.test(date)) return;
    const misread = plain.join() !== written.join();
    found.push({ start: match.index, end: match.index + match[0].length, date, form, misread });
  };
  for (const match of text.matchAll(isoDate)) {
    take(match, 'full', match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  for (const match of text.matchAll(namedDate)) {
    const month = monthNumber(match[2] ?? '');
    if (month !== null) take(match, 'full', match[3] ?? '', month, match[1] ?? '');
  }
  for (const match of text.matchAll(slashDate)) {
    take(match, 'full', match[3] ?? '', match[2] ?? '', match[1] ?? '');
  }
  for (const match of text.matchAll(dottedDate)) {
    take(match, 'full', match[3] ?? '', match[2] ?? '', match[1] ?? '');
  }
  for (const match of text.matchAll(compactDate)) {
    take(match, 'full', match[1] ?? '', match[2] ?? '', match[3] ?? '');
  }
  for (const match of text.matchAll(shortDate)) {
    take(match, 'six-digits', `20${match[1] ?? ''}`, match[2] ?? '', match[3] ?? '');
  }
  for (const match of text.matchAll(monthAndYear)) {
    const month = monthNumber(match[1] ?? '');
    if (month !== null) take(match, 'month', match[2] ?? '', month, null);
  }
  for (const match of text.matchAll(sharedYear)) {
    const month = monthNumber(match[2] ?? '');
    if (month !== null) take(match, 'full', match[3] ?? '', month, match[1] ?? '');
  }
  for (const match of text.matchAll(years)) {
    const [, first = '', last = ''] = match;
    if (last <= first) continue;
    for (const [year, at] of [
      [first, match.index],
      [last, match.index + 5],
    ] as const) {
      const date = parsePartialDate(year);
      if (date !== null) found.push({ start: at, end: at + 4, date, form: 'year', misread: false });
    }
  }
  for (const match of text.matchAll(bareYear)) take(match, 'year', match[1] ?? '', null, null);
  for (const match of text.matchAll(schoolYear)) take(match, 'year', match[1] ?? '', null, null);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DateMention[] = [];
  for (const mention of found) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.end - mention.start > last.end - last.start) kept[kept.length - 1] = mention;
  }
  return kept;
}

/** The text with spaces for every line that has no figure in it or beside it: no date can stand there. */
function nearFigures(text: string): string {
  const lines = text.split('\n');
  const has = lines.map((line) => /\d/.test(line));
  return lines
    .map((line, at) => (has[at] || has[at - 1] || has[at + 1] ? line : ' '.repeat(line.length)))
    .join('\n');
}

/** The number of a month, `01` to `12`, also abbreviated or with a wrong letter; `null` for another word. */
export function monthNumber(word: string): string | null {
  const wanted = skeleton(word);
  let best: { at: number; distance: number } | null = null;
  for (const [at, month] of monthSkeletons.entries()) {
    const short = wanted.length >= 3 && wanted.length <= 4 && month.startsWith(wanted);
    const slips = wanted.length >= 7 ? 2 : wanted.length >= 5 ? 1 : 0;
    const distance = short ? 0 : editDistance(wanted, month, slips);
    if (distance <= slips && (best === null || distance < best.distance)) best = { at, distance };
  }
  return best === null ? null : String(best.at + 1).padStart(2, '0');
}
