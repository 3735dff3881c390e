import type { FlatText, Line } from './flat-text';
import {
  LOCAL_BRANCH,
  bareLabel,
  fieldLabel,
  labelLine,
  openLabel,
  roleLabel,
} from './party-labels';
import type { NameMention, NameSource } from './party-mention';

/** Names in the lines of forms, tables, lists and covers. */

/** Takes a name that may be a party's. */
export type Add = (
  start: number,
  end: number,
  source: NameSource,
  side?: NameMention['side'],
) => void;

/** Where a name ends that may go on in the next line, as in *Föreningen Trygga i* / *Norrby*. */
function wrapped(lines: readonly Line[], at: number, text: string): number {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined) return 0;
  if (next === undefined) return line.end;
  const below = text.slice(next.start, next.end);
  if (below.length > 60 || /[\d:/_]|\.{3}/.test(below)) return line.end;
  const isOpen = /(?:[-–]| (?:i|på|av|för|och|vid|ekonomisk|ideell))$/u.test(
    text.slice(line.start, line.end),
  );
  return isOpen || /^\p{Ll}\S*(?: \S+){0,2}$/u.test(below) ? next.end : line.end;
}

/** A labelled field: the name stands after its label, on the same line or, in a table, the next. */
export function field(
  flat: FlatText,
  at: number,
  isParty: (name: string) => boolean,
  add: Add,
): void {
  const line = flat.lines[at];
  if (line === undefined) return;
  const text = flat.text.slice(line.start, line.end);
  const label =
    fieldLabel.exec(text) ??
    roleLabel.exec(text) ??
    bareLabel.exec(text) ??
    labelBeforeParty(text, isParty);
  if (label === null || text.length > 200) return;
  const side = label.groups?.['public'] ? 'public' : label.groups?.['civil'] ? 'civil' : null;
  const rest = text.slice(label[0].length);
  const below = flat.lines[at + 1];
  if (rest !== '') {
    const isSentence = / (?:är|ska|har|som|och en) /u.test(rest);
    if (!isSentence)
      add(line.start + label[0].length, wrapped(flat.lines, at, flat.text), 'field', side);
  } else if (below !== undefined) add(below.start, below.end, 'field', side);
}

function labelBeforeParty(
  text: string,
  isParty: (name: string) => boolean,
): RegExpExecArray | null {
  const label = openLabel.exec(text);
  const [name = ''] = text.slice(label?.[0].length ?? text.length).split(',', 1);
  return /^\p{Lu}/u.test(name) && isParty(name) ? label : null;
}

/** A cell that holds a name: a short line of its own that a number's label follows soon. */
export function isCell(flat: FlatText, at: number): boolean {
  const line = flat.lines[at];
  if (line === undefined) return false;
  const text = flat.text.slice(line.start, line.end);
  if (text.length > 110 || labelLine.test(text) || fieldLabel.test(text) || /[.;:,]$/.test(text))
    return false;
  if (/\d{4}/.test(text) || !/^\p{Lu}/u.test(text)) return false;
  return flat.lines
    .slice(at + 1, at + 4)
    .some(
      ({ start, end }) =>
        /^org(?:\.|anis|nr| nr)/iu.test(flat.text.slice(start, end)) && end - start < 45,
    );
}

/** A row of a table with one column for each side: body and association on one line. */
export function tableRow(
  flat: FlatText,
  at: number,
  isPublic: (name: string) => boolean,
  add: Add,
): void {
  const line = flat.lines[at];
  const next = flat.lines[at + 1];
  if (line === undefined || next === undefined) return;
  const text = flat.text.slice(line.start, line.end);
  if (text.length > 160 || labelLine.test(text)) return;
  const below = flat.text.slice(next.start, next.end);
  if (!/^(?:org|\d{6})/iu.test(below) || /[,.:]/.test(text)) return;
  const words = [...text.matchAll(/\S+/g)];
  for (let count = words.length - 1; count >= 1; count -= 1) {
    const cut = words[count]?.index ?? 0;
    const left = text.slice(0, cut).trim();
    const right = text.slice(cut).trim();
    if (isPublic(left) && /^[\p{Lu}\d"”]/u.test(right)) {
      add(line.start, line.start + left.length, 'table');
      add(line.start + cut, line.end, 'table');
      return;
    }
    if (isPublic(right) && /^[\p{Lu}\d"”]/u.test(left)) {
      add(line.start + cut, line.end, 'table');
      add(line.start, line.start + left.length, 'table');
      return;
    }
  }
}

/** Where the particulars begin; the branch after a comma is part of the name. */
const nameBreak = new RegExp(`,(?!${LOCAL_BRANCH})| \\(`, 'iu');

/**
 * A party on a line of its own: `Lunds kommun, socialnämnden, 221 00 Lund`. Without a heading over the
 * parties an address or a number must follow the name.
 */
export function partyLine(
  flat: FlatText,
  at: number,
  isUnderHeading: boolean,
  isParty: (name: string) => boolean,
  isUnit: (name: string) => boolean,
  add: Add,
): void {
  const line = flat.lines[at];
  if (line === undefined || line.end - line.start > 170) return;
  const text = flat.text.slice(line.start, line.end);
  if (!/^\p{Lu}/u.test(text) || labelLine.test(text) || fieldLabel.test(text)) return;
  const [name = '', unit = ''] = text.split(nameBreak, 2);
  const rest = text.slice(name.length);
  if (!isUnderHeading && !isAddressed(rest) && !isAddressedBelow(flat, at)) return;
  if (!isUnderHeading && isMidSentence(flat, at)) return;
  if (!isOneName(name) || !isParty(name.trim())) return;
  const withUnit = isUnit(unit.replace(/\).*$/, '').trim());
  const mark = rest.startsWith(',') ? 1 : 2;
  add(line.start, line.start + name.length + (withUnit ? mark + unit.length : 0), 'list');
}

/** Whether a postal code with its place follows, or a number of ten digits. */
const isAddressed = (text: string): boolean =>
  /(?<!\d)\d{3} ?\d{2} \p{Lu}|(?<!\d)\d{6}-?\d{4}(?!\d)/u.test(text);

/** Whether the name fills its line and the next is an address. */
function isAddressedBelow(flat: FlatText, at: number): boolean {
  const below = flat.lines[at + 1];
  if (below === undefined) return false;
  const text = flat.text.slice(below.start, below.end);
  return text.length < 60 && (/^box \d/iu.test(text) || isAddressed(text.slice(0, 14)));
}

/** Whether the line before goes on in this one, as far as a line break lets see. */
function isMidSentence(flat: FlatText, at: number): boolean {
  const above = flat.lines[at - 1];
  if (above === undefined || above.end - above.start <= 50) return false;
  const text = flat.text.slice(above.start, above.end);
  return /\p{L}$/u.test(text) && !isAddressed(text);
}

/** A name and no more: what is a sentence, or two names in one, is for others to read. */
const isOneName = (name: string): boolean =>
  name.split(' ').length <= 8 &&
  !/^m[ec][l1|i]{2}an /iu.test(name) &&
  !/ (?:och|samt) \p{Lu}|:| (?:är|ska|har|som|att|vill) /u.test(name);

function listSide(flat: FlatText, at: number): NameMention['side'] {
  for (let above = at - 1; above >= Math.max(0, at - 14); above -= 1) {
    const line = flat.lines[above];
    const text = line === undefined ? '' : flat.text.slice(line.start, line.end);
    if (/^(?:[•*–-] |\d{1,2}[.)] )/.test(text)) continue;
    if (/id[ée]burn?a|f[öo]r[ec]ning|organisation/iu.test(text)) return 'civil';
    if (/kommun|stad|r[ec]gion|f[öo]rvaltning|off[ec]ntlig/iu.test(text)) return 'public';
  }
  return null;
}

/** A cover: `mellan`, the first party, `och`, the next, each on a line of its own. */
export function cover(
  flat: FlatText,
  at: number,
  isParty: (name: string) => boolean,
  add: Add,
): void {
  const line = flat.lines[at];
  if (line === undefined) return;
  const word = flat.text.slice(line.start, line.end).trim();
  if (!/^(?:m[ec]llan|och|samt)$/iu.test(word)) return;
  const above = flat.lines[at - 1];
  // The first party may stand without a word before it.
  if (above !== undefined && !/^m/iu.test(word)) {
    const [name = ''] = flat.text.slice(above.start, above.end).split(',', 1);
    if (isParty(name)) add(above.start, above.end, 'title');
  }
  for (let next = at + 1; next <= at + 6; next += 1) {
    const below = flat.lines[next];
    if (below === undefined) return;
    const text = flat.text.slice(below.start, below.end);
    if (/^(?:och|samt)$/iu.test(text.trim()) || /^(?:dnr|antag|beslut|datum|\d)/iu.test(text))
      return;
    add(below.start, below.end, 'title');
    if (!text.endsWith(',')) return;
  }
}

const item = /^(?:[•*–-] |\d{1,2}[.)] )/;

/** Whether an item belongs to a list that a line before it announces: *och följande föreningar:*. */
export function isAnnounced(flat: FlatText, at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - 14); above -= 1) {
    const line = flat.lines[above];
    const text = line === undefined ? '' : flat.text.slice(line.start, line.end);
    if (item.test(text)) continue;
    return /(?:part[ec]r|f[öo6]r[ec]ningar|organisation[ec]r|kommun[ec]r|akt[öo6]r[ec]r)(?:na)? ?:$/iu.test(
      text,
    );
  }
  return false;
}

/** An item of a list of parties. */
export function listItem(flat: FlatText, at: number, add: Add): void {
  const line = flat.lines[at];
  if (line === undefined || line.end - line.start >= 110) return;
  const mark = item.exec(flat.text.slice(line.start, line.end));
  if (mark !== null) add(line.start + mark[0].length, line.end, 'list', listSide(flat, at));
}

/** `För Lunds kommun`, once or for each column, over the place to sign. */
export function signature(flat: FlatText, at: number, inSection: boolean, add: Add): void {
  const line = flat.lines[at];
  if (line === undefined || line.end - line.start >= 170) return;
  const text = flat.text.slice(line.start, line.end);
  if (!/^f[öo6]r \p{Lu}/iu.test(text)) return;
  const ahead = flat.text.slice(line.end, line.end + 120);
  if (!inSection && !/datum|underskrift|namn/iu.test(ahead)) return;
  const names = [...text.matchAll(/(?:^| )f[öo6]r (?=\p{Lu})/giu)];
  names.forEach((match, index) => {
    const next = names[index + 1];
    const start = line.start + match.index + match[0].length;
    const end = next === undefined ? wrapped(flat.lines, at, flat.text) : line.start + next.index;
    // *För Stiftelsen Röda tråden: Björn Älvgren*: who signs for it.
    const colon = flat.text.slice(start, end).indexOf(':');
    add(start, colon < 0 ? end : start + colon, 'signature');
  });
}
