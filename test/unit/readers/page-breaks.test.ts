import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BLOCK_LENGTH,
  type LooseBlock,
  pagesOf,
} from '../../../main/documents/readers/page-breaks';

function aParagraph(length: number): LooseBlock {
  return {
    kind: 'paragraph',
    level: 0,
    text: 'ord '.repeat(length / 4).slice(0, length - 1) + 'x',
  };
}

function aHeading(text: string): LooseBlock {
  return { kind: 'heading', level: 1, text };
}

describe('cutting blocks into pages', () => {
  it('fills pages to about 3,000 characters and keeps blocks whole', () => {
    const pages = [...pagesOf([aParagraph(2000), aParagraph(900), aParagraph(500)])];

    expect(pages.map((page) => page.blocks.length)).toEqual([2, 1]);
    expect(pages.map((page) => page.number)).toEqual([1, 2]);
  });

  it('takes a heading along to the page of what follows it', () => {
    const pages = [...pagesOf([aParagraph(2500), aHeading('§ 2 Syfte'), aParagraph(1000)])];

    expect(pages[0]?.text.endsWith('x')).toBe(true);
    expect(pages[1]?.text.startsWith('§ 2 Syfte\n')).toBe(true);
  });

  it('places each block where its text stands', () => {
    const [page] = pagesOf([aHeading('AVTAL'), aParagraph(20)]);

    expect(page?.blocks.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'AVTAL',
      aParagraph(20).text,
    ]);
  });

  it('gives one empty page for no blocks, as a document has at least one', () => {
    expect([...pagesOf([])]).toEqual([
      { number: 1, width: 0, height: 0, text: '', words: [], blocks: [] },
    ]);
  });

  it('cuts an endless line, but never through a character', () => {
    const pages = [...pagesOf([{ kind: 'paragraph', level: 0, text: `a${'🤝'.repeat(10_000)}` }])];

    expect(pages.length).toBeGreaterThan(5);
    expect(pages.map((page) => page.text).join('')).toBe(`a${'🤝'.repeat(10_000)}`);
    expect(pages.every((page) => !/^[\udc00-\udfff]/.test(page.text))).toBe(true);
  });

  it('loses and invents no text, whatever the blocks', () => {
    const anyBlock = fc.record({
      kind: fc.constantFrom('heading' as const, 'paragraph' as const, 'list-item' as const),
      level: fc.constant(1),
      length: fc.integer({ min: 1, max: 9_000 }),
    });

    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 15 }), (shapes) => {
        const blocks = shapes.map(({ length, ...block }) => ({
          ...block,
          text: 'x'.repeat(length),
        }));
        const pages = [...pagesOf(blocks)];
        const read = pages.flatMap((page) =>
          page.blocks.map((block) => page.text.slice(block.start, block.end)),
        );
        expect(read.join('')).toBe(blocks.map((block) => block.text).join(''));
        expect(pages.map((page) => page.number)).toEqual(pages.map((_, index) => index + 1));
        expect(read.every((text) => text.length <= BLOCK_LENGTH)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
