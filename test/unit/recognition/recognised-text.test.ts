import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pageTextOf, wordBoxesOf } from '../../../shared/domain/pdf-text';
import {
  boxOnPage,
  type FoundLine,
  isHardToRead,
  needsRecognition,
  textOfLines,
} from '../../../shared/domain/recognition';
import { textItemsOf } from '../../../shared/domain/recognised-items';
import { linesOf } from '../../../main/documents/recognition/tesseract';

const geometry = { width: 595, height: 842, scale: 200 / 72, turned: 0 };

function line(
  y: number,
  ...words: [text: string, x0: number, x1: number, confidence?: number][]
): FoundLine {
  const boxes = words.map(([text, x0, x1, confidence = 90]) => ({
    text,
    confidence,
    box: { x0, y0: y + 4, x1, y1: y + 26 },
  }));
  return {
    box: { x0: words[0]?.[1] ?? 0, y0: y, x1: words.at(-1)?.[2] ?? 0, y1: y + 30 },
    words: boxes,
  };
}

describe('the text of a recognised page', () => {
  it('has a space between words and a break between lines, and each word its box', () => {
    const found = textOfLines(
      [line(100, ['Åre', 50, 100], ['kommun', 110, 200]), line(150, ['Syfte', 50, 120])],
      geometry,
    );

    expect(found.text).toBe('Åre kommun\nSyfte');
    expect(found.words.map(({ start, end }) => found.text.slice(start, end))).toEqual([
      'Åre',
      'kommun',
      'Syfte',
    ]);
    // Points: 72 to an inch; as high as the line.
    expect(found.words[1]).toMatchObject({ x: 39.6, y: 36, w: 32.4, h: 10.8 });
  });

  it('leaves out the rules of tables and specks, and keeps every word, however unsure', () => {
    const found = textOfLines(
      [
        line(
          0,
          ['|', 0, 3, 95],
          ['utbildningsndmnden', 10, 90, 3],
          ['.', 95, 97, 30],
          ['§', 100, 110, 88],
        ),
        line(40, ['—', 0, 400, 20]),
      ],
      geometry,
    );

    expect(found.text).toBe('utbildningsndmnden §');
  });

  it('is as sure as its letters are', () => {
    const found = textOfLines([line(0, ['tio', 0, 30, 100], ['a', 40, 50, 20])], geometry);

    expect(found.confidence).toBe(80);
    expect(textOfLines([], geometry).confidence).toBeNull();
  });

  it('turns boxes back to where the words stand on a page that lay askew', () => {
    // A word in the middle stays there; one at the right edge of a page that was turned clockwise
    // to lie straight, by one degree, stood higher.
    const turned = { ...geometry, turned: Math.PI / 180 };
    const scale = geometry.scale;
    const middle = {
      x0: 297.5 * scale - 10,
      y0: 421 * scale - 5,
      x1: 297.5 * scale + 10,
      y1: 421 * scale + 5,
    };
    const right = { ...middle, x0: 590 * scale - 10, x1: 590 * scale + 10 };

    expect(boxOnPage(middle, turned).y + boxOnPage(middle, turned).h / 2).toBeCloseTo(421, 1);
    expect(boxOnPage(right, turned).y + boxOnPage(right, turned).h / 2).toBeCloseTo(
      421 - 292.5 * Math.sin(Math.PI / 180),
      1,
    );
  });

  it('is read from the recogniser’s table', () => {
    const table = [
      '4\t1\t1\t1\t1\t0\t606\t260\t440\t26\t-1\t',
      '5\t1\t1\t1\t1\t1\t606\t260\t256\t26\t96.75\tHUDIKSVALLS',
      '5\t1\t1\t1\t1\t2\t873\t260\t173\t26\t96.68\tKOMMUN',
      '4\t1\t2\t1\t1\t0\t0\t0\t10\t10\t-1\t',
      '',
    ].join('\n');

    expect(linesOf(table)).toEqual([
      {
        box: { x0: 606, y0: 260, x1: 1046, y1: 286 },
        words: [
          { text: 'HUDIKSVALLS', box: { x0: 606, y0: 260, x1: 862, y1: 286 }, confidence: 96.75 },
          { text: 'KOMMUN', box: { x0: 873, y0: 260, x1: 1046, y1: 286 }, confidence: 96.68 },
        ],
      },
    ]);
  });
});

describe('recognised text as a PDF’s own', () => {
  const word = fc.record({
    text: fc.constantFrom('Avtal', 'å', '§', '2024-01-01', '😀', 'b.c'),
    gap: fc.constantFrom(' ', '\n', '\n\n', '  ', ''),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 800 }),
    w: fc.integer({ min: 1, max: 90 }),
    h: fc.integer({ min: 4, max: 40 }),
  });
  /** Upright, turned by a quarter, by a half, and moved as by a crop box. */
  const viewports = fc.constantFrom(
    [1, 0, 0, -1, 0, 842],
    [0, 1, 1, 0, 0, 0],
    [-1, 0, 0, 1, 595, 0],
    [1, 0, 0, -1, -20, 800],
    [2, 0, 0, -2, 0, 1684],
  );

  it('gives the same text and the same boxes, however the page is turned', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), viewports, (given, viewport) => {
        let text = '';
        const words = given.map(({ text: written, gap, ...box }) => {
          const start = text.length;
          text += written;
          const end = text.length;
          text += gap === '' ? ' ' : gap;
          return { start, end, ...box };
        });

        const items = textItemsOf({ text, words }, viewport);
        const read = pageTextOf(items);

        expect(read.text).toBe(text);
        const boxes = wordBoxesOf(items, read, viewport);
        for (const [index, box] of boxes.entries()) {
          expect(box.x).toBeCloseTo(words[index]!.x, 0);
          expect(box.w).toBeCloseTo(words[index]!.w, 0);
          expect(Math.abs(box.y - words[index]!.y)).toBeLessThan(1);
          expect(box.h).toBeCloseTo(words[index]!.h, 0);
        }
      }),
    );
  });
});

describe('which pages are recognised', () => {
  const words = (count: number) => ({ text: Array.from({ length: count }, () => 'ord').join(' ') });

  it.each([
    ['one without any text', words(0), 0, true],
    ['a scan with a stamp', words(9), 0.98, true],
    ['a short last page with a logotype', words(9), 0.05, false],
    ['a page of text over a picture', words(200), 1, false],
  ])('%s', (_, page, covered, expected) => {
    expect(needsRecognition(page, covered)).toBe(expected);
  });

  it('flags a page that came out badly, and none that is blank', () => {
    const done = { state: 'done' as const, turn: 0 as const, error: null };
    const page = { ...done, page: 1, dpi: 200, version: 1 };

    expect(isHardToRead({ ...page, confidence: 40 })).toBe(true);
    expect(isHardToRead({ ...page, confidence: 94 })).toBe(false);
    expect(isHardToRead({ ...page, confidence: null })).toBe(false);
  });
});
