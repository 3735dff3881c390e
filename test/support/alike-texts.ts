import type { Random } from '../../scripts/sample/random';
import { misreadText } from './misread';

/** Texts that are alike in the ways that agreements are, always the same for the same seed. */

const SYLLABLES = [
  'för',
  'vin',
  'sam',
  'tal',
  'kom',
  'mun',
  'ar',
  'be',
  'sön',
  'lig',
  'het',
  'stå',
  'vär',
  'ken',
  'ti',
  'de',
  'rik',
  'äng',
];

/** A word that looks like Swedish. */
function aWord(random: Random): string {
  return Array.from({ length: random.int(1, 4) }, () => random.pick(SYLLABLES)).join('');
}

/** Sentences of invented words. */
export function someText(random: Random, words: number): string {
  let text = '';
  for (let at = 0; at < words; at += 1) {
    const word = aWord(random);
    const begins = at === 0 || /[.]\s$/.test(text);
    text += `${begins ? word.charAt(0).toUpperCase() + word.slice(1) : word}${random.chance(0.08) ? '. ' : ' '}`;
  }
  return `${text.trim()}.`;
}

/** The clauses of a template with places to fill in. */
export function aTemplate(random: Random, clauses = 14, wordsEach = 45): string[] {
  return Array.from({ length: clauses }, (_, at) => `${at + 1}. ${someText(random, wordsEach)}`);
}

interface Filling {
  readonly association: string;
  readonly number: string;
  readonly start: string;
  readonly sum: string;
  /** What this agreement alone is about. */
  readonly own: string;
}

export function aFilling(random: Random, ownWords = 150): Filling {
  const name = (): string => {
    const word = aWord(random) + aWord(random);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return {
    association: `${name()} ${name()}`,
    number: `${random.int(800_000, 899_999)}-${random.int(1000, 9999)}`,
    start: `${random.int(2015, 2025)}-0${random.int(1, 9)}-01`,
    sum: `${random.int(100, 900)} 000`,
    own: someText(random, ownWords),
  };
}

/** An agreement from the template: what is filled in stands in many of its clauses. */
export function filledIn(template: readonly string[], filling: Filling): string {
  const { association, number, start, sum, own } = filling;
  return [
    `Avtal mellan kommunen och föreningen ${association}, organisationsnummer ${number}.`,
    ...template.map((clause, at) =>
      at % 3 === 0 ? `${clause} Detta åligger föreningen ${association} enligt avtalet.` : clause,
    ),
    `Avtalet gäller från ${start}. Bidraget är ${sum} kronor om året till ${association}.`,
    own,
  ].join('\n\n');
}

/** The same text as it comes from a scanner, with running heads. */
export function scanned(text: string, random: Random, level: 2 | 3 = 3): string {
  return misreadText(text, random, level);
}
