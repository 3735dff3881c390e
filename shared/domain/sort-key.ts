/**
 * Texts as a store that knows only bytes can search and sort them: both are computed once and kept
 * beside the name.
 */

/** Text to search in and to search for: lower case, with å, ä and ö as one character each. */
export function foldForSearch(text: string): string {
  return text.toLowerCase().normalize('NFC');
}

/**
 * What the Swedish alphabet (CLDR's root order with å, ä and ö last) tells apart, in order. Fewer
 * than 95, so that each has a printable ASCII character for its place.
 */
const ALPHABET = ' _-–,;:!?.…\'’"”()[]{}§@*/\\&#%`^+<=>|~$€0123456789abcdefghijklmnopqrstuvwxyzåäö';
const places = new Map(
  Array.from(ALPHABET, (character, at) => [character, String.fromCharCode(0x20 + at)]),
);
/** Comes after every place, so that what is in no alphabet of ours is last. */
const OTHER = '\u007f';
/** Comes before every place, so that a name comes before those that go on. */
const END = '\u0001';

/** Letters that the Swedish alphabet takes for others. */
const takenFor: Readonly<Record<string, string>> = {
  ü: 'y',
  æ: 'ä',
  ø: 'ö',
  œ: 'ö',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
};

/** More digits than any file name has; longer numbers are taken to have this many. */
const MOST_DIGITS = 1000;

/**
 * A key by which texts stand in Swedish order when their keys are compared byte by byte as UTF-8:
 * å, ä and ö after z, other accents only where nothing else tells two names apart, runs of digits by
 * their number, and no difference of case.
 *
 * The same key may belong to two texts, `01` and `1` for one; another column has to tell them apart.
 */
export function swedishSortKey(text: string): string {
  let letters = '';
  let accents = '';
  for (const [part] of foldForSearch(text).matchAll(/[0-9]+|[^]/gu)) {
    const place = /^[0-9]/.test(part) ? numberPlace(part) : letterPlace(part);
    letters += place;
    accents += isAccented(part) ? part : place;
  }
  return accents === letters ? letters : `${letters}${END}${accents}`;
}

/** How many digits, then the digits: a number with more of them is the greater one. */
function numberPlace(digits: string): string {
  const significant = digits.replace(/^0+/, '');
  const count = Math.min(significant.length, MOST_DIGITS);
  return `${placeOf('0')}${String.fromCharCode(0x20 + count)}${significant}`;
}

function letterPlace(character: string): string {
  return Array.from(takenFor[character] ?? character, placeOf).join('');
}

function placeOf(character: string): string {
  const known = places.get(character);
  if (known !== undefined) return known;
  if (/\s/u.test(character)) return placeOf(' ');
  // What is not seen does not sort.
  if (/[\p{Cc}\p{Cf}\p{M}]/u.test(character)) return '';
  const base = character.normalize('NFD').replace(/\p{M}/gu, '');
  return base !== character && base !== '' ? letterPlace(base) : `${OTHER}${character}`;
}

function isAccented(character: string): boolean {
  return (
    !places.has(character) &&
    (Object.hasOwn(takenFor, character) || character.normalize('NFD') !== character)
  );
}
