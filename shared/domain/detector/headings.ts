import type { Line } from './flat-text';
import { headings, sayingWords, type SectionKind, tellingWords } from './heading-words';
import { differsLittle, skeleton } from './ocr';

const kindsNamed = (names: Readonly<Partial<Record<SectionKind, readonly string[]>>>) =>
  new Map<string, SectionKind>(
    (Object.keys(names) as SectionKind[]).flatMap((kind) =>
      (names[kind] ?? []).map((name) => [skeleton(name), kind] as const),
    ),
  );
const kinds = kindsNamed(headings);
const kindsByWord = kindsNamed(tellingWords);
const saying = new Set(sayingWords.map(skeleton));
const kindsByLength = new Map<number, [name: string, kind: SectionKind][]>();
for (const entry of kinds) {
  const { length } = entry[0];
  if (length >= 7) kindsByLength.set(length, [...(kindsByLength.get(length) ?? []), entry]);
}
const mostWords = 6;

const numbering = /^(?:[§$] ?\d{1,2}[.:]?|\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)(?!\d) ?(?:[§$] )?/;

/** A heading as it stands in a line. */
export interface Heading {
  readonly kind: SectionKind;
  /** As written, without its number. */
  readonly heading: string;
  /** Where what stands under it begins, as an offset of the text. */
  readonly bodyStart: number;
}

/**
 * The heading that a line of the text is, or begins with; `null` where it is no heading. No more than
 * its first 120 characters are looked at.
 */
export function headingOf(text: string, line: Line): Heading | null {
  const written = text.slice(line.start, Math.min(line.end, line.start + 120));
  if (/^(?:bilaga|appendix)(?: ?\d{1,2})?(?:[.: –-]|$)/i.test(written) && written.length < 70) {
    return { kind: 'annex', heading: written, bodyStart: line.end };
  }
  const number = numbering.exec(written)?.[0] ?? '';
  const rest = written.slice(number.length);
  if (!/^[\p{Lu}0-9]/u.test(rest)) return null;
  const isNumbered = number !== '';
  const start = line.start + number.length;
  return (
    knownHeading(rest, line.end) ??
    knownLead(rest, isNumbered, start) ??
    otherHeading(rest, isNumbered, line.end) ??
    otherLead(rest, isNumbered, start)
  );
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

/** A heading that says of itself what it is over, by the whole of its line. */
function knownHeading(rest: string, bodyStart: number): Heading | null {
  const heading = withoutStop(rest);
  const plain = heading.length > 60 ? '' : skeleton(heading);
  const isOpen = /[.,;]$/.test(rest) || /[\d:]/.test(heading);
  const kind = kindOf(plain) ?? (isOpen ? undefined : kindByWords(plain));
  return kind === undefined ? null : { kind, heading, bodyStart };
}

/** A heading that leads into its paragraph: `Avtalstid. Avtalet gäller …`, `Syfte: …`. */
function knownLead(rest: string, isNumbered: boolean, start: number): Heading | null {
  const mayLead = isNumbered || /[.:] /.test(rest);
  const words = mayLead ? rest.split(' ', mostWords + 1) : [];
  for (let count = Math.min(mostWords, words.length - 1); count >= 1; count -= 1) {
    const lead = words.slice(0, count).join(' ');
    const ends = /[.:]$/.test(lead) || (isNumbered && /^\p{Lu}/u.test(words[count] ?? ''));
    const kind = ends ? kindOf(skeleton(lead)) : undefined;
    if (kind === undefined) continue;
    return { kind, heading: lead.replace(/[.:]$/, ''), bodyStart: start + lead.length };
  }
  return null;
}

/** A line that looks like a heading, whatever it is called: numbered, or in capitals. */
function otherHeading(rest: string, isNumbered: boolean, bodyStart: number): Heading | null {
  const heading = withoutStop(rest);
  const looksSo =
    heading.length <= 60 &&
    !/[.,;]$/.test(rest) &&
    /\p{L}{3}/u.test(heading) &&
    (isNumbered || (/\p{Lu}{4}/u.test(heading) && heading === heading.toUpperCase())) &&
    // *1. Umeå kommun, Box 12, 901 84 Umeå* is a party, not a heading.
    !/\d{3} ?\d{2} \p{Lu}|\d{6}-\d{4}/u.test(heading);
  return looksSo ? { kind: 'other', heading, bodyStart } : null;
}

/** `§ 4. Ekonomi. Kommunen bidrar …` closes the section before it, whatever it is called. */
function otherLead(rest: string, isNumbered: boolean, start: number): Heading | null {
  const lead = isNumbered ? /^([\p{L} -]{3,50})\. \p{Lu}/u.exec(rest)?.[1] : undefined;
  if (lead === undefined || lead.split(' ').length > 5) return null;
  return { kind: 'other', heading: lead, bodyStart: start + lead.length };
}

const withoutStop = (rest: string): string => rest.replace(/[.: ]+$/, '');
