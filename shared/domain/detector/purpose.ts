import type { FlatText } from './flat-text';
import { anyOf, phrases } from './ocr';
import { reason, type Reason } from './proposal';
import type { Sentence } from './sentences';

/** A sentence that says what the agreement is for. */
export interface PurposeReading {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Words by which a sentence says what the agreement is for. */
const purposeWords = anyOf(
  'syfte',
  'syftet',
  'syftar till',
  'i syfte att',
  'ändamål',
  'ändamålet',
  'avsikten är',
  'avsikten med',
  'målet är',
  'målet med',
  'målsättningen är',
  'målsättningen med',
  'har som mål',
  'har till mål',
  'vill parterna',
  'vill genom',
  'parterna vill',
  'ska bidra till',
  'skall bidra till',
  'vill parterna bidra till',
  'verka för att',
  'samarbetar för att',
  'samverkar för att',
  'arbetar för att',
  'arbete för att',
  'samarbete för att',
  'gör detta för att',
  'övergripande syfte',
);
/** *Vi som skriver avtalet vill att …*: what a party wants, unless it is to be rid of it. */
const wants = new RegExp(
  `^(?:${phrases('vi', 'parterna', 'kommunen', 'staden', 'regionen', 'nämnden', 'föreningen', 'organisationen')})(?:(?! som vill)[^.]){0,60}?${phrases('vill')}[ \\n](?!${phrases('säga upp', 'avsluta', 'häva', 'frånträda', 'ändra', 'förlänga', 'omförhandla')})`,
  'iu',
);
/** *Parterna ska tillsammans …*: what they do together, save how they govern it. */
const together = new RegExp(
  `${phrases('parterna ska', 'parterna skall', 'ska parterna')}[ \\n]${phrases('tillsammans', 'gemensamt')}[ \\n](?!${phrases('följa', 'utvärdera', 'utse', 'besluta', 'planera', 'ansvara', 'träffas', 'ta')})`,
  'iu',
);
const others = anyOf(
  'syftet med behandlingen',
  'personuppgift~',
  'styrgrupp~',
  'bidraget',
  'uppföljning~',
  'tidigare avtal',
);

/** For each sentence the words by which it says what the agreement is for; `null` where it does not. */
export const purposeWordsOf = (
  flat: FlatText,
  sentences: readonly Sentence[],
): readonly (string | null)[] =>
  sentences.map(({ start, end }) => {
    const text = flat.level.slice(start, Math.min(end, start + 1_500));
    const words = purposeWords.exec(text) ?? wants.exec(text);
    return (
      (words ?? (/tillsam|g[ec]m[ec]n/iu.test(text) ? together.exec(text) : null))?.[0] ?? null
    );
  });

/** Sentences that name the purpose, the likeliest first. `told` as `purposeWordsOf` gives it. */
export function readPurpose(
  flat: FlatText,
  sentences: readonly Sentence[],
  told: readonly (string | null)[],
): PurposeReading[] {
  const found: PurposeReading[] = [];
  const seenIn = new Set<number>();
  for (const [at, { start, end, section }] of sentences.entries()) {
    const text = flat.level.slice(start, end).replace(/\s+/g, ' ').trim();
    if (text.length < 25 || text.length > 1_500 || !/\p{Ll}{3}/u.test(text)) continue;
    if (['annex', 'log', 'signatures'].includes(section.kind)) continue;
    const words = told[at] ?? null;
    const isFirst = section.kind === 'purpose' && !seenIn.has(section.start);
    if (section.kind === 'purpose') seenIn.add(section.start);
    let score = 0;
    const reasons: Reason[] = [];
    if (section.kind === 'purpose') {
      score += 3;
      reasons.push(reason('in-section', section.heading));
    }
    if (words !== null) {
      score += 3;
      reasons.push(reason('purpose-words', words.replace(/\s+/g, ' ').trim()));
    }
    if (isFirst) score += 1;
    if (others.test(text)) score -= 3;
    if (section.kind === 'background' || section.kind === 'goals') score += words === null ? -1 : 0;
    // Where no sentence speaks of a purpose, the first of the goals says it.
    if (section.kind === 'goals' && !seenIn.has(section.start)) score += 4;
    if (section.kind === 'goals') seenIn.add(section.start);
    if (score >= 3) found.push({ start, end, text, score, reasons });
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}
