import type { Block, DocumentModel } from './blocks';
import type { Random } from './random';
import type { RichText } from './rich-text';
import { mapRich } from './rich-text';
import type { NoiseLevel } from './truth';

/** What happens to text on its way from an office to an archive. Level 0 changes nothing. */
export type Distort = (marked: string) => RichText;

/** Spelling slips and variants that people make; at most one in a text. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\bkommunen\b/, 'kommmunen'],
  [/Idéburet offentligt/, 'Idéburet-offentligt'],
  [/idéburet offentligt/, 'ideburet offentligt'],
  [/\btill exempel\b/, 't ex'],
  [/\bsamt\b/, 'smat'],
  [/\btillsammans\b/, 'tillsamans'],
  [/\bverksamheten\b/, 'verksamhetetn'],
  [/\bstyrgruppen\b/, 'styrgrupen'],
  [/\bansvarar\b/, 'ansvarrar'],
];

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

/** A function that spoils one text after another, differently each time, the same for the same seed. */
export function distorter(level: NoiseLevel, random: Random): Distort {
  if (level === 0) return (marked) => mapRich(marked, (text) => text);
  if (level === 1)
    return (marked) => mapRich(marked, (text, states) => careless(text, states, random));
  const rate = level === 2 ? 0.006 : 0.022;
  return (marked) => mapRich(marked, (text, states) => scan(text, states, rate, random));
}

function careless(text: string, states: boolean, random: Random): string {
  let changed = text.replace(/ /g, () => (random.chance(0.012) ? '  ' : ' '));
  if (states) return changed;
  changed = changed.replace(/\p{Ll}{9,}/gu, (word) =>
    random.chance(0.06) ? `${word.slice(0, 5)}\u00ad${word.slice(5)}` : word,
  );
  if (random.chance(0.12)) {
    const [pattern, slip] = random.pick(slips);
    changed = changed.replace(pattern, slip);
  }
  return changed;
}

function scan(text: string, states: boolean, rate: number, random: Random): string {
  // Figures that state a fact are read wrongly less often: a truth nobody could read is no test.
  const spared = states ? 0.25 : 1;
  const letters = [...text].map((letter) => {
    const options = misread[letter];
    const own = rate * (options === undefined ? 0.25 : 3) * spared;
    if (options !== undefined && random.chance(own)) return random.pick(options);
    if (/\p{L}/u.test(letter) && random.chance(own * 0.2)) return '';
    return letter;
  });
  return letters
    .join('')
    .replace(/ /g, () => (random.chance(rate * 2) ? '  ' : ' '))
    .replace(/\p{Ll}{10,}/gu, (word) =>
      !states && random.chance(rate * 3) ? `${word.slice(0, 5)}- ${word.slice(5)}` : word,
    );
}

/**
 * The document with characters that its encoding lacks written in others, as a plain export does.
 * Works on marked text, so that what is quoted is what stands there.
 */
export function toLatin1(model: DocumentModel): DocumentModel {
  const plainLetters = (text: string): string =>
    text
      .replace(/[–—]/g, '-')
      .replace(/[”“]/g, '"')
      .replace(/’/g, "'")
      .replace(/•/g, '*')
      .replace(/…/g, '...');
  return mapTexts(model, plainLetters);
}

/** The same document with every text of its blocks changed. */
export function mapTexts(model: DocumentModel, change: (text: string) => string): DocumentModel {
  const block = (each: Block): Block => {
    switch (each.kind) {
      case 'title':
        return { ...each, lines: each.lines.map(change) };
      case 'heading':
        return { ...each, text: change(each.text) };
      case 'paragraph':
        return {
          ...each,
          text: change(each.text),
          ...(each.lead === undefined ? {} : { lead: change(each.lead) }),
        };
      case 'list':
        return { ...each, items: each.items.map(change) };
      case 'table':
        return {
          ...each,
          header: each.header?.map(change) ?? null,
          rows: each.rows.map((row) => row.map(change)),
        };
      case 'fields':
        return {
          ...each,
          rows: each.rows.map(([label, value]) => [change(label), change(value)] as const),
        };
      case 'signatures':
        return {
          ...each,
          parties: each.parties.map((party) => ({
            ...party,
            party: change(party.party),
            name: change(party.name),
            role: change(party.role),
            placeAndDate: party.placeAndDate === null ? null : change(party.placeAndDate),
          })),
        };
      case 'cover':
        return {
          ...each,
          cover: {
            overline: change(each.cover.overline),
            title: change(each.cover.title),
            subtitle: change(each.cover.subtitle),
            parties: each.cover.parties.map(change),
            lines: each.cover.lines.map(change),
          },
        };
      case 'page-break':
        return each;
    }
  };
  return { ...model, blocks: model.blocks.map(block) };
}
