// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { selectedPassage } from '../../../renderer/viewer/selection';
import { blocksCovering, TextSheet } from '../../../renderer/viewer/text-sheet';
import { DocumentId } from '../../../shared/domain/ids';
import type { Page, TextBlock } from '../../../shared/domain/page';

const document1 = DocumentId.parse('d'.repeat(64));

/** A page whose text is its blocks' with a line break between them. */
function aPage(blocks: readonly [TextBlock['kind'], string][], number = 1): Page {
  let text = '';
  const placed = blocks.map(([kind, content]) => {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? content : `${text}\n${content}`;
    return { kind, level: kind === 'heading' ? 2 : 0, start, end: text.length };
  });
  return { number, width: 0, height: 0, text, words: [], blocks: placed };
}

const shown = (page: Page): TextSheet => {
  const sheet = new TextSheet(page);
  sheet.build();
  document.body.replaceChildren(sheet.paper);
  return sheet;
};
const textOf = (ranges: readonly Range[]): string => ranges.map(String).join('|');

describe('a sheet of text', () => {
  const page = aPage([
    ['heading', '1. Parter'],
    ['paragraph', 'Solna stad och Stiftelsen.'],
    ['table-row', 'Belopp\t100 000 kr'],
    ['list-item', '- en punkt'],
  ]);

  it('shows every character of its text where it is', () => {
    const sheet = shown(page);
    const all = textOf(sheet.rangesBetween(0, page.text.length));

    expect(all.replaceAll('|', '\n')).toBe(page.text);
  });

  it.each([
    ['within a block', 'Solna stad', 'Solna stad'],
    ['over blocks', 'Parter\nSolna', 'Parter|Solna'],
    ['over the cells of a row', 'lopp\t100', 'lopp\t100'],
  ])('finds the ranges of a stretch %s', (_, stretch, ranges) => {
    const start = page.text.indexOf(stretch);

    expect(textOf(shown(page).rangesBetween(start, start + stretch.length))).toBe(ranges);
  });

  it('gives for every place of its text the offset that it was made from', () => {
    const sheet = shown(page);
    const wrong: number[] = [];
    for (let offset = 0; offset < page.text.length; offset += 1) {
      const [range] = sheet.rangesBetween(offset, offset + 1);
      // The breaks between blocks stand in no block.
      if (range === undefined) continue;
      if (sheet.offsetAt(range.startContainer, range.startOffset) !== offset) wrong.push(offset);
    }

    expect(wrong).toEqual([]);
  });

  it('shows markup in a document as the text it is', () => {
    const sheet = shown(aPage([['paragraph', '<img src=x onerror="alert(1)"> & <b>fet</b>']]));

    expect(sheet.paper.querySelector('img, b')).toBeNull();
    expect(sheet.paper.textContent).toBe('<img src=x onerror="alert(1)"> & <b>fet</b>');
  });

  it('shows text that no block holds, too', () => {
    expect(
      blocksCovering({
        text: 'Före.\nBlock.\n\nEfter.',
        blocks: [{ kind: 'heading', level: 1, start: 6, end: 12 }],
      }),
    ).toEqual([
      { kind: 'paragraph', level: 0, start: 0, end: 6 },
      { kind: 'heading', level: 1, start: 6, end: 12 },
      { kind: 'paragraph', level: 0, start: 12, end: 20 },
    ]);
  });
});

describe('selectedPassage', () => {
  const first = aPage([['paragraph', 'Första sidan om Solna.']], 1);
  const second = aPage([['paragraph', 'Andra sidan om Stiftelsen.']], 2);

  /** Selects from a word on one sheet to a word on another, in the direction given. */
  function select(from: [TextSheet, string], to: [TextSheet, string]): Selection | null {
    const [[a, b], [c, d]] = [from, to].map(([sheet, word]) => {
      const start = sheet.text.indexOf(word);
      const [range] = sheet.rangesBetween(start, start + word.length);
      return [range, word.length] as const;
    }) as [readonly [Range, number], readonly [Range, number]];
    const selection = getSelection();
    selection?.setBaseAndExtent(a.startContainer, a.startOffset, c.endContainer, c.endOffset);
    expect([b, d].every((length) => length > 0)).toBe(true);
    return selection;
  }
  function sheets(): [TextSheet, TextSheet] {
    const both: [TextSheet, TextSheet] = [new TextSheet(first), new TextSheet(second)];
    document.body.replaceChildren(...both.map((sheet) => sheet.paper));
    return both;
  }

  it('is the selected words with what stands around them', () => {
    const [sheet, other] = sheets();
    const selection = select([sheet, 'sidan'], [sheet, 'om']);

    expect(selectedPassage(document1, selection, [sheet, other])).toEqual({
      document: document1,
      page: 1,
      start: 7,
      end: 15,
      quote: 'sidan om',
      prefix: 'Första ',
      suffix: ' Solna.',
    });
  });

  it('is cut to the page where it was begun', () => {
    const [sheet, other] = sheets();
    const selection = select([sheet, 'Solna'], [other, 'sidan']);

    expect(selectedPassage(document1, selection, [sheet, other])?.quote).toBe('Solna.');
  });

  it('is nothing where nothing, or only space, is selected', () => {
    const [sheet, other] = sheets();
    const collapsed = getSelection();
    collapsed?.removeAllRanges();

    expect(selectedPassage(document1, collapsed, [sheet, other])).toBeNull();
  });
});
