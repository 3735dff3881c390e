import { z } from 'zod';

import { readTypedDate } from '../partial-date';
import { isNearMiss } from './near-miss';
import { type Steps, toItsEnd } from '../steps';
import { foldWord } from './words';

/** What tells two agreements from the same template apart. Each list holds a thing once, in order. */
export const DocumentFacts = z.object({
  words: z.int().nonnegative(),
  dates: z.array(z.string()),
  /** Swedish organisation numbers, `NNNNNN-NNNN`. */
  organisations: z.array(z.string()),
  /** Sums in kronor, digits alone. */
  sums: z.array(z.string()),
  caseNumbers: z.array(z.string()),
  /** Words written with a capital inside sentences, as compared, with how often they stand there. */
  names: z.array(z.object({ folded: z.string(), shown: z.string(), count: z.int() })),
});
export type DocumentFacts = z.output<typeof DocumentFacts>;

/** Things kept of each kind; the first ones, which is where an agreement names its parties. */
const MOST = 40;

const MONTHS =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const DATE = new RegExp(
  `\\b(?:\\d{4}-\\d{2}-\\d{2}|(?:den )?\\d{1,2}(?::?e|:a)? (?:${MONTHS}) \\d{4}|\\d{1,2}/\\d{1,2}[- ]\\d{4})\\b`,
  'giu',
);
const ORGANISATION = /(?<![\d-])(\d{6})[-–](\d{4})(?![\d-])/g;
const SUM =
  /(?<![\d.,])(\d{1,3}(?:[ \u00a0.]\d{3})+|\d{4,})(?:,\d\d|:-)? ?(?:kr\b|kronor\b|SEK\b)/giu;
const CASE =
  /(?:\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\.?:?\s*)((?:\p{L}{2,6}[ -]?)?\d{2,4}[-/:. ]{1,3}\d{1,6}(?:[-/:]\d{1,5})?)/giu;
/**
 * A capitalised word that neither begins a line, or a numbered heading, nor follows the end of a
 * sentence; headings in capitals are none.
 */
const NAME =
  /(?<=[^\s.!?:;•*–-][^\S\n])(?<!^[^\S\n]*(?:§[^\S\n]*)?\d+(?:\.\d+)*[^\S\n]+)\p{Lu}\p{Ll}{2,}(?:-\p{Lu}?\p{Ll}+)*(?!\p{L})/gmu;

/** What the fields of a form ask for: on a scan they stand in one line, and are no names of anyone. */
const FIELDS = new Set(
  'adress befattning datum för mellan namn namnförtydligande organisationsnummer ort telefon titel underskrift'
    .split(' ')
    .map(foldWord),
);

/** The facts of a document by the texts of its pages. */
export function factsOf(pages: readonly string[], words: number): DocumentFacts {
  return toItsEnd(factSteps(pages, words));
}

/** The same in steps. */
export function* factSteps(pages: readonly string[], words: number): Steps<DocumentFacts> {
  const text = pages.join('\n');
  const all = (pattern: RegExp, read: (match: RegExpMatchArray) => string | null): string[] => {
    const found = new Set<string>();
    for (const match of text.matchAll(pattern)) {
      const value = read(match);
      if (value !== null) found.add(value);
      if (found.size >= MOST) break;
    }
    return [...found];
  };
  const dates = all(DATE, ([found]) => readTypedDate(found.replace(/\s+/g, ' ')));
  yield;
  const organisations = all(ORGANISATION, ([, first = '', last = '']) => `${first}-${last}`);
  const sums = all(SUM, ([, digits = '']) => digits.replace(/\D/g, ''));
  yield;
  const caseNumbers = all(CASE, ([, number = '']) => caseNumberOf(number));
  yield;
  const names = yield* nameSteps(text);
  return { words, dates, organisations, sums, caseNumbers, names };
}

/** A case number without what offices write in different ways: `SN 2021/0559` is `SN-2021-559`. */
function caseNumberOf(found: string): string {
  return found
    .toUpperCase()
    .split(/[-/:. ]+/)
    .filter((part) => part !== '')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('-');
}

/** Names that are looked at in a step. */
const STEP_NAMES = 200;

function* nameSteps(text: string): Steps<DocumentFacts['names']> {
  let seen = 0;
  const names = new Map<string, { folded: string; shown: string; count: number }>();
  for (const [shown] of text.matchAll(NAME)) {
    const folded = foldWord(shown);
    if (FIELDS.has(folded)) continue;
    const known = names.get(folded);
    if (known === undefined) names.set(folded, { folded, shown, count: 1 });
    else known.count += 1;
    seen += 1;
    if (seen % STEP_NAMES === 0) yield;
  }
  // What the scanner made of a name now and then counts as the name.
  const told: DocumentFacts['names'] = [];
  for (const name of [...names.values()].sort((a, b) => b.count - a.count)) {
    seen += 1;
    if (seen % STEP_NAMES === 0) yield;
    const same = told.find(({ folded }) => isNearMiss(folded, name.folded));
    if (same !== undefined) same.count += name.count;
    else if (told.length < MOST) told.push(name);
  }
  return told;
}
