/** Numbers and lengths of time in Swedish words. */

const words: Readonly<Record<string, number>> = {
  en: 1,
  ett: 1,
  två: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  åtta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  arton: 18,
  tjugofyra: 24,
  trettiosex: 36,
};

const numberWord = `(?:en|[ec]tt|ett|tv[åaä]|tre|trc|fyra|tyra|f[ec]m|s[ec]x|[5]ex|sju|[åaä]tta|nio|n[íl1]o|tio|elva|tolv|to1v|arton|tjugofyra|trettiosex)`;

/** `tre (3) månaders`, `12 mån`, `två år`: as the source of an expression with number and unit as groups. */
const LENGTH = `(?<![\\p{L}\\d])(\\d{1,2}|${numberWord})[ \\n]?(?:\\(\\d{1,2}\\)[ \\n]?)?[ \\n]?(m[åaä]n(?:ad(?:er)?s?)?|rn[åaä]nad(?:er)?s?|[åaä]rs?)(?![\\p{L}\\d])`;

/** A number as digits or as a word, also misread; `null` when it is none. */
export function readNumber(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  const plain = text.toLowerCase();
  const exact = words[plain];
  if (exact !== undefined) return exact;
  const level = (word: string) =>
    word
      .replace(/[åä]/g, 'a')
      .replace(/[1lí]/g, 'i')
      .replace(/c/g, 'e')
      .replace(/5/g, 's')
      .replace(/f/g, 't');
  const match = Object.entries(words).find(([word]) => level(word) === level(plain));
  return match?.[1] ?? null;
}

/** Months that a match of `LENGTH` says, or `null`. */
function monthsOf(number: string | undefined, unit: string | undefined): number | null {
  const count = readNumber(number ?? '');
  if (count === null || count < 1) return null;
  const months = /^[åaä]r/i.test(unit ?? '') ? count * 12 : count;
  return months <= 1200 ? months : null;
}

/** A length of time in the text, with where it stands. */
export interface LengthMention {
  readonly start: number;
  readonly end: number;
  readonly months: number;
}

const lengths = new RegExp(LENGTH, 'giu');
/** *treårigt*, *3-årig*, *tvåårsperiod*, *ettårsavtal*. */
const compound = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2}|${numberWord})[ -]?[åaä]r(?:ig(?:t|a)?|s(?:period|avtal)\\p{L}{0,3})(?!\\p{L})`,
  'giu',
);

/** Every length in months or years that the text names, in order; *årsvis* and *år för år* are a year. */
export function lengthMentions(text: string): LengthMention[] {
  const found: LengthMention[] = [];
  for (const match of text.matchAll(lengths)) {
    const months = monthsOf(match[1], match[2]);
    if (months !== null) {
      found.push({ start: match.index, end: match.index + match[0].length, months });
    }
  }
  const yearly =
    /(?<!\p{L})(?:[åaä]rsvis|[åaä]r[ \n]f[öo6]r[ \n][åaä]r|(?:ett )?kalender[åaä]r i s[äaå]nder)(?!\p{L})/giu;
  for (const match of text.matchAll(yearly)) {
    found.push({ start: match.index, end: match.index + match[0].length, months: 12 });
  }
  for (const match of text.matchAll(compound)) {
    const months = monthsOf(match[1], 'år');
    if (months !== null) {
      found.push({ start: match.index, end: match.index + match[0].length, months });
    }
  }
  const half = /(?<!\p{L})(?:ett[ \n])?halv[åaä]r(?!\p{L})/giu;
  for (const match of text.matchAll(half)) {
    found.push({ start: match.index, end: match.index + match[0].length, months: 6 });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The last day of a term of so many months: 2023-01-01 and 36 months end 2025-12-31. `null` unless a day. */
export function endAfterMonths(start: string, months: number): string | null {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(start) ?? [];
  if (y === undefined) return null;
  const day = new Date(Date.UTC(Number(y), Number(m) - 1 + months, Number(d) - 1));
  return day.toISOString().slice(0, 10);
}
