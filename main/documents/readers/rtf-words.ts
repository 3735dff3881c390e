/** What the words of RTF mean that name a group or stand for a character. */

/** Where the text of a group goes. `shape` is a drawing: only the text box in it is text. */
export type Destination = 'text' | 'skip' | 'fonts' | 'styles' | 'marker' | 'choice' | 'shape';

/** Text that stands apart from the body. */
export type Aside = 'note' | 'header' | 'footer' | 'box';

/** Groups whose words are no text of the document. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['colortbl', 'info', 'pict', 'object', 'fldinst', 'datafield', 'nonshppict', 'shprslt'],
  ...['listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'generator', 'xmlnstbl', 'pgptbl'],
  ...['themedata', 'colorschememapping', 'datastore', 'latentstyles', 'filetbl', 'pn', 'xe', 'tc'],
  ...['bkmkstart', 'bkmkend', 'atnid', 'atnauthor', 'atndate', 'atnref', 'atntime', 'atnicn'],
  ...['atnparent', 'sp', 'sn', 'sv', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['userprops', 'docvar', 'formfield', 'mmathPr', 'nesttableprops', 'nonesttables', 'template'],
]);

/** Groups by the word they begin with. */
export const DESTINATIONS: ReadonlyMap<string, Destination> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['listtext', 'marker'],
  ['pntext', 'marker'],
  ['upr', 'choice'],
  ['shp', 'shape'],
  ['shpinst', 'shape'],
  ['shpgrp', 'shape'],
  ['do', 'shape'],
]);

/** Groups of text that stands apart, by the word they begin with. */
export const ASIDES: ReadonlyMap<string, Aside> = new Map([
  ['footnote', 'note'],
  ['header', 'header'],
  ['headerl', 'header'],
  ['headerr', 'header'],
  ['headerf', 'header'],
  ['footer', 'footer'],
  ['footerl', 'footer'],
  ['footerr', 'footer'],
  ['footerf', 'footer'],
]);

/** Words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
]);
