/**
 * Reading in spite of a character recogniser: letters that it takes for each other are taken for
 * one, both in the words that are looked for and in the names that are compared.
 */

const alike: Readonly<Record<string, string>> = {
  a: '[aàáåä4]',
  b: '[b8]',
  c: '[ce]',
  e: '[ecé]',
  f: '[ft]',
  g: '[gq]',
  i: '[ií1l|]',
  l: '[l1i|]',
  m: '(?:m{1,3}|rn)',
  n: '[n]',
  o: '[o0ö]',
  s: '[s5$]',
  t: '[tf]',
  å: '[åaä]',
  ä: '[äaå]',
  ö: '[öo6]',
  '.': '\\.?',
  ' ': '[ \\n]?',
};

/** Longer words bear one wrong letter more: spaces between words may be lost or doubled by a line break. */
function pattern(words: string): string {
  return [...words.replace(/ /g, '\u0001')]
    .map((letter) => (letter === '\u0001' ? '[ \\n]' : (alike[letter] ?? escaped(letter))))
    .join('');
}

const escaped = (letter: string): string => letter.replace(/[\\^$*+?()[\]{}|/-]/g, '\\$&');

/**
 * The source of an expression that finds any of the phrases as whole words, also misread; for use
 * with the flags `iu`. `~` stands for any ending of the word, `.` for a full stop that may be missing.
 */
export function phrases(...wanted: readonly string[]): string {
  const each = wanted.map((words) => {
    const open = words.endsWith('~');
    return pattern(open ? words.slice(0, -1) : words) + (open ? '\\p{L}{0,24}' : '');
  });
  return `(?<![\\p{L}\\d])(?:${each.join('|')})(?![\\p{L}\\d])`;
}

/** An expression over `phrases`, flags `iu` and those given. */
export function anyOf(...wanted: readonly string[]): RegExp {
  return new RegExp(phrases(...wanted), 'iu');
}

/** Whether two words are one with a letter lost, added or misread. */
export function differsLittle(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short[head] === long[head]) head += 1;
  let tail = 0;
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail += 1;
  return long.length - head - tail <= 1;
}

/** Whether two names are one with letters misread: at most one in four of each word, and no figure. */
export function isMisread(one: string, two: string): boolean {
  if (!sameFigures(one, two)) return false;
  const [words, others] = [skeleton(one).split(' '), skeleton(two).split(' ')];
  return words.join('').length >= 8 && areAlike(words, others);
}

/** Whether a name is the first or the last words of a longer one, misread or not. */
export function isMisreadPart(part: string, whole: string): boolean {
  const [words, others] = [skeleton(part).split(' '), skeleton(whole).split(' ')];
  if (words.length >= others.length || words.join('').length < 6) return false;
  return (
    areAlike(words, others.slice(0, words.length)) || areAlike(words, others.slice(-words.length))
  );
}

const areAlike = (words: readonly string[], others: readonly string[]): boolean =>
  words.length === others.length &&
  words.every((word, at) => {
    const other = others[at] ?? '';
    const most = Math.floor(Math.max(word.length, other.length) / 4);
    return word === other || editDistance(word, other, most) <= most;
  });

/** Whether two names have the same figures: *avdelning 71* is not *avdelning 72*. */
export function sameFigures(one: string, two: string): boolean {
  const figures = (name: string) => name.replace(/\D+/g, ' ').trim();
  return figures(one) === figures(two);
}

/** Levenshtein's distance of two short words; more than `limit` as soon as that is sure. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * What a written name shares with its misread and misspelt forms: without case and marks, and with
 * letters that look alike levelled. Two names with one skeleton need not be the same name.
 */
export function skeleton(text: string): string {
  const plain = text.slice(0, 400).toLowerCase().normalize('NFD').replace(MARKS, '');
  return OTHER_LETTERS.test(plain) ? levelledSlowly(plain) : levelled(plain);
}

const MARKS = /[\p{M}\u00ad]/gu;
/** What `levelled` does not know: letters and signs beyond those of ASCII. */
const OTHER_LETTERS = /[^\0-\u007f]/u;

function levelledSlowly(plain: string): string {
  return plain
    .replace(/rn/g, 'm')
    .replace(/m{2,}/g, 'm')
    .replace(/[1l|!í]/g, 'i')
    .replace(/[06]/g, 'o')
    .replace(/[5$]/g, 's')
    .replace(/8/g, 'b')
    .replace(/q/g, 'g')
    .replace(/c/g, 'e')
    .replace(/f/g, 't')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** What each character of ASCII becomes; a space for what is neither a letter nor a digit. */
const LEVELS: readonly string[] = Array.from(
  { length: 0x80 },
  (_, code) => levelledSlowly(String.fromCodePoint(code)) || ' ',
);

/** The same as `levelledSlowly`, in one go: names are compared by the thousand. */
function levelled(plain: string): string {
  let written = '';
  let last = ' ';
  for (let at = 0; at < plain.length; at += 1) {
    let next = LEVELS[plain.charCodeAt(at)] ?? ' ';
    if (next === 'r' && plain[at + 1] === 'n') {
      next = 'm';
      at += 1;
    }
    if (next === last && (next === ' ' || next === 'm')) continue;
    written += next;
    last = next;
  }
  return last === ' ' ? written.slice(0, -1) : written;
}
