import type { FlatText } from './flat-text';
import { anyOf } from './ocr';
import type { DetectorPage } from './proposal';
import type { Section } from './sections';

/** What papers about agreements call themselves, where a line at the top begins. */
const titles = anyOf(
  'protokoll',
  'protokollsutdrag',
  'sammanträdesprotokoll',
  'tjänsteskrivelse',
  'tjänsteutlåtande',
  'kallelse',
  'föredragningslista',
  'pressmeddelande',
  'beslutsunderlag',
  'delegationsbeslut',
  'yttrande',
  'missiv',
  'följebrev',
);
/** The same for papers that have an agreement's headings without being one: they tell what it should hold. */
const outlines = anyOf(
  'riktlinje',
  'riktlinjer',
  'policy',
  'rutin',
  'ansökan',
  'ansökningsblankett',
  'utlysning',
  'projektplan',
  'utvärdering',
  'uppföljningsrapport',
  'delårsrapport',
  'granskningsrapport',
  'slutrapport',
  'delrapport',
  'årsrapport',
  'rapport',
  'verksamhetsberättelse',
);
/** What agreements call themselves; the first line that begins with either tells what a paper is. */
const agreements =
  /^(?:\p{L}*(?:avtal|[öo]v[ec]r[ec]nskomm[ec]ls[ec]|partn[ec]rskap)|id[ée]bur[ec]t[ \n]off[ec]ntligt)(?!\p{L})/iu;
/** The headings that only an agreement has. */
const ownKinds = new Set<Section['kind']>(['parties', 'signatures', 'term']);

type Kind = 'agreement' | 'about' | 'outline';

/** What the first line that says so makes a paper; `null` when none does. */
function titleKind(lines: readonly string[]): Kind | null {
  for (const line of lines) {
    const head = line.slice(/[\p{L}\d]/u.exec(line)?.index ?? 0, 90);
    if (titles.exec(head)?.index === 0) return 'about';
    if (outlines.exec(head)?.index === 0) return 'outline';
    if (agreements.test(head)) return 'agreement';
  }
  return null;
}

/**
 * Whether a document is a decision, a guideline or a report that speaks of agreements and holds none:
 * by its title, and, where it is no outline of one, because nothing in it is headed as an agreement is.
 */
export function isAboutAgreements(flat: FlatText, sections: readonly Section[]): boolean {
  const lines = flat.lines.slice(0, 8).map(({ start, end }) => flat.text.slice(start, end));
  const kind = titleKind(lines);
  if (kind === 'outline') return true;
  return kind === 'about' && !sections.some((section) => ownKinds.has(section.kind));
}

/** Parts a letter or a decision from the agreement that follows it in the same document, on a page of its own. */
export function papersIn(pages: readonly DetectorPage[]): (readonly DetectorPage[])[] {
  const [first, ...later] = pages;
  if (first === undefined || later.length === 0) return [pages];
  const kind = titleKind(linesOf(first.text, 8));
  if (kind === null || kind === 'agreement') return [pages];
  const at = later.findIndex(({ text }) => opensAgreement(text));
  return at < 0 ? [pages] : [pages.slice(0, at + 1), pages.slice(at + 1)];
}

/** Whether one of the first lines is an agreement's title, and not a sentence or a row that begins like one. */
const opensAgreement = (text: string): boolean =>
  linesOf(text, 5).some(
    (line) =>
      /^\p{Lu}/u.test(line) &&
      agreements.test(line) &&
      line.length < 90 &&
      !/[.,;:\d]$| (?:är|ska|har|kan|gäller|löper|som) /u.test(line),
  );

const linesOf = (text: string, most: number): string[] =>
  text
    .slice(0, 4_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, most);
