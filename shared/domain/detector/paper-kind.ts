import type { FlatText } from './flat-text';
import { anyOf } from './ocr';
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
  'riktlinje',
  'riktlinjer',
  'ansökan',
  'uppföljningsrapport',
  'delårsrapport',
  'granskningsrapport',
  'pressmeddelande',
);
/** What agreements call themselves; the first line that begins with either tells what a paper is. */
const agreements = anyOf(
  'avtal',
  'överenskommelse',
  'partnerskap',
  'partnerskapsavtal',
  'samverkansavtal',
  'samarbetsavtal',
  'idéburet offentligt partnerskap',
);
/** The headings that only an agreement has. */
const ownKinds = new Set<Section['kind']>(['parties', 'signatures', 'term']);

/**
 * Whether a document is a decision, a guideline or a report that speaks of agreements and holds none:
 * by its title, and because nothing in it is headed as an agreement is.
 */
export function isAboutAgreements(flat: FlatText, sections: readonly Section[]): boolean {
  if (sections.some(({ kind }) => ownKinds.has(kind))) return false;
  for (const { start, end } of flat.lines.slice(0, 8)) {
    const line = flat.text.slice(start, Math.min(end, start + 90));
    const at = /[\p{L}\d]/u.exec(line)?.index ?? 0;
    if (titles.exec(line)?.index === at) return true;
    if (agreements.exec(line)?.index === at) return false;
  }
  return false;
}
