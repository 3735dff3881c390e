import { describe, expect, it } from 'vitest';

import { findInPages, firstFrom, inContext } from '../../../renderer/viewer/text-find';

const pages = [
  { number: 1, text: 'Avtalet gäller Äldre.\nParterna är Solna\nstad och Stiftelsen.' },
  { number: 2, text: 'Äldre och yngre (65+).' },
];

describe('findInPages', () => {
  it('finds upper and lower case alike, page by page', () => {
    expect(findInPages('äldre', pages)).toEqual([
      { page: 1, start: 15, end: 20 },
      { page: 2, start: 0, end: 5 },
    ]);
  });

  it('takes å, ä and ö for letters of their own', () => {
    expect(findInPages('aldre', pages)).toEqual([]);
  });

  it('finds what holds a hyphen, as dates do', () => {
    const dated = [{ number: 1, text: 'Dnr KS-2024, från 2024-03-01' }];

    expect(findInPages('2024-03', dated)).toEqual([{ page: 1, start: 18, end: 25 }]);
    expect(findInPages('ks-2024', dated)).toHaveLength(1);
  });

  it('finds words over a line break', () => {
    expect(findInPages('Solna stad', pages)).toEqual([{ page: 1, start: 34, end: 44 }]);
  });

  it('takes what is typed literally', () => {
    expect(findInPages('(65+)', pages)).toHaveLength(1);
    expect(findInPages('.*', pages)).toEqual([]);
  });

  it('finds an ä that was typed as a and two dots', () => {
    expect(findInPages('a\u0308ldre', pages)).toHaveLength(2);
  });

  it.each(['', '  ', '\n'])('finds nothing for %j', (query) => {
    expect(findInPages(query, pages)).toEqual([]);
  });
});

describe('firstFrom', () => {
  const matches = findInPages('äldre', pages);

  it('begins on the page that is shown, and goes around the end', () => {
    expect([1, 2, 3].map((page) => firstFrom(page, matches))).toEqual([0, 1, 0]);
  });

  it('has nowhere to begin without matches', () => {
    expect(firstFrom(1, [])).toBe(-1);
  });
});

describe('with options', () => {
  const words = [{ number: 1, text: 'Kommun och kommunen, ”kommun”, region-kommun.' }];
  const places = (matchCase: boolean, wholeWord: boolean) =>
    findInPages('kommun', words, { matchCase, wholeWord }).map(({ start }) => start);

  it('finds whole words, also beside quotes and hyphens', () => {
    expect(places(false, true)).toEqual([0, 22, 38]);
  });

  it('tells capital letters from small ones', () => {
    expect(places(true, false)).toEqual([11, 22, 38]);
  });

  it('does not take å, ä and ö for the edges of a word', () => {
    const text = [{ number: 1, text: 'ålder, ålderns, målålder' }];

    expect(findInPages('ålder', text, { matchCase: false, wholeWord: true })).toHaveLength(1);
  });
});

describe('inContext', () => {
  it('gives the words around a match on one line, from the beginning of a word', () => {
    const text = `Först kommer något långt som inte får plats.\n\nSedan  kommer\nordet här, och mer.`;
    const start = text.indexOf('ordet');

    expect(inContext(text, { start, end: start + 5 })).toEqual({
      before: 'som inte får plats. Sedan kommer ',
      match: 'ordet',
      after: ' här, och mer.',
    });
  });
});
