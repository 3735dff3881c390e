import type { FlatText } from './flat-text';
import { anyOf } from './ocr';
import type { Section } from './sections';

/** What papers about agreements call themselves, in a line at the top. */
const titles = anyOf(
  'protokoll',
  'protokollsutdrag',
  'sammanträdesprotokoll',
  'tjänsteskrivelse',
  'tjänsteutlåtande',
  'kallelse',
  'föredragningslista',
  'riktlinje',
  'riktlinjer',
  'ansökan',
  'uppföljningsrapport',
  'delårsrapport',
  'granskningsrapport',
  'pressmeddelande',
);
/** The headings that only an agreement has. */
const ownKinds = new Set<Section['kind']>(['parties', 'signatures', 'term']);

/**
 * Whether a document is a decision, a guideline or a report that speaks of agreements and holds none:
 * by its title, and because nothing in it is headed as an agreement is.
 */
export function isAboutAgreements(flat: FlatText, sections: readonly Section[]): boolean {
  if (sections.some(({ kind }) => ownKinds.has(kind))) return false;
  return flat.lines.slice(0, 8).some(({ start, end }) => {
    const line = flat.text.slice(start, Math.min(end, start + 90));
    const title = titles.exec(line);
    return title !== null && title.index <= 25;
  });
}
