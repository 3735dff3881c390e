import { describe, expect, it } from 'vitest';

import { readDocument } from '../../../main/documents/read-document';
import { blankPdf } from '../../../renderer/viewer/blank-pdf';
import { firstRoom } from '../../../renderer/viewer/undrawn-note';
import type { Page } from '../../../shared/domain/page';

describe('the empty sheet for a page that cannot be had', () => {
  it('is a whole PDF of one page of its size', async () => {
    const pages: Pick<Page, 'width' | 'height' | 'text'>[] = [];
    await readDocument(blankPdf(595.276, 841.89), 'tom.pdf', {
      onPage: ({ width, height, text }) => pages.push({ width, height, text }),
    });

    expect(pages).toEqual([{ width: 595.28, height: 841.89, text: '' }]);
  });
});

describe('the note on it', () => {
  it.each([
    ['above the first line', [{ top: 60, bottom: 72 }], 0],
    [
      'between lines, in whatever order they come',
      [
        { top: 90, bottom: 99 },
        { top: 10, bottom: 30 },
      ],
      30,
    ],
    ['below them all', [{ top: 10, bottom: 700 }], 700],
    ['at the top where the page is full', [{ top: 10, bottom: 790 }], 0],
    ['at the top of a page without text', [], 0],
  ])('stands %s', (_, lines, place) => {
    expect(firstRoom(lines, 50, 800)).toBe(place);
  });
});
