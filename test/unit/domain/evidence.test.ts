import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { locatePassage, Passage, passageAt } from '../../../shared/domain/evidence';
import { DocumentId } from '../../../shared/domain/ids';

const document = DocumentId.parse('a'.repeat(64));
const page = {
  number: 2,
  text: 'Avtalet gäller från 2024-01-01.\nBeslut 2024-01-01.\nAvtalet gäller tills vidare.',
};

function take(quote: string, text = page.text, from = 0) {
  const start = text.indexOf(quote, from);
  const passage = passageAt(document, { number: 2, text }, start, start + quote.length);
  if (passage === null) throw new Error(`${quote} is not there`);
  return passage;
}

const shownBy = (passage: ReturnType<typeof take>, text: string) => {
  const found = locatePassage(passage, text);
  return found && text.slice(found.start, found.end);
};

describe('a passage', () => {
  it('is cut to its words, with what stands around it', () => {
    const start = page.text.indexOf(' från ');
    expect(passageAt(document, page, start, start + ' från '.length)).toEqual({
      document,
      page: 2,
      start: start + 1,
      end: start + 5,
      quote: 'från',
      prefix: 'Avtalet gäller ',
      suffix: ' 2024-01-01.\nBeslut 2024-01-01.\nAvtalet gäller t',
    });
  });

  it('is none when nothing but space was selected', () => {
    expect(passageAt(document, page, 31, 32)).toBeNull();
  });
});

describe('finding a passage again', () => {
  it('takes its place when the quote still stands there', () => {
    const second = take('2024-01-01', page.text, 30);
    expect(locatePassage(second, page.text)).toEqual({ start: second.start, end: second.end });
  });

  it('follows the text that moved', () => {
    expect(locatePassage(take('tills vidare'), `Sida 2\n${page.text}`)?.start).toBe(
      page.text.indexOf('tills vidare') + 7,
    );
  });

  it('tells two equal quotes apart by what stands around them', () => {
    const moved = `Sida 2 av 4, ett långt sidhuvud\n${page.text}`;
    const second = take('2024-01-01', page.text, 30);
    expect(locatePassage(second, moved)?.start).toBe(moved.indexOf('2024-01-01', 60));
  });

  it('levels space and line breaks', () => {
    expect(shownBy(take('gäller tills vidare'), 'Avtalet gäller\n  tills vidare.')).toBe(
      'gäller\n  tills vidare',
    );
  });

  it('gives nothing when the quote is gone', () => {
    expect(locatePassage(take('tills vidare'), 'Något annat.')).toBeNull();
    expect(locatePassage(take('tills vidare'), '')).toBeNull();
  });

  const texts = fc
    .array(
      fc.constantFrom('avtal', 'år', 'a.b*c', '(1)', '[x]', '§', '2024-01-01', '\n', ' ', '😀'),
      {
        minLength: 4,
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(' '));

  it('shows the same words, wherever the page begins and however its spaces fall', () => {
    const cases = fc.record({
      text: texts,
      from: fc.nat({ max: 80 }),
      length: fc.integer({ min: 1, max: 40 }),
      before: texts,
      space: fc.constantFrom(' ', '\n', '  '),
    });
    fc.assert(
      fc.property(cases, ({ text, from, length, before, space }) => {
        // A selection never splits a character in two.
        const whole = [...text];
        const start = whole.slice(0, from).join('').length;
        const end = whole.slice(0, from + length).join('').length;
        const passage = passageAt(document, { number: 1, text }, start, end);
        if (passage === null) return;
        expect(Passage.parse(passage)).toEqual(passage);
        expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
        expect(locatePassage(passage, text)).toEqual({ start: passage.start, end: passage.end });

        const level = (words: string) => words.replace(/\s+/g, ' ').trim();
        const changed = before + space + text.replace(/\s+/g, space);
        expect(level(shownBy(passage, changed) ?? '')).toBe(level(passage.quote));
      }),
      { numRuns: 3000 },
    );
  });
});
