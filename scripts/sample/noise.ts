import type { Block, DocumentModel } from './blocks';
import type { Random } from './random';
import type { RichText } from './rich-text';
import { mapRich, parseRich } from './rich-text';
import type { NoiseLevel } from './truth';

/** What happens to text on its way from an office to an archive. */
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

/**
 * A function that spoils one text after another, differently each time, the same for the same seed.
 * Scans (levels 2 and 3) are printed cleanly: paper, scanner and recogniser do the rest.
 */
export function distorter(level: NoiseLevel, random: Random): Distort {
  if (level !== 1) return parseRich;
  return (marked) => mapRich(marked, (text, states) => careless(text, states, random));
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
