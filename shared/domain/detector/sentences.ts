import type { FlatText } from './flat-text';
import type { Section } from './sections';

/** A sentence or an item of a list, by offsets of the flat text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly section: Section;
}

const abbreviation =
  /(?:^|[\s(])(?:\p{L}|t\.ex|bl\.a|m\.fl|m\.m|fr\.o\.m|t\.o\.m|o\.s\.v|s\.k|d\.v\.s|dvs|resp|kap|nr|org\.nr|orgnr|dnr|ca|kl|tel|tfn|jan|febr?|apr|aug|sept?|okt|nov|dec)\.$/iu;
const bullet = /^(?:[•*–-] |\d{1,2}[.)] |[a-z]\) )/;

/**
 * Cuts the sections' text into sentences: at a full stop before a capital, at items of a list, and
 * where a line ends early, or its paragraph does, and the next begins anew, as headings and fields do.
 */
export function sentencesOf(flat: FlatText, sections: readonly Section[]): Sentence[] {
  const cuts = [...stops(flat.text), ...lineCuts(flat)].sort((a, b) => a - b);
  const sentences: Sentence[] = [];
  let next = 0;
  for (const section of sections) {
    let start = section.bodyStart;
    while (next < cuts.length && (cuts[next] ?? 0) <= start) next += 1;
    while (start < section.end) {
      const cut = cuts[next] ?? section.end;
      const end = Math.min(cut, section.end);
      if (cut <= section.end) next += 1;
      add(start, end, section);
      start = end;
    }
  }
  return sentences;

  function add(from: number, to: number, section: Section): void {
    let start = from;
    let end = to;
    while (start < end && /[\s.:]/.test(flat.text[start] ?? '')) start += 1;
    while (end > start && /\s/.test(flat.text[end - 1] ?? '')) end -= 1;
    if (end > start) sentences.push({ start, end, section });
  }
}

/** How a line ends that is not over. */
const goesOn =
  /(?:^|[ (])(?:och|med|från|till|den|i|av|för|på|eller|att|om|samt|mellan|[–-])$|,$/iu;

/** Offsets after full stops that end a sentence. */
function stops(text: string): number[] {
  const found: number[] = [];
  for (const match of text.matchAll(/[.!?][ \n](?=[\p{Lu}•"”0])/gu)) {
    const at = match.index;
    if (!abbreviation.test(text.slice(Math.max(0, at - 12), at + 1))) found.push(at + 1);
  }
  return found;
}

/** Offsets of line breaks where something new begins. */
function lineCuts({ text, lines }: FlatText): number[] {
  const widths = lines.map(({ start, end }) => end - start).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.85)] ?? 0;
  // Formats without pages have a paragraph on each line, however long.
  const isWrapped = (widths.at(-1) ?? 0) < 200;
  return lines.flatMap(({ start, end, endsParagraph }, at) => {
    const next = lines[at + 1];
    if (next === undefined) return [];
    const begins = text.slice(next.start, next.start + 6);
    if (goesOn.test(text.slice(Math.max(start, end - 10), end))) return [];
    if (bullet.test(begins)) return [end];
    const endsEarly =
      endsParagraph ||
      !isWrapped ||
      end - start < width * 0.72 ||
      /[.!?:]/.test(text[end - 1] ?? '');
    return endsEarly && /^[\p{Lu}\d§"”]/u.test(begins) ? [end] : [];
  });
}
