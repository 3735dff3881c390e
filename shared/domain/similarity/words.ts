/**
 * A document's text as comparing wants it: words without what differs between two copies of the same
 * paper (case, accents, hyphens at line ends, letters that scanners take for each other) and without
 * the lines that stand at the head and foot of every page.
 */

import { type Steps, toItsEnd } from '../steps';

/** A word of a text: how it is compared, and where it stands. */
export interface ComparedWord {
  readonly folded: string;
  /** Offsets into the text that it was taken from. */
  readonly start: number;
  readonly end: number;
}

/** A date or a number in one piece, or else letters, also when they are broken at a line's end. */
const WORD =
  /\d+(?:[-–/.:]\d+)+|[\p{L}\p{N}]+(?:[\u00ad-]\s*\n\s*\p{Ll}[\p{L}\p{N}]*|\u00ad[\p{L}\p{N}]+)*/gu;

/**
 * The words of a text in order, those broken at a line's end in one piece.
 *
 * `shortest`: letters that a word has at least. A lone letter is as often a speck on the glass as a
 * word, and is passed over unless 1 is asked for.
 */
export function comparedWords(text: string, shortest = 2): ComparedWord[] {
  const words: ComparedWord[] = [];
  for (const { 0: found, index } of text.matchAll(WORD)) {
    const folded = foldWord(found);
    if (folded.length < shortest) continue;
    words.push({ folded, start: index, end: index + found.length });
  }
  return words;
}

/**
 * A word as it is compared: lower case without accents, and with one letter for each group that
 * scanners confuse (`1 l i`, `0 o`, `5 s`, `8 b`, `rn m`).
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replace(/[1lı|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll('5', 's')
    .replaceAll('8', 'b');
}

/** How many lines at the head and at the foot of a page may be running lines. */
const EDGE = 4;

/**
 * The pages' texts without running heads and feet: lines at a page's edge that stand at the same edge
 * of at least half of the pages by their letters alone: page numbers differ, and of the marks between
 * words a scan makes others each time. A single page keeps all of its lines. What is left out
 * is replaced by spaces, so that offsets stay.
 */
export function withoutRunningLines(pages: readonly string[]): string[] {
  return toItsEnd(runningLineSteps(pages));
}

/** Pages that are gone through at a time. */
const EDGE_PAGES = 16;

/** The same, pausing now and then: a document may have thousands of pages. */
export function* runningLineSteps(pages: readonly string[]): Steps<string[]> {
  if (pages.length < 2) return [...pages];
  const edges: EdgeLine[][] = [];
  const counts = new Map<string, number>();
  for (const [at, text] of pages.entries()) {
    const lines = edgeLines(text);
    edges.push(lines);
    for (const key of new Set(lines.map((line) => line.key))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (at % EDGE_PAGES === EDGE_PAGES - 1) yield;
  }
  const least = Math.max(2, Math.ceil(pages.length / 2));
  const without: string[] = [];
  for (const [at, text] of pages.entries()) {
    let kept = text;
    for (const { key, start, end } of edges[at] ?? []) {
      if ((counts.get(key) ?? 0) < least) continue;
      kept = `${kept.slice(0, start)}${' '.repeat(end - start)}${kept.slice(end)}`;
    }
    without.push(kept);
    if (at % EDGE_PAGES === EDGE_PAGES - 1) yield;
  }
  return without;
}

interface EdgeLine {
  /** The edge and the line's letters; of a line without any, its marks, with digits as one. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function edgeLines(text: string): EdgeLine[] {
  const lines: { start: number; end: number; text: string }[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  const top = lines.slice(0, EDGE).map((line) => ({ ...line, edge: 'head' }));
  const foot = lines.slice(Math.max(EDGE, lines.length - EDGE)).map((line) => ({
    ...line,
    edge: 'foot',
  }));
  return [...top, ...foot].map((line) => ({
    key: `${line.edge} ${lettersOf(line.text) || line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`,
    start: line.start,
    end: line.end,
  }));
}

/** A line's letters in one piece, without lone ones: those are specks as often as words. */
function lettersOf(line: string): string {
  return (line.match(/\p{L}{2,}/gu) ?? []).map(foldWord).join('');
}
