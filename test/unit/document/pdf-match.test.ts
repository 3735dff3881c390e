import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeOfMatch } from '../../../renderer/viewer/pdf-match';
import { pageTextOf } from '../../../shared/domain/pdf-text';

/** Lines of words, each word an item of its own and far from the one before. */
const linesOf = (lines: readonly (readonly string[])[]) =>
  lines.flatMap((words, line) =>
    words.map((str, word) => ({
      str,
      transform: [10, 0, 0, 10, 60 * word, -20 * line],
      width: 5 * str.length,
      height: 10,
      hasEOL: word === words.length - 1,
    })),
  );

describe('placeOfMatch', () => {
  it('counts the spaces and line breaks that stand between the items', () => {
    const page = pageTextOf(
      linesOf([
        ['öka', 'tryggheten'],
        ['i', 'staden'],
      ]),
    );

    const place = placeOfMatch(page, 'öka'.length, 'tryggheteni'.length);

    expect(page.text.slice(place?.start, place?.end)).toBe('tryggheten\ni');
  });

  it('finds every stretch of the items in the text', () => {
    const word = fc.stringMatching(/^[a-zåäö]{1,6}$/);
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (all, from, long) => {
        const page = pageTextOf(linesOf(all));
        const joined = all.flat().join('');
        const position = from % joined.length;
        const length = 1 + (long % (joined.length - position));

        const place = placeOfMatch(page, position, length);

        expect(page.text.slice(place?.start, place?.end).replace(/\s/g, '')).toBe(
          joined.slice(position, position + length),
        );
      }),
    );
  });

  it('knows no place behind the end', () => {
    expect(placeOfMatch(pageTextOf(linesOf([['slut']])), 3, 2)).toBeNull();
  });
});
