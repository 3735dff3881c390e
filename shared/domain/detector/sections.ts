import { firstIndexWhere } from '../first-index';
import type { FlatText } from './flat-text';
import { type Heading, headingOf } from './headings';

/** A heading with what stands under it: both from `start` through `end`, by offsets of the flat text. */
export interface Section extends Heading {
  readonly start: number;
  readonly end: number;
}

/** The sections of a document by its headings; what stands before the first has the kind `start`. */
export function sectionsOf(flat: FlatText): Section[] {
  const found: Omit<Section, 'end'>[] = [{ kind: 'start', heading: '', start: 0, bodyStart: 0 }];
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

/** The section that holds an offset of the flat text; `undefined` where there are none. */
export function sectionAt(sections: readonly Section[], at: number): Section | undefined {
  return sections[Math.max(0, firstIndexWhere(sections, ({ start }) => start > at) - 1)];
}
