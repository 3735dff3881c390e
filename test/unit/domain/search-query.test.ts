import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  isSearchable,
  matchExpressions,
  parseSearch,
  type SearchTerm,
} from '../../../shared/domain/search-query';

const said = (words: string, isBeginning = false): SearchTerm => ({
  words: words.split(' '),
  isBeginning,
});
const none = (): string[] => [];

describe('what is typed', () => {
  it('asks for all words, the last one as the beginning of one', () => {
    expect(parseSearch('Verksamhet för bar')).toEqual({
      wanted: [said('verksamhet'), said('för'), said('bar', true)],
      unwanted: [],
      isForgiving: false,
    });
  });

  it('is done with once a space, a dot or a quote stands after it', () => {
    for (const typed of ['barn ', 'barn.', '"barn"']) {
      expect(parseSearch(typed).wanted).toEqual([said('barn')]);
    }
  });

  it('keeps together what stands in quotes of any kind, also before they are closed', () => {
    expect(parseSearch('"idéburet offentligt partnerskap" solna').wanted).toEqual([
      said('ideburet offentligt partnerskap'),
      said('solna', true),
    ]);
    expect(parseSearch('avtal ”från och me').wanted).toEqual([
      said('avtal'),
      said('från och me', true),
    ]);
  });

  it('keeps together what is joined', () => {
    expect(parseSearch('2024-01-01 IOP-avtal ').wanted).toEqual([
      said('2024 01 01'),
      said('iop avtal'),
    ]);
  });

  it('leaves out what has a minus before it', () => {
    expect(parseSearch('förening -idrott -"ideell förening" 1-2 ')).toEqual({
      wanted: [said('förening'), said('1 2')],
      unwanted: [said('idrott'), said('ideell förening')],
      isForgiving: false,
    });
  });

  it('forgives missing dots and rings only where none are typed', () => {
    expect(parseSearch('malgrupp aldre').isForgiving).toBe(true);
    expect(parseSearch('malgrupp äldre').isForgiving).toBe(false);
  });

  it('is too little when it is one letter, or only what is not wanted', () => {
    expect(
      ['a', ' ', '', '-barn', '" "', '…'].map((typed) => isSearchable(parseSearch(typed))),
    ).toEqual([false, false, false, false, false, false]);
    expect(['ab', '12', 'a b c', '§ 3-4'].map((typed) => isSearchable(parseSearch(typed)))).toEqual(
      [true, true, false, true],
    );
  });
});

describe('the expression for the index', () => {
  const spellings: Record<string, string[]> = { malgrupp: ['målgrupp'], aldre: ['äldre'] };
  const others = (word: string): string[] => spellings[word] ?? [];

  it('has every reading of a phrase typed without å, ä and ö', () => {
    expect(matchExpressions(parseSearch('"malgrupp aldre" -aldre x '), others)).toEqual({
      exact: '("malgrupp aldre" AND "x") NOT "aldre"',
      forgiving:
        '(("malgrupp aldre" OR "malgrupp äldre" OR "målgrupp aldre" OR "målgrupp äldre") AND "x") NOT ("aldre" OR "äldre")',
    });
  });

  it('is one where there is nothing to forgive', () => {
    expect(matchExpressions(parseSearch('målgrupp'), others)).toEqual({
      exact: '"målgrupp" *',
      forgiving: null,
    });
    expect(matchExpressions(parseSearch('idrott'), others)).toEqual({
      exact: '"idrott" *',
      forgiving: null,
    });
  });

  describe('whatever is typed', () => {
    let db: Database.Database;
    beforeAll(() => {
      const file = process.env['SAMSYN_SQLITE_BINDING'];
      db = new Database(':memory:', file ? { nativeBinding: file } : {});
      db.exec(
        "CREATE VIRTUAL TABLE page USING fts5(words, other, tokenize = 'ascii', prefix = '2 3')",
      );
      db.exec("INSERT INTO page VALUES ('barn och unga', 'hemligt')");
    });
    afterAll(() => db.close());

    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "'",
            '*',
            '(',
            ')',
            ':',
            '^',
            '{',
            '}',
            '+',
            '-',
            'AND',
            'OR',
            'NOT',
            'NEAR(',
            'other:',
            'hemligt',
            '\0',
            ';',
            '--',
            'barn',
            'å',
            ' ',
            '\n',
            '”',
            '\ud800',
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join('')),
    );

    it('is one that SQLite understands, and finds nothing but the words in it', () => {
      const find = db.prepare('SELECT rowid FROM page WHERE page MATCH ?').pluck();
      fc.assert(
        fc.property(hostile, (typed) => {
          const query = parseSearch(typed);
          const match = matchExpressions(query, none);
          if (match === null) return;
          const found = find.all(match.exact);
          const isBarn = ({ words, isBeginning }: SearchTerm): boolean => {
            const text = ' barn och unga ¦ hemligt ';
            return text.includes(` ${words.join(' ')}${isBeginning ? '' : ' '}`);
          };

          expect(found.length === 1).toBe(
            query.wanted.every(isBarn) && !query.unwanted.some(isBarn),
          );
        }),
        { numRuns: 500 },
      );
    });
  });
});
