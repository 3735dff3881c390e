import type { FlatText } from './flat-text';
import { anyOf, skeleton } from './ocr';
import type { NumberMention } from './organisation-number';
import { clauseCues, piecesOf } from './party-clauses';
import {
  type Add,
  cover,
  field,
  isAnnounced,
  isCell,
  listItem,
  partyLine,
  signature,
  tableRow,
} from './party-lines';
import { type NameMention, trimmedName } from './party-mention';
import { type Section, sectionAt } from './sections';
import type { Sentence } from './sentences';

/** No agreement has so many parties; a text that seems to is none. */
const MOST_MENTIONS = 250;

/** What a name is told to be by the registers and by its own words. */
interface NameTests {
  /** A public body, or one of its boards and offices. */
  readonly isPublic: (name: string) => boolean;
  /** An organisation of civil society. */
  readonly isCivil: (name: string) => boolean;
}

/** Every name that stands where agreements name their parties. */
export function nameMentions(
  flat: FlatText,
  sections: readonly Section[],
  sentences: readonly Sentence[],
  numbers: readonly NumberMention[],
  tests: NameTests,
): NameMention[] {
  const found: NameMention[] = [];
  const add: Add = (start, end, source, side = null) => {
    if (found.length >= MOST_MENTIONS) return;
    const trimmed = trimmedName(flat.text, start, end);
    if (trimmed === null || found.some((each) => each.start === trimmed.start)) return;
    const number = numbers.find(({ start: at }) => at >= trimmed.end && at - trimmed.end < 40);
    found.push({ ...trimmed, source, side, number: number ?? null });
  };
  flat.lines.forEach((line, at) => {
    const section = sectionAt(sections, line.start);
    if (section !== undefined) readLine(flat, at, section, tests, add);
  });
  sentences.forEach((sentence, at) => {
    const isFirst = sentences[at - 1]?.section !== sentence.section;
    readSentence(flat, sentence, isFirst, tests.isPublic, add);
  });
  return found.filter(({ name }) => !isTwo(name, found));
}

function readLine(
  flat: FlatText,
  at: number,
  section: Section,
  { isPublic, isCivil }: NameTests,
  add: Add,
): void {
  const isParty = (name: string) => isPublic(name) || isCivil(name);
  const start = flat.lines[at]?.start ?? 0;
  const isLate = start > flat.text.length * 0.5;
  switch (section.kind) {
    case 'annex':
    case 'log':
      return;
    case 'parties':
      field(flat, at, isParty, add);
      if (start < section.bodyStart) return;
      tableRow(flat, at, isPublic, add);
      if (isCell(flat, at)) add(start, flat.lines[at]?.end ?? 0, 'table');
      listItem(flat, at, add);
      partyLine(flat, at, true, isParty, isPublic, add);
      return;
    case 'start':
      field(flat, at, isParty, add);
      cover(flat, at, isParty, add);
      partyLine(flat, at, false, isParty, isPublic, add);
      if (isAnnounced(flat, at)) listItem(flat, at, add);
      if (isLate) signature(flat, at, false, add);
      return;
    case 'signatures':
      signature(flat, at, true, add);
      return;
    default:
      if (isLate) signature(flat, at, false, add);
  }
}

/** Short agreements have no section for the parties, but present them at the beginning. */
const presents = anyOf(
  'nedan',
  'nedan kallad',
  'nedan kallat',
  'ingår denna',
  'ingår detta',
  'har träffats',
  'har ingåtts',
  'har kommit överens',
  'tillsammans kallade',
  'ingås av',
);

function readSentence(
  flat: FlatText,
  sentence: Sentence,
  isFirst: boolean,
  isPublic: (name: string) => boolean,
  add: Add,
): void {
  const { kind } = sentence.section;
  if (kind === 'annex' || kind === 'log' || kind === 'signatures') return;
  const text = flat.level.slice(sentence.start, Math.min(sentence.end, sentence.start + 2_500));
  if (kind !== 'parties' && kind !== 'start') {
    const isEarly = sentence.start < Math.max(2_500, flat.text.length * 0.2);
    if (!isEarly || !presents.test(text)) return;
  }
  if (!(kind === 'parties' && isFirst) && !clauseCues.test(text)) return;
  // What they are called further on names nobody.
  if (/^(?:n[ec]dan kallad[ec]|i d[ec]t f)/iu.test(text)) return;
  const source = kind === 'start' && !/nedan|org/iu.test(text) ? 'title' : 'clause';
  for (const { start, end, side } of piecesOf(text, isPublic)) {
    add(sentence.start + start, sentence.start + end, source, side);
  }
}

/** *A och B*, where both also stand alone: not one name. */
function isTwo(name: string, all: readonly NameMention[]): boolean {
  const at = name.search(/ (?:och|samt) \p{Lu}/u);
  if (at < 0) return false;
  const halves = [name.slice(0, at), name.slice(at).replace(/^ \S+ /, '')].map(skeleton);
  return halves.every((half) =>
    all.some((other) => other.name !== name && skeleton(other.name) === half),
  );
}
