import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type LooseBlock, givePages } from './page-breaks';
import { textIn } from './text-encoding';

/** Longest line that may be a heading. */
const HEADING_LENGTH = 90;

const LIST_MARK = /^(?:[-–—•*·▪‣]\s+|\(?(?:\d{1,2}|[a-zåäö])\)\s+)/u;
const NUMBERED =
  /^(?:§\s*\d+|\d+\s*§|\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu}|(?:Bilaga|Artikel|Kapitel|Avsnitt)\s+\d+)/u;

/** Reads plain text. Errors: `file-not-supported` where the bytes are no text, `file-empty`. */
export function readText(
  bytes: Uint8Array,
  fileName: string,
  { onPage }: ReadOptions,
): ReadSummary {
  const text = textIn(bytes, fileName);
  const pageCount = givePages(textBlocks(text), onPage);
  return { format: 'text', pageCount, notices: [] };
}

/**
 * The blocks of a plain text: headings, list items, and paragraphs that end at blank lines.
 *
 * The lines of a paragraph stay apart, as they carry meaning in party blocks and signatures. Form
 * feeds end a paragraph; blank lines are left out.
 */
export function* textBlocks(text: string): Generator<LooseBlock> {
  let paragraph: string[] = [];
  const ended = function* (): Generator<LooseBlock> {
    if (paragraph.length > 0) yield { kind: 'paragraph', level: 0, text: paragraph.join('\n') };
    paragraph = [];
  };
  const lines = text.replace(/\f/g, '\n\n').split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    const alone = isBlank(lines[index - 1]) && isBlank(lines[index + 1]);
    if (line === '') {
      yield* ended();
    } else if (isHeading(line, alone)) {
      yield* ended();
      yield { kind: 'heading', level: headingLevel(line), text: line };
    } else if (LIST_MARK.test(line)) {
      yield* ended();
      yield { kind: 'list-item', level: 1 + Math.floor(indentOf(raw) / 4), text: line };
    } else {
      paragraph.push(line);
    }
  }
  yield* ended();
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** A short line without an end: in capitals, numbered, or standing alone and beginning like a title. */
function isHeading(line: string, alone: boolean): boolean {
  if (line.length > HEADING_LENGTH || /[.,;:!?]$/.test(line) || !/\p{L}/u.test(line)) return false;
  if (LIST_MARK.test(line)) return false;
  const letters = line.replace(/[^\p{L}]/gu, '');
  if (letters.length > 2 && letters === letters.toLocaleUpperCase('sv')) return true;
  if (NUMBERED.test(line)) return true;
  return alone && /^\p{Lu}/u.test(line) && line.split(/\s+/).length <= 8 && !/\d/.test(line);
}

/** 1 for a title in capitals, else one more than the depth of the number: "3.2 Syfte" is 3. */
function headingLevel(line: string): number {
  const number = /^\d+(?:\.\d+)*/.exec(line)?.[0];
  if (number !== undefined) return Math.min(6, 1 + number.split('.').length);
  return line === line.toLocaleUpperCase('sv') ? 1 : 2;
}

function indentOf(line: string): number {
  return (/^\s*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length;
}
