import { formatNumber } from './number-format';
import { isOn, type Workbook } from './workbook';
import { readXml } from './xml';

/** Columns of a sheet that are shown, counted over those that hold anything. */
const MOST_COLUMNS = 500;

interface SheetRow {
  /** As the sheet counts it, from 1. */
  readonly number: number;
  /** Text by column, from 0; only cells that hold something. */
  readonly cells: ReadonlyMap<number, string>;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Columns that hold something, in order. */
  readonly columns: readonly number[];
  /** Numbers of the rows that name columns, as far as the sheet says so itself. */
  readonly headers: ReadonlySet<number>;
  /** Rows or columns with something in them are hidden; they are left out. */
  readonly hasHidden: boolean;
}

/**
 * Reads the cells of a sheet as the workbook shows them; what formulas gave when it was saved.
 *
 * `tables`: the parts of its tables. Throws `XmlError`.
 */
export function readSheet(
  part: Uint8Array,
  workbook: Workbook,
  tables: readonly Uint8Array[],
): Sheet {
  const reader = new SheetReader(workbook);
  readXml(part, reader, { prefixes: false });
  for (const table of tables) reader.readTable(table);
  return reader.finish();
}

class SheetReader {
  readonly #workbook: Workbook;
  readonly #rows: { number: number; cells: Map<number, string> }[] = [];
  readonly #headers = new Set<number>();
  readonly #hiddenColumns: [from: number, to: number][] = [];
  #hasHidden = false;
  #rowIsHidden = false;
  #lastRow = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #taken: 'value' | null = null;
  #unspoken = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'pane':
        if (attributes['state']?.startsWith('frozen')) this.#freeze(attributes['ySplit']);
        return;
      case 'autoFilter':
        this.#nameColumns(attributes['ref']);
        return;
      case 'col':
        if (isOn(attributes['hidden'])) {
          this.#hiddenColumns.push([Number(attributes['min']) - 1, Number(attributes['max']) - 1]);
        }
        return;
      case 'row':
        this.#lastRow = Number(attributes['r'] ?? this.#lastRow + 1) || this.#lastRow + 1;
        this.#rowIsHidden = isOn(attributes['hidden']);
        this.#column = -1;
        this.#rows.push({ number: this.#lastRow, cells: new Map() });
        return;
      case 'c':
        this.#column = columnOf(attributes['r']) ?? this.#column + 1;
        this.#type = attributes['t'] ?? 'n';
        this.#style = Number(attributes['s'] ?? 0) || 0;
        this.#value = '';
        return;
      case 'rPh':
        this.#unspoken = true;
        return;
      case 'v':
      case 't':
        this.#taken = this.#unspoken ? null : 'value';
    }
  }

  text(text: string): void {
    if (this.#taken !== null) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#taken = null;
    if (name === 'rPh') this.#unspoken = false;
    if (name === 'row' && (this.#rows.at(-1)?.cells.size ?? 0) === 0) this.#rows.pop();
    if (name === 'c') this.#endCell();
  }

  readTable(part: Uint8Array): void {
    readXml(
      part,
      {
        open: (name, attributes) => {
          const hasHeader = name === 'table' && attributes['headerRowCount'] !== '0';
          if (hasHeader) this.#nameColumns(attributes['ref']);
        },
      },
      { prefixes: false },
    );
  }

  finish(): Sheet {
    const used = new Set<number>();
    for (const { cells } of this.#rows) for (const column of cells.keys()) used.add(column);
    const columns = [...used].sort((a, b) => a - b).slice(0, MOST_COLUMNS);
    return {
      rows: this.#rows.sort((a, b) => a.number - b.number),
      columns,
      headers: this.#headers,
      hasHidden: this.#hasHidden || used.size > MOST_COLUMNS,
    };
  }

  #endCell(): void {
    const text = this.#shown().replace(/\t/g, ' ').replace(/\r\n?/g, '\n').trim();
    const row = this.#rows.at(-1);
    if (text === '' || row === undefined) return;
    const isHidden =
      this.#rowIsHidden ||
      this.#hiddenColumns.some(([from, to]) => this.#column >= from && this.#column <= to);
    if (isHidden) this.#hasHidden = true;
    else row.cells.set(this.#column, text);
  }

  #shown(): string {
    const { strings, formats, from1904 } = this.#workbook;
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'b':
        return isOn(value) ? 'TRUE' : 'FALSE';
      case 'n': {
        const number = Number(value);
        if (value === '' || Number.isNaN(number)) return value;
        return formatNumber(number, formats[this.#style] ?? 'General', { from1904 });
      }
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      default:
        // Texts in the cell, texts that formulas gave, and errors.
        return value;
    }
  }

  /** Rows that stay when the sheet is scrolled: a few name the columns. */
  #freeze(rows: string | undefined): void {
    const count = Number(rows ?? 0);
    if (count > 3) return;
    for (let number = 1; number <= count; number += 1) this.#headers.add(number);
  }

  /** The first row of an area such as A3:F90. */
  #nameColumns(area: string | undefined): void {
    const row = /^\$?[A-Z]{1,3}\$?(\d{1,7})\b/.exec(area ?? '')?.[1];
    if (row !== undefined) this.#headers.add(Number(row));
  }
}

/** The column of a cell such as AB12, from 0. */
function columnOf(cell: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d/.exec(cell ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
