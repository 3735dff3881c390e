import type { FlatText, Line } from './flat-text';
import { differsLittle, skeleton } from './ocr';

type SectionKind =
  | 'start'
  | 'parties'
  | 'background'
  | 'purpose'
  | 'goals'
  | 'target'
  | 'term'
  | 'ending'
  | 'signatures'
  | 'annex'
  | 'log'
  | 'other';

/** A heading with what stands under it. */
export interface Section {
  readonly kind: SectionKind;
  /** As written, without its number. */
  readonly heading: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** How headings over the same thing are worded. */
const headings: Readonly<Record<Exclude<SectionKind, 'start'>, readonly string[]>> = {
  parties: [
    'parter',
    'avtalsparter',
    'samverkande parter',
    'partnerskapets parter',
    'överenskommelsens parter',
    'avtalets parter',
    'parter och organisation',
    'parter och omfattning',
    'samverkansparter',
    'partnerskapets parter och organisation',
  ],
  background: [
    'bakgrund',
    'inledning',
    'bakgrund och utgångspunkter',
    'förutsättningar',
    'bakgrund och syfte',
    'utgångspunkter',
  ],
  purpose: [
    'syfte',
    'syfte och mål',
    'ändamål',
    'partnerskapets syfte',
    'syftet med partnerskapet',
    'avtalets syfte',
    'överenskommelsens syfte',
    'syfte med partnerskapet',
    'syfte och inriktning',
    'syfte och målgrupp',
    'mål och syfte',
    'åtagande',
  ],
  goals: ['mål', 'gemensamma mål', 'målsättning', 'målsättningar'],
  target: [
    'målgrupp',
    'målgrupper',
    'vem partnerskapet vänder sig till',
    'målgrupp och omfattning',
    'vilka partnerskapet vänder sig till',
  ],
  term: [
    'avtalstid',
    'avtalsperiod',
    'giltighetstid',
    'giltighet',
    'avtalets giltighet',
    'avtalets giltighetstid',
    'löptid',
    'tidsperiod',
    'period för överenskommelse',
    'period för överenskommelsen',
    'omfattning och varaktighet',
    'avtals och uppsägningstid',
    'avtalstid och uppsägning',
    'avtalstid och uppsägningstid',
    'giltighetstid och uppsägning',
    'överenskommelsens giltighet',
    'överenskommelsens giltighetstid',
    'partnerskapets giltighetstid',
    'varaktighet',
    'tid för partnerskapet',
    'förlängning',
    'ny avtalsperiod',
    'förlängd giltighetstid',
    'avtalstid och förlängning',
    'giltighetstid och förlängning',
    'avtalstid förlängning och uppsägning',
    'avtalets löptid',
  ],
  ending: [
    'uppsägning',
    'uppsägning och hävning',
    'förtida upphörande',
    'hävning',
    'förtida uppsägning',
    'uppsägning och omförhandling',
  ],
  signatures: [
    'underskrifter',
    'undertecknande',
    'parternas underskrifter',
    'underskrift',
    'signaturer',
    'undertecknas',
  ],
  annex: [],
  /** What closes the section before it, also where it has no number. */
  other: [
    'värdegrund',
    'principer',
    'verksamhet',
    'organisation',
    'parternas åtaganden',
    'åtaganden',
    'kommunens åtaganden',
    'föreningens åtaganden',
    'samverkan',
    'styrgrupp',
    'ekonomi',
    'ekonomiska villkor',
    'ersättning',
    'finansiering',
    'uppföljning',
    'uppföljning och utvärdering',
    'utvärdering',
    'insyn',
    'sekretess',
    'personuppgifter',
    'försäkring',
    'ändringar',
    'ändringar och tillägg',
    'tvist',
    'tvister',
    'kontaktpersoner',
    'omförhandling',
  ],
  log: ['signeringslogg', 'signeringsbevis', 'transaktionslogg', 'verifikat', 'e signering'],
};

/**
 * Words that tell what a heading is over whatever else stands in it: *Parter i avtalet*, *Avtalets
 * giltighet och upphörande*, *Upplåtelsetid*. Of several the first in the heading decides.
 */
const tellingWords: Readonly<Partial<Record<SectionKind, readonly string[]>>> = {
  parties: ['parter', 'parterna', 'avtalsparter', 'samverkansparter', 'avtalsparterna'],
  purpose: ['syfte', 'syftet', 'ändamål', 'ändamålet', 'avsikt', 'avsikten'],
  goals: ['mål', 'målet', 'målen', 'målsättning', 'målsättningen'],
  target: ['målgrupp', 'målgruppen', 'målgrupper', 'målgrupperna'],
  term: [
    'avtalstid',
    'avtalstiden',
    'avtalsperiod',
    'avtalsperioden',
    'giltighet',
    'giltighetstid',
    'giltighetstiden',
    'giltighetsperiod',
    'löptid',
    'löptiden',
    'varaktighet',
    'tidsperiod',
    'tidsperioden',
    'ikraftträdande',
    'upplåtelsetid',
    'upplåtelsetiden',
    'nyttjandetid',
    'nyttjandetiden',
    'partnerskapstid',
    'samarbetstid',
    'projekttid',
    'projektperiod',
  ],
  ending: ['uppsägning', 'uppsägningstid', 'hävning', 'upphörande'],
};
/** A heading names; it says nothing. */
const saying = new Set(
  [
    'är',
    'ska',
    'skall',
    'kan',
    'får',
    'har',
    'gäller',
    'löper',
    'upphör',
    'träder',
    'förlängs',
    'avser',
    'omfattar',
    'tecknas',
    'ingås',
    'vill',
    'som',
    'att',
    'vi',
    'de',
    'den',
    'det',
    'detta',
    'denna',
  ].map(skeleton),
);

const byName = <Of extends string>(names: Readonly<Partial<Record<Of, readonly string[]>>>) =>
  new Map<string, Of>(
    (Object.keys(names) as Of[]).flatMap((kind) =>
      (names[kind] ?? []).map((name) => [skeleton(name), kind] as const),
    ),
  );
const kinds = byName<SectionKind>(headings);
const kindsByWord = byName<SectionKind>(tellingWords);
const kindsByLength = new Map<number, [name: string, kind: SectionKind][]>();
for (const entry of kinds) {
  const { length } = entry[0];
  if (length >= 7) kindsByLength.set(length, [...(kindsByLength.get(length) ?? []), entry]);
}
const mostWords = 6;

const numbering = /^(?:[§$] ?\d{1,2}[.:]?|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)(?!\d) ?(?:[§$] )?/;

/** The sections of a document by its headings; what stands before the first has the kind `start`. */
export function sectionsOf(flat: FlatText): Section[] {
  const found: { kind: SectionKind; heading: string; start: number; bodyStart: number }[] = [
    { kind: 'start', heading: '', start: 0, bodyStart: 0 },
  ];
  const contents = contentsOf(flat);
  for (const [at, line] of flat.lines.entries()) {
    const heading = contents.has(at) ? null : headingOf(flat.text, line);
    if (heading === null) continue;
    // A paper that is itself the annex of another.
    if (heading.kind === 'annex' && at === 0) continue;
    // A title in capitals stands over all of it.
    const isTitle =
      at < 4 && heading.kind === 'other' && /^\p{L}/u.test(flat.text[line.start] ?? '');
    if (isTitle && found.length === 1) continue;
    // What comes after the annexes' or the log's own heading belongs to them.
    const above = found.findLast(({ kind }) => kind === 'annex' || kind === 'log');
    if (above !== undefined && heading.kind !== 'annex' && heading.kind !== 'log') continue;
    found.push({ ...heading, start: line.start });
  }
  return found.map((section, at) => ({
    ...section,
    end: found[at + 1]?.start ?? flat.text.length,
  }));
}

/** The lines of a table of contents: they name headings and are none. */
function contentsOf({ text, lines }: FlatText): ReadonlySet<number> {
  const found = new Set<number>();
  let isInside = false;
  lines.forEach(({ start, end }, at) => {
    const line = text.slice(start, Math.min(end, start + 120));
    const next = lines[at + 1];
    const isLed = /(?:\.[ ]?){4,}[ ]?\d{0,3}$|…/u.test(line);
    const isPage = /^\d{1,3}$/.test(line);
    const isPaged =
      /[ ]\d{1,3}$/.test(line) ||
      (next !== undefined && /^\d{1,3}$/.test(text.slice(next.start, next.end)));
    isInside =
      /^inn[ec]h[åa]ll(?:sf[öo]rt[ec]ckning)?$/iu.test(line) ||
      (isInside && (isLed || isPage || isPaged));
    if (isInside || isLed) found.add(at);
  });
  return found;
}

/** The section that holds an offset. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return sections[low];
}

/** What a heading is over, also with a letter wrong where it is long enough to be told. */
function kindOf(heading: string): SectionKind | undefined {
  const known = kinds.get(heading);
  if (known !== undefined || heading.length < 7 || heading.length > 45) return known;
  for (const length of [heading.length - 1, heading.length, heading.length + 1]) {
    const near = kindsByLength.get(length)?.find(([name]) => differsLittle(name, heading));
    if (near !== undefined) return near[1];
  }
  return undefined;
}

/** What a line of a few words is over when it is a heading, but none of those that are known. */
function kindByWords(heading: string): SectionKind | undefined {
  if (heading.length > 50) return undefined;
  const words = heading.split(' ');
  if (words.length > mostWords || words.some((word) => saying.has(word))) return undefined;
  const told = words.find((word) => kindsByWord.has(word));
  if (told !== undefined) return kindsByWord.get(told);
  // *Tid*, *Period för överenskommelsen*, *Överenskommelsens tid*.
  const isOverTime = ['tid', 'period'].some((word) => words[0] === word || words.at(-1) === word);
  return isOverTime ? 'term' : undefined;
}

function headingOf(
  text: string,
  line: Line,
): { kind: SectionKind; heading: string; bodyStart: number } | null {
  const written = text.slice(line.start, Math.min(line.end, line.start + 120));
  if (/^(?:bilaga|appendix)(?: ?\d{1,2})?(?:[.: –-]|$)/i.test(written) && written.length < 70) {
    return { kind: 'annex', heading: written, bodyStart: line.end };
  }
  const number = numbering.exec(written)?.[0] ?? '';
  const rest = written.slice(number.length);
  if (!/^[\p{Lu}0-9]/u.test(rest)) return null;
  const whole = rest.replace(/[.: ]+$/, '');
  const plain = whole.length > 60 ? '' : skeleton(whole);
  const isOpen = /[.,;]$/.test(rest) || /[\d:]/.test(whole);
  const known = kindOf(plain) ?? (isOpen ? undefined : kindByWords(plain));
  if (known !== undefined) return { kind: known, heading: whole, bodyStart: line.end };

  // A heading that leads into its paragraph: `Avtalstid. Avtalet gäller …`, `Syfte: …`.
  const mayLead = number !== '' || /[.:] /.test(rest);
  const words = mayLead ? rest.split(' ', mostWords + 1) : [];
  for (let count = Math.min(mostWords, words.length - 1); count >= 1; count -= 1) {
    const lead = words.slice(0, count).join(' ');
    const ends = /[.:]$/.test(lead) || (number !== '' && /^\p{Lu}/u.test(words[count] ?? ''));
    if (!ends) continue;
    const kind = kindOf(skeleton(lead));
    if (kind === undefined) continue;
    const bodyStart = line.start + number.length + lead.length;
    return { kind, heading: lead.replace(/[.:]$/, ''), bodyStart };
  }
  const looksSo =
    whole.length <= 60 &&
    !/[.,;]$/.test(rest) &&
    /\p{L}{3}/u.test(whole) &&
    (number !== '' || (/\p{Lu}{4}/u.test(whole) && whole === whole.toUpperCase())) &&
    // *1. Umeå kommun, Box 12, 901 84 Umeå* is a party, not a heading.
    !/\d{3} ?\d{2} \p{Lu}|\d{6}-\d{4}/u.test(whole);
  if (looksSo) return { kind: 'other', heading: whole, bodyStart: line.end };
  // `§ 4. Ekonomi. Kommunen bidrar …` closes the section before it, whatever it is called.
  const lead = number === '' ? undefined : /^([\p{L} -]{3,50})\. \p{Lu}/u.exec(rest)?.[1];
  if (lead !== undefined && lead.split(' ').length <= 5) {
    return { kind: 'other', heading: lead, bodyStart: line.start + number.length + lead.length };
  }
  return null;
}
