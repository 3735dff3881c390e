// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';

import { tableWidth, watchRows } from '../../../renderer/viewer/table';
import { TextSheet } from '../../../renderer/viewer/text-sheet';
import type { Page } from '../../../shared/domain/page';

const ROWS = ['Kommun\tKronor', 'Åre\t100', '\t250\t', 'Umeå\t300'];

/** A page of a table whose first row names its columns, and a paragraph behind it. */
function aTable(): Page {
  const text = [...ROWS, 'Efter.'].join('\n');
  let start = 0;
  const blocks = ROWS.map((row, index) => {
    const block = {
      kind: 'table-row' as const,
      level: 0,
      start,
      end: start + row.length,
      marker: String(index + 1),
      ...(index === 0 ? { header: true } : {}),
    };
    start += row.length + 1;
    return block;
  });
  return { number: 3, width: 0, height: 0, text, words: [], blocks };
}

describe('a table on a sheet', () => {
  let sheet: TextSheet;
  const handles = (): HTMLElement[] => [
    ...sheet.paper.querySelectorAll<HTMLElement>('.row-handle'),
  ];
  const selected = (): string => String(getSelection());
  const press = (handle: HTMLElement | undefined, key: string, shiftKey = false): boolean =>
    handle?.dispatchEvent(
      new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }),
    ) ?? false;

  beforeEach(() => {
    sheet = new TextSheet(aTable());
    sheet.build();
    const container = document.createElement('div');
    container.append(sheet.paper);
    document.body.replaceChildren(container);
    getSelection()?.removeAllRanges();
    watchRows(container, (handle) => sheet.rowAt(handle));
  });

  it('has a row for each of the page, and the names of its columns as such', () => {
    const rows = [...sheet.paper.querySelectorAll('table tr')];

    expect(rows.map((row) => row.textContent)).toEqual(ROWS);
    expect([...(rows[0]?.querySelectorAll('th') ?? [])].map((cell) => cell.textContent)).toEqual([
      'Kommun\t',
      'Kronor',
    ]);
    expect(handles().map((handle) => handle.dataset.marker)).toEqual(['1', '2', '3', '4']);
  });

  it('selects the whole row at a click in its margin', () => {
    handles()[1]?.click();

    expect(selected()).toBe('Åre\t100');
  });

  it('selects all rows from the first to the one that is clicked with Shift', () => {
    handles()[1]?.click();
    handles()[3]?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));

    expect(selected().replace(/\s+/g, ' ')).toBe('Åre 100 250 Umeå 300');
  });

  it('is one stop of the Tab key, and is gone through with the arrow keys', () => {
    const stops = (): number[] =>
      handles().flatMap(({ tabIndex }, at) => (tabIndex === 0 ? at : []));
    const before = stops();
    press(handles()[0], 'ArrowDown');
    const after = stops();
    press(handles()[1], 'ArrowUp');
    press(handles()[0], 'ArrowUp');

    expect([before, after, stops()]).toEqual([[0], [1], [0]]);
    expect(document.activeElement).toBe(handles()[0]);
  });

  it('keeps Enter in a row’s margin from the window', () => {
    let heard = 0;
    addEventListener('keydown', () => (heard += 1), { once: true });
    press(handles()[1], 'Enter');

    expect(heard).toBe(0);
  });

  it('gives all cells for a row that is quoted without the empty ones at its ends', () => {
    const page = aTable();
    const start = page.text.indexOf('250');
    const [range] = sheet.rangesBetween(start, start + 3);

    expect(range?.startContainer.nodeName).toBe('TR');
    expect(String(range)).toBe('\t250\t');
  });

  it('needs a wider sheet the more columns it has', () => {
    expect([0, 1, 6, 12].map(tableWidth)).toEqual([0, 212, 672, 1224]);
  });
});
