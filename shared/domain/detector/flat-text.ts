import { firstIndexWhere } from '../first-index';
import { passageAt, type Passage } from '../evidence';
import type { DetectorPage } from './proposal';

/** A line of the flat text, without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Whether an empty line follows. */
  readonly endsParagraph: boolean;
}

/**
 * The pages of one document as one text that is easier to read for a machine: soft hyphens and
 * hyphens at line ends are gone, spaces are single, and lines that come back on every page (letterhead,
 * footer) are left out. Every character knows where it stands on its page.
 */
export interface FlatText {
  readonly text: string;
  /** The same with a space for every line break: what sentences are read from. */
  readonly level: string;
  readonly lines: readonly Line[];
  /** Letterhead and footer, each once, as they stand on the first page that has them. */
  readonly furniture: FlatText | null;
  /** The passage on the page between two offsets of `text`; cut where the page ends. */
  passage(start: number, end: number): Passage | null;
}

/** More than this of one document is not read: what an agreement says of itself stands before. */
const MOST_CHARACTERS = 400_000;
const LONGEST_QUOTE = 1_200;

interface RawLine {
  readonly page: number;
  readonly start: number;
  readonly end: number;
  readonly endsParagraph: boolean;
}

export function flatten(pages: readonly DetectorPage[]): FlatText {
  const kept: DetectorPage[] = [];
  let size = 0;
  for (const page of pages) {
    if (size > MOST_CHARACTERS) break;
    kept.push({ ...page, text: page.text.slice(0, MOST_CHARACTERS) });
    size += page.text.length;
  }
  const lines = kept.map((page, at) => linesOf(page.text, at));
  const { body, furniture } = withoutFurniture(kept, lines);
  return build(kept, body, furniture.length === 0 ? null : build(kept, furniture, null));
}

const EMPTY_LINE = /^\s*\n[^\S\n]*\n/;

function linesOf(text: string, page: number): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  // Cells of a table row are told apart by tabs or by a gap, and read like lines.
  for (const gap of text.matchAll(/[\n\t]| {3,}/g)) {
    add(start, gap.index);
    start = gap.index + gap[0].length;
  }
  add(start, text.length);
  return lines;

  function add(from: number, to: number): void {
    if (text.slice(from, to).trim() === '') return;
    const endsParagraph = EMPTY_LINE.test(text.slice(to, to + 40));
    lines.push({ page, start: from, end: to, endsParagraph });
  }
}

const HEAD_LINES = 12;
const FOOT_LINES = 16;

/** Parts the lines that come back at the head or foot of pages from the rest. */
function withoutFurniture(
  pages: readonly DetectorPage[],
  lines: readonly (readonly RawLine[])[],
): { body: RawLine[]; furniture: RawLine[] } {
  if (pages.length < 2) return { body: lines.flat(), furniture: [] };
  const keys = new Map<RawLine, string>();
  const keyOf = (line: RawLine): string => {
    const known = keys.get(line);
    if (known !== undefined) return known;
    const text = (pages[line.page]?.text ?? '').slice(line.start, line.end);
    const key = text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
    keys.set(line, key);
    return key;
  };
  const count = (edge: (page: readonly RawLine[]) => readonly RawLine[]): Map<string, number> => {
    const seen = new Map<string, number>();
    for (const page of lines) {
      for (const key of new Set(edge(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    return seen;
  };
  const heads = count((page) => page.slice(0, HEAD_LINES));
  const feet = count((page) => page.slice(-FOOT_LINES));
  const often = Math.max(2, Math.ceil(pages.length / 2));
  const body: RawLine[] = [];
  const furniture = new Map<string, RawLine>();
  for (const page of lines) {
    let first = 0;
    while (first < Math.min(page.length, HEAD_LINES) && isOften(heads, page[first])) first += 1;
    let last = page.length;
    while (last > Math.max(first, page.length - FOOT_LINES) && isOften(feet, page[last - 1])) {
      last -= 1;
    }
    body.push(...page.slice(first, last));
    for (const line of [...page.slice(0, first), ...page.slice(last)]) {
      if (!furniture.has(keyOf(line))) furniture.set(keyOf(line), line);
    }
  }
  return { body, furniture: [...furniture.values()] };

  function isOften(seen: ReadonlyMap<string, number>, line: RawLine | undefined): boolean {
    if (line === undefined || (seen.get(keyOf(line)) ?? 0) < often) return false;
    // What two agreements in one file both say is not letterhead.
    return !/(?<!\p{L})(?:gäller|avtalet|överenskommelsen|parterna)(?!\p{L})/iu.test(keyOf(line));
  }
}

const oddities = /[\u00ad\u200b\u200c\ufeff]+|\s+/g;

/** A stretch of the flat text that stands as it is on its page, from `place` on. */
interface Run {
  readonly at: number;
  readonly page: number;
  readonly place: number;
}

function build(
  pages: readonly DetectorPage[],
  lines: readonly RawLine[],
  furniture: FlatText | null,
): FlatText {
  const parts: string[] = [];
  const runs: Run[] = [];
  const flatLines: Line[] = [];
  let length = 0;
  const put = (text: string, page: number, place: number) => {
    if (text === '') return;
    runs.push({ at: length, page, place });
    parts.push(text);
    length += text.length;
  };
  let lineStart = 0;
  lines.forEach((line, index) => {
    const whole = pages[line.page]?.text ?? '';
    const raw = whole.slice(line.start, line.end).trimEnd();
    const joins = isParted(raw, line, lines[index + 1], pages);
    const text = joins ? raw.slice(0, -1) : raw;
    const indent = text.length - text.trimStart().length;
    let from = indent;
    for (const odd of text.slice(indent).matchAll(oddities)) {
      const at = odd.index + indent;
      put(text.slice(from, at), line.page, line.start + from);
      if (/\s/.test(odd[0])) put(' ', line.page, line.start + at);
      from = at + odd[0].length;
    }
    put(text.slice(from), line.page, line.start + from);
    if (joins) return;
    flatLines.push({ start: lineStart, end: length, endsParagraph: line.endsParagraph });
    put('\n', line.page, line.end);
    lineStart = length;
  });
  const text = parts.join('');
  const runAt = (at: number): Run | undefined =>
    runs[Math.max(0, firstIndexWhere(runs, (run) => run.at > at) - 1)];

  return {
    text,
    level: text.replaceAll('\n', ' '),
    lines: flatLines,
    furniture,
    passage(start, end) {
      const first = runAt(start);
      const page = first === undefined ? undefined : pages[first.page];
      let last = runAt(end - 1);
      if (first === undefined || last === undefined || page === undefined) return null;
      const from = first.place + start - first.at;
      let to = last.place + end - last.at;
      if (last.page !== first.page) {
        // A sentence that goes on overleaf is quoted as far as its page has it.
        last = runs.findLast(({ page: its }) => its === first.page) ?? first;
        to = last.place + 1;
      }
      return passageAt(page.document, page, from, Math.min(to, from + LONGEST_QUOTE));
    },
  };
}

/** Whether a word is parted by a hyphen at the end of the line. */
function isParted(
  text: string,
  line: RawLine,
  next: RawLine | undefined,
  pages: readonly DetectorPage[],
): boolean {
  if (next?.page !== line.page || !/\p{Ll}-$/u.test(text)) return false;
  const below = (pages[next.page]?.text ?? '').slice(next.start, next.start + 40);
  return /^\s*(?!(?:och|eller|samt)\b)\p{Ll}/u.test(below);
}
