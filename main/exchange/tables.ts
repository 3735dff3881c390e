import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

import { AppError, isAppError } from '../../shared/domain/app-error';
import { decodeText } from '../documents/readers/text-encoding';
import { systemCode } from '../system-code';
import { type CsvRecord, type Separator, readCsv } from './csv';

/** A table that people make: what it must and may have. */
interface TableShape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

export interface TableRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** The cell of a column, without surrounding space; empty where the table has no such column. */
  readonly cell: (column: string) => string;
}

/** Something that is wrong with a table, and where. */
interface TableProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

/** A table of which nothing was applied, with everything that is wrong with it. */
export class TableError extends AppError {
  readonly problems: readonly TableProblem[];

  constructor(file: string, problems: readonly TableProblem[], more: number) {
    const count = problems.length + more;
    super(
      'table-rejected',
      [
        `Nothing of "${file}" was applied: ${count === 1 ? 'one problem' : `${count} problems`}.`,
        ...problems.map(({ line, column, message }) => {
          const where = column === null ? '' : `, column ${column}`;
          return `${file}, line ${line}${where}: ${message}`;
        }),
        ...(more > 0 ? [`… and ${more} more.`] : []),
      ].join('\n'),
      { file, problems: count },
    );
    this.problems = problems;
  }
}

/** Problems that are told one by one. */
const TOLD = 50;

/** Collects what is wrong with a table, so that all of it can be told at once. */
export class TableProblems {
  readonly #file: string;
  readonly #problems: TableProblem[] = [];
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** `message` is the end of a sentence that begins with file, line and column. */
  add(line: number, column: string | null, message: string, code = 'row-invalid'): void {
    if (this.#problems.length < TOLD) this.#problems.push({ line, column, code, message });
    else this.#more += 1;
  }

  /** Adds what a person can do something about; throws on everything else. */
  addError(line: number, column: string | null, error: unknown): void {
    if (!isAppError(error)) throw error;
    this.add(line, column, error.message, error.code);
  }

  get any(): boolean {
    return this.#problems.length > 0;
  }

  /** Throws a `TableError` when there is any problem. */
  refuseIfAny(): void {
    if (!this.any) return;
    throw new TableError(
      this.#file,
      this.#problems.toSorted((a, b) => a.line - b.line),
      this.#more,
    );
  }
}

/** Bytes of a table that are still read; a hundred times what the largest collection needs. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads a CSV table: UTF-8 with or without mark, UTF-16 or Latin-1; comma, semicolon or tab, whichever
 * the header shows; columns in any order and case. Rows in which every cell is empty are passed over.
 *
 * Throws `table-unreadable`, `table-too-large`, `table-not-text` or `table-empty`, and a `TableError`
 * when the header is not what the shape says. Rows that cannot be read are added to `problems`.
 */
export function readTable(
  path: string,
  shape: TableShape,
): { file: string; rows: TableRow[]; problems: TableProblems } {
  const file = basename(path);
  const text = textOf(path, file);
  const problems = new TableProblems(file);
  const separator = separatorOf(text, shape);
  const rows: TableRow[] = [];
  let columns: readonly string[] | null = null;
  for (const record of recordsOf(text, separator, problems)) {
    if (columns === null) {
      columns = readHeader(record, shape, problems);
      problems.refuseIfAny();
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      const row = readRow(record, columns, problems);
      if (row !== null) rows.push(row);
    }
  }
  return { file, rows, problems };
}

function textOf(path: string, file: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > LARGEST) {
      throw new AppError(
        'table-too-large',
        `"${file}" is larger than ${LARGEST / 1024 / 1024} MB. Split it and apply the parts one after the other.`,
        { file, limit: LARGEST },
      );
    }
    bytes = readFileSync(path);
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new AppError(
      'table-unreadable',
      code === 'ENOENT'
        ? `There is no file "${path}".`
        : `"${path}" cannot be read (${code}). Check that it is a CSV file that you may read.`,
      { file, reason: code },
    );
  }
  const text = decodeText(bytes);
  if (text === null) {
    throw new AppError(
      'table-not-text',
      `"${file}" is not a text table. In a spreadsheet program, save it as CSV (UTF-8).`,
      { file },
    );
  }
  if (text.trim() === '') {
    throw new AppError('table-empty', `"${file}" is empty: its first line must name the columns.`, {
      file,
    });
  }
  return text;
}

/** The separator with which the header has most of the columns that the table should have. */
function separatorOf(text: string, { required, optional }: TableShape): Separator {
  const known = new Set([...required, ...optional]);
  const found = ([',', ';', '\t'] as const).map((separator) => ({
    separator,
    columns: headerCells(text, separator).filter((name) => known.has(name)).length,
  }));
  return found.reduce((best, each) => (each.columns > best.columns ? each : best)).separator;
}

function headerCells(text: string, separator: Separator): string[] {
  try {
    const [header] = readCsv(text, separator);
    return header?.cells.map(columnName) ?? [];
  } catch (error) {
    // With this separator it is no header; with the one that is chosen it is told.
    if (isAppError(error)) return [];
    throw error;
  }
}

/** Records up to the first place from which on nothing can be told apart; that is a problem. */
function* recordsOf(
  text: string,
  separator: Separator,
  problems: TableProblems,
): Generator<CsvRecord> {
  try {
    yield* readCsv(text, separator);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'csv-damaged') throw error;
    problems.addError(Number(error.details['line']), null, error);
    problems.refuseIfAny();
  }
}

function readHeader(
  { line, cells }: CsvRecord,
  { required, optional }: TableShape,
  problems: TableProblems,
): string[] {
  const known = [...required, ...optional];
  const columns = cells.map(columnName);
  const unknown = columns.filter((name) => name !== '' && !known.includes(name));
  const lacking = required.filter((name) => !columns.includes(name));
  const twice = known.filter((name) => columns.filter((each) => each === name).length > 1);
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
  const columnWord = (names: readonly string[]) => (names.length === 1 ? 'column' : 'columns');
  if (lacking.length > 0) {
    problems.add(
      line,
      null,
      `the ${columnWord(lacking)} ${list(lacking)} ${lacking.length === 1 ? 'is' : 'are'} lacking; the first line must name the columns ${known.join(',')}`,
      'column-missing',
    );
  }
  if (unknown.length > 0) {
    problems.add(
      line,
      null,
      `the ${columnWord(unknown)} ${list(unknown)} ${unknown.length === 1 ? 'is' : 'are'} not known; leave out what is not one of ${known.join(',')}`,
      'column-unknown',
    );
  }
  if (twice.length > 0) {
    problems.add(line, null, `${list(twice)} is named twice; keep one of them`, 'column-twice');
  }
  return columns;
}

function readRow(
  { line, cells }: CsvRecord,
  columns: readonly string[],
  problems: TableProblems,
): TableRow | null {
  const beyond = cells.findIndex((cell, at) => cell.trim() !== '' && !columns[at]);
  if (beyond >= 0) {
    problems.add(
      line,
      null,
      `cell ${beyond + 1} has no column; a cell that holds the separator must stand in quotation marks`,
    );
    return null;
  }
  const unreadable = cells.findIndex((cell) => cell.includes('\uFFFD'));
  if (unreadable >= 0) {
    problems.add(
      line,
      columns[unreadable] ?? null,
      'a character cannot be read; save the table as UTF-8',
    );
    return null;
  }
  const byColumn = new Map(columns.map((column, at) => [column, (cells[at] ?? '').trim()]));
  return { line, cell: (column) => byColumn.get(column) ?? '' };
}

function columnName(cell: string): string {
  return cell.trim().toLowerCase();
}
