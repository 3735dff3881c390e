import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInFormat, formatNumber } from '../../../main/documents/readers/number-format';

describe('a number in a workbook', () => {
  it.each([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e21, 'General', '1e+21'],
    [1234567.891, '#,##0.00', '1 234 567.89'],
    [1234.5, '0', '1235'],
    [1234.5, '#,##0 "kr"', '1 235 kr'],
    [-1234.5, '#,##0.0\\ "kr";[Red]\\-#,##0.0\\ "kr"', '-1 234.5 kr'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"–"', '–'],
    [0.155, '0.0%', '15.5%'],
    [1.5, '0.0##', '1.5'],
    [7, '000', '007'],
    [1500000, '0.0,,"M"', '1.5M'],
    [12345, '0.00E+00', '1.23e+4'],
    [250, '[$€-2] #,##0', '€ 250'],
    [250, '_-* #,##0 [$kr-41D]_-;-* #,##0 [$kr-41D]_-', '250 kr'],
    [2024, '@', '2024'],
    [0.5, '# ?/?', '0.5'],
    [-0.001, '0.0', '0.0'],
  ])('%s in the format %s is %s', (value, format, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });

  it.each([
    [45292, 'yyyy-mm-dd', '2024-01-01'],
    [45292, 'd/m/yy', '2024-01-01'],
    [45292.75, 'yyyy\\-mm\\-dd\\ hh:mm', '2024-01-01 18:00'],
    [0.5, 'h:mm', '12:00'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [45292, '[$-41D]mmmm yyyy', '2024-01-01'],
    [59, builtInFormat(14), '1900-02-28'],
    [61, builtInFormat(14), '1900-03-01'],
    [-1, 'yyyy', '-1'],
    [9e9, 'yyyy', '9000000000'],
  ])('%s in the format %s is the date or time %s', (value, format, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });

  it('counts its days from 1904 where the workbook does', () => {
    expect(formatNumber(43830, 'yyyy-mm-dd', { from1904: true })).toBe('2024-01-01');
  });

  it('is shown whatever the format', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.stringMatching(/^[0#?.,%EeydmhsAPG"\\;@[\]$*_ kr-]{0,24}$/),
        (value, format) => {
          expect(typeof formatNumber(value, format)).toBe('string');
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
