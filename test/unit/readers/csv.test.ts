import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { csvBlocks } from '../../../main/documents/readers/csv';
import { pagesOf } from '../../../main/documents/readers/page-breaks';

const rowsOf = (text: string) =>
  [...csvBlocks(text)].map(({ text: row, marker, header }) => [marker, row, header === true]);

describe('the rows of a table of separated values', () => {
  it('are found with any of the usual separators, and keep their numbers', () => {
    for (const separator of [';', ',', '\t', '|']) {
      const text = [
        ['Kommun', 'Start', 'Belopp'],
        ['Åre', '2024-01-01', '100'],
        ['', '', ''],
        ['Umeå', '', '7'],
      ]
        .map((row) => row.join(separator))
        .join('\n');

      expect(rowsOf(text)).toEqual([
        ['1', 'Kommun\tStart\tBelopp', true],
        ['2', 'Åre\t2024-01-01\t100', false],
        ['4', 'Umeå\t\t7', false],
      ]);
    }
  });

  it('keep quoted separators and lines, and obey what Excel writes first', () => {
    expect(rowsOf('sep=;\na;"b; ""c""\nd"\n1,5;2\tx')).toEqual([
      ['1', 'a\tb; "c"\nd', true],
      ['2', '1,5\t2 x', false],
    ]);
  });

  it('have no header where the first row is a row like others', () => {
    expect(rowsOf('2024;100\n2025;200')[0]?.[2]).toBe(false);
    expect(rowsOf('Åre;Åre\nUmeå;x')[0]?.[2]).toBe(false);
  });

  it('hold every cell, wherever its page ends', () => {
    const cell = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, '_'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 150 }),
        (rows) => {
          const text = Papa.unparse(rows, { delimiter: ';', quotes: true });
          const pages = [...pagesOf(csvBlocks(`sep=;\n${text}`))];
          const read = pages.flatMap((page) =>
            page.blocks.map(({ start, end }) => page.text.slice(start, end).split('\t')),
          );

          expect(read).toEqual(rows);
          expect(pages.every((page) => page.blocks.length <= 60)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
