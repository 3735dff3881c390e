import Papa from 'papaparse';

import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type LooseBlock, givePages } from './page-breaks';
import { textIn } from './text-encoding';

/**
 * Reads a table of separated values: a row is a block, marked with its number in the file.
 *
 * Errors: `file-not-supported` where the bytes are no text, `file-empty`.
 */
export function readCsv(bytes: Uint8Array, fileName: string, { onPage }: ReadOptions): ReadSummary {
  const text = textIn(bytes, fileName);
  const pageCount = givePages(csvBlocks(text), onPage);
  return { format: 'csv', pageCount, notices: [] };
}

/** The rows of a table; its delimiter is found by itself, or named by a first line `sep=;` as Excel writes it. */
export function* csvBlocks(text: string): Generator<LooseBlock> {
  const named = /^sep=(.)\n/.exec(text);
  const { data } = Papa.parse<string[]>(named ? text.slice(named[0].length) : text, {
    delimiter: named?.[1] ?? '',
    delimitersToGuess: [';', '\t', ',', '|'],
  });
  const width = data.reduce((most, row) => Math.max(most, row.length), 0);
  const hasHeader = namesColumns(data[0] ?? [], width);
  for (const [index, row] of data.entries()) {
    const cells = row.map(cellOf);
    if (cells.every((cell) => cell === '')) continue;
    yield {
      kind: 'table-row',
      level: 0,
      text: cells.join('\t'),
      marker: String(index + 1),
      ...(index === 0 && hasHeader ? { header: true } : {}),
    };
  }
}

/** Tabs are the borders between cells; lines inside a cell stay. */
const cellOf = (cell: string): string =>
  cell
    .replace(/\t/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();

/** A first row of different names for all columns, none of which is a number or a date. */
function namesColumns(row: string[], width: number): boolean {
  const names = row.map((cell) => cell.trim());
  return (
    width > 1 &&
    names.length === width &&
    new Set(names).size === width &&
    names.every((name) => /\p{L}/u.test(name) && !/^[\d\s.,:%-]+$/.test(name))
  );
}
