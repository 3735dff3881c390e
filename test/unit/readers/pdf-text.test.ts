import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PdfTextItem } from '../../../shared/domain/pdf-text';
import {
  offsetInText,
  pageTextOf,
  spansBetween,
  wordBoxesOf,
} from '../../../shared/domain/pdf-text';

/** An upright item of 10 points height at (x, y) with 5 points a character. */
function anItem(str: string, over: Partial<PdfTextItem> & { x?: number; y?: number } = {}) {
  const { x = 0, y = 700, ...rest } = over;
  return {
    str,
    transform: [10, 0, 0, 10, x, y],
    width: str.length * 5,
    height: 10,
    hasEOL: false,
    ...rest,
  };
}

describe('the text of a PDF page', () => {
  it('ends a line where the item does and keeps explicit spaces', () => {
    const page = pageTextOf([
      anItem('Avtal'),
      anItem(' ', { x: 25 }),
      anItem('2024', { x: 30, hasEOL: true }),
      anItem('Parter', { y: 680 }),
    ]);

    expect(page).toEqual({
      text: 'Avtal 2024\nParter',
      pieces: [
        { start: 0, end: 5, item: 0 },
        { start: 5, end: 6, item: 1 },
        { start: 6, end: 10, item: 2 },
        { start: 11, end: 17, item: 3 },
      ],
    });
  });

  it('puts one space, which belongs to no item, between items that stand apart', () => {
    const page = pageTextOf([anItem('Kommun'), anItem('Förening', { x: 200 })]);

    expect(page.text).toBe('Kommun Förening');
    expect(page.pieces[1]).toEqual({ start: 7, end: 15, item: 1 });
  });

  it('adds nothing between items that touch', () => {
    expect(pageTextOf([anItem('över'), anItem('enskommelse', { x: 20 })]).text).toBe(
      'överenskommelse',
    );
  });

  it('separates a shifted line that pdf.js did not end, and a column to the left', () => {
    expect(pageTextOf([anItem('ett', { x: 100 }), anItem('två', { x: 115, y: 690 })]).text).toBe(
      'ett två',
    );
    expect(pageTextOf([anItem('höger', { x: 300 }), anItem('vänster', { x: 20 })]).text).toBe(
      'höger vänster',
    );
  });

  it('measures gaps along the writing direction of turned text', () => {
    const up = { transform: [0, 10, -10, 0, 50, 100] };
    const close = { transform: [0, 10, -10, 0, 50, 115] };
    const far = { transform: [0, 10, -10, 0, 50, 160] };

    expect(pageTextOf([anItem('ett', up), anItem('två', close)]).text).toBe('etttvå');
    expect(pageTextOf([anItem('ett', up), anItem('två', far)]).text).toBe('ett två');
  });

  it('counts pieces like the spans of the text layer: marks not, empty items yes', () => {
    const page = pageTextOf([
      { type: 'beginMarkedContent' },
      anItem('a', { hasEOL: true }),
      { type: 'endMarkedContent' },
      anItem('', { hasEOL: true }),
      anItem('b', { y: 650 }),
    ]);

    expect(page.text).toBe('a\n\nb');
    expect(page.pieces.map((piece) => piece.item)).toEqual([0, 1, 2]);
  });

  it('replaces control characters and broken surrogates one for one', () => {
    expect(pageTextOf([anItem('a\u0000b\ud800c😀')]).text).toBe('a b\ufffdc😀');
  });

  it('leads from any offset in a span to the text and back', () => {
    const anyItem = fc.record({
      str: fc.string({ maxLength: 8, unit: 'grapheme' }),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 800 }),
      hasEOL: fc.boolean(),
    });

    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 12 }), (parts) => {
        const items = parts.map(({ str, ...over }) => anItem(str, over));
        const page = pageTextOf(items);
        items.forEach((item, index) => {
          const from = offsetInText(page, index, 0);
          const to = offsetInText(page, index, item.str.length);
          expect(to - from).toBe(item.str.length);
          const spans = spansBetween(page, from, to);
          expect(spans).toEqual(
            item.str === '' ? [] : [{ start: 0, end: item.str.length, item: index }],
          );
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the words of a PDF page', () => {
  const upright = [1, 0, 0, -1, 0, 842];

  it('get boxes from the top left, shared out evenly in an item', () => {
    const items = [anItem('ab cd', { x: 100, y: 742 })];

    expect(wordBoxesOf(items, pageTextOf(items), upright)).toEqual([
      { start: 0, end: 2, x: 100, y: 92, w: 10, h: 10 },
      { start: 3, end: 5, x: 115, y: 92, w: 10, h: 10 },
    ]);
  });

  it('span the items that they are set in', () => {
    const items = [anItem('över', { x: 10, y: 742 }), anItem('ens', { x: 30, y: 742 })];

    expect(wordBoxesOf(items, pageTextOf(items), upright)).toEqual([
      { start: 0, end: 7, x: 10, y: 92, w: 35, h: 10 },
    ]);
  });

  it('follow the rotation of the page', () => {
    const items = [anItem('ab', { x: 100, y: 700 })];
    const turned = [0, 1, 1, 0, 0, 0];

    expect(wordBoxesOf(items, pageTextOf(items), turned)).toEqual([
      { start: 0, end: 2, x: 698, y: 100, w: 10, h: 10 },
    ]);
  });
});
