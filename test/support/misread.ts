import type { Random } from '../../scripts/sample/random';

/** What a character recogniser makes of letters: seen in scanned minutes. */
const misread: Readonly<Record<string, readonly string[]>> = {
  m: ['rn'],
  l: ['1', 'I'],
  i: ['í', 'l'],
  å: ['a', 'ä'],
  ä: ['a', 'å'],
  ö: ['o', '6'],
  é: ['e'],
  O: ['0'],
  S: ['5'],
  B: ['8'],
  '0': ['O'],
  '1': ['l'],
  '§': ['$'],
  g: ['q'],
  e: ['c'],
  t: ['f'],
};

/**
 * Text as somebody's character recogniser left it, differently each time, the same for the same seed:
 * letters taken for others or lost, words broken. Level 2 is a good scan, 3 a poor one.
 */
export function misreadText(text: string, random: Random, level: 2 | 3): string {
  const rate = level === 2 ? 0.006 : 0.022;
  const letters = [...text].map((letter) => {
    const options = misread[letter];
    const own = rate * (options === undefined ? 0.25 : 3);
    if (options !== undefined && random.chance(own)) return random.pick(options);
    if (/\p{L}/u.test(letter) && random.chance(own * 0.2)) return '';
    return letter;
  });
  return letters
    .join('')
    .replace(/ /g, () => (random.chance(rate * 2) ? '  ' : ' '))
    .replace(/\p{Ll}{10,}/gu, (word) =>
      random.chance(rate * 3) ? `${word.slice(0, 5)}- ${word.slice(5)}` : word,
    );
}
