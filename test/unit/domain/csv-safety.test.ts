import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { protectCell, restoreCell } from '../../../shared/domain/csv-safety';

describe('cells that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+46 8 123', "'+46 8 123"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\u00a0=1+1', "'\u00a0=1+1"],
    ['\ufeff=1+1', "'\ufeff=1+1"],
    ['"=1+1', '\'"=1+1'],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['﹣1', "'﹣1"],
    ['−1', "'−1"],
    ['\0=1', "'\0=1"],
    ['\t=1', "\t'=1"],
    ['\r=1', "\r'=1"],
    ['Solna; =HYPERLINK("x")', 'Solna;\' =HYPERLINK("x")'],
    ['\x01=1', "'\x01=1"],
    ['rad ett\n=cmd', "rad ett\n'=cmd"],
    ["'citat", "''citat"],
  ])('%j is written %j', (text, cell) => {
    expect(protectCell(text)).toBe(cell);
    expect(restoreCell(cell)).toBe(text);
  });

  it.each(['Solna stad', '2024-03-01', 'open-ended', 'a=b', 'Hälsa/Rehabilitering', '', 'Ada; Bo'])(
    '%j is left alone',
    (text) => {
      expect(protectCell(text)).toBe(text);
    },
  );

  const awkward = fc
    .array(
      fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ' ', '\t', '\r', '\n', ';', '＝', '\0', 'a'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('come back exactly as they were, whatever they are', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        expect(restoreCell(protectCell(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('never begin a cell with a formula sign, wherever a spreadsheet splits', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        for (const piece of protectCell(text).split(/[;\t\r\n]/)) {
          const begins = piece.replace(/^[\s"]*/, '').normalize('NFKC');
          expect(begins).not.toMatch(/^[=+\-@\0]/);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('that differ are written differently', () => {
    fc.assert(
      fc.property(awkward, awkward, (a, b) => {
        expect(protectCell(a) === protectCell(b)).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });
});
