import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldWord, searchWordsIn, withoutSwedishLetters } from '../../../shared/domain/search-text';

const wordsOf = (text: string): string[] => searchWordsIn(text).words.map(({ word }) => word);

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'å',
        'Ä',
        'a\u030a',
        'é',
        'ü',
        'ø',
        'ﬁ',
        '-',
        '\u00ad',
        '\n',
        ' ',
        'a',
        'İ',
        '½',
        '"',
        '*',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('the words of a text', () => {
  it('are lower case, with å, ä and ö and no other accents', () => {
    expect(wordsOf('ÅRE Älvsbyn, Öland; Café Müller – Søren Ærø, STRAẞE ﬁlm')).toEqual([
      'åre',
      'älvsbyn',
      'öland',
      'cafe',
      'muller',
      'sören',
      'ärö',
      'strasse',
      'film',
    ]);
  });

  it('are the same however å is written', () => {
    expect(wordsOf('A\u030are a\u0308lv o\u0308l')).toEqual(wordsOf('Åre älv öl'));
  });

  it('are whole where a line end divides them, and two words as well', () => {
    const { words, divided } = searchWordsIn('bedriva verksam-\nhet enligt IOP-\r\n  avtal här');

    expect(words.map(({ word }) => word)).toEqual([
      'bedriva',
      'verksamhet',
      'enligt',
      'iopavtal',
      'här',
    ]);
    expect(divided.map((parts) => parts.map(({ word }) => word))).toEqual([
      ['verksam', 'het'],
      ['iop', 'avtal'],
    ]);
  });

  it('stay two where the hyphen stands for what both share, and before a capital or a number', () => {
    expect(wordsOf('hälso-\noch sjukvård Stockholm-\nMalmö 2024-\n01')).toEqual([
      'hälso',
      'och',
      'sjukvård',
      'stockholm',
      'malmö',
      '2024',
      '01',
    ]);
  });

  it('have no soft hyphens in them', () => {
    expect(wordsOf('verk\u00adsam\u00adhet verk\u00ad\nsamhet')).toEqual([
      'verksamhet',
      'verksamhet',
    ]);
  });

  it('stand where they say, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { words, divided } = searchWordsIn(text);
        for (const { word, start, end } of [...words, ...divided.flat()]) {
          expect(word).toMatch(/^[\p{L}\p{N}]{1,64}$/u);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const starts = words.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });

  it('fold letters that carry an accent and stand for two as those without it', () => {
    expect(['Ǽ', 'ǿ', 'Æ', 'Ø'].map(foldWord)).toEqual(['ä', 'ö', 'ä', 'ö']);
  });

  it('fold to themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldWord(text);

        expect(foldWord(folded)).toBe(folded);
        expect(withoutSwedishLetters(withoutSwedishLetters(folded))).toBe(
          withoutSwedishLetters(folded),
        );
      }),
    );
  });

  it('do not mind case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'Z', 'Å', 'Ä', 'Ö', 'É', 'Ü', 'Ø', 'Æ'),
        fc.constantFrom('å', 'ö', 'é', 'z'),
        (one, other) => {
          expect(foldWord(one + other)).toBe(foldWord((one + other).toLowerCase()));
        },
      ),
    );
  });
});
