import { AppError } from '../../shared/domain/app-error';

/**
 * A row as RFC 4180 has it, ended by a line feed: cells that hold a separator, a quotation mark or a
 * line break are quoted, marks inside doubled. Cells with `;` or a tab are quoted too, for programs
 * that take one of those for the separator.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A record of a table and the line of the file on which it begins, from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a separator can be. */
export type Separator = ',' | ';' | '\t';

/**
 * Reads RFC 4180, one record at a time: quoted cells may hold separators and line breaks, and lines
 * may end in LF or CRLF. A mark inside a cell that does not begin with one stands for itself.
 *
 * Throws `csv-damaged` with the line, where a quotation mark is not closed or is followed by text:
 * what comes after it cannot be told apart.
 */
export function* readCsv(text: string, separator: Separator): Generator<CsvRecord> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const cells: string[] = [];
    const begins = line;
    for (;;) {
      const cell =
        text[at] === '"' ? quotedCell(text, at, separator, line) : bareCell(text, at, separator);
      cells.push(cell.text);
      line += cell.breaks;
      at = cell.end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    yield { line: begins, cells };
  }
}

interface Cell {
  text: string;
  /** Where the cell ends: at a separator, a line break or the end of the text. */
  end: number;
  /** Line breaks inside it. */
  breaks: number;
}

function bareCell(text: string, from: number, separator: Separator): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') {
    if (text[end] === '\r' && (text[end + 1] === '\n' || end + 1 === text.length)) break;
    end += 1;
  }
  return { text: text.slice(from, end), end, breaks: 0 };
}

function quotedCell(text: string, from: number, separator: Separator, line: number): Cell {
  let content = '';
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark < 0) throw damaged(line, 'the quotation mark that begins a cell is never closed');
    content += text.slice(at, mark);
    at = mark + 1;
    if (text[at] !== '"') break;
    content += '"';
    at += 1;
  }
  const next = text[at];
  const ends = next === undefined || next === separator || next === '\n' || next === '\r';
  const breaks = content.split('\n').length - 1;
  if (!ends) {
    throw damaged(
      line + breaks,
      'text follows a closing quotation mark; double the marks inside a quoted cell',
    );
  }
  return { text: content, end: at, breaks };
}

function damaged(line: number, reason: string): AppError {
  return new AppError('csv-damaged', reason, { line });
}
