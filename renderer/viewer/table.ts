import type { Page, TextBlock } from '../../shared/domain/page';

/** Names what the handle of a row does; the window writes it, in its language. */
export const ROW_ACTION_ID = 'row-action';

/** The margins of a sheet and the least that a column needs, in pixels at 100 %. */
const MARGINS = 120;
const COLUMN = 92;

/** A cell that holds an amount, a share or a year. */
const NUMBER = /^[-–−+]?\d[\d\s.,]*(?:%|kr|SEK|EUR|€)?$/i;

/** The most cells in a row of the page; 0 where it has no table. */
export function columnsOf({ text, blocks }: Pick<Page, 'text' | 'blocks'>): number {
  return blocks.reduce(
    (most, { kind, start, end }) =>
      kind === 'table-row' ? Math.max(most, text.slice(start, end).split('\t').length) : most,
    0,
  );
}

/** How wide a sheet must be for a table of so many columns; 0 where there is none. */
export function tableWidth(columns: number): number {
  return columns === 0 ? 0 : MARGINS + columns * COLUMN;
}

/** Whether a page is a part of a table, as those of a workbook are. */
export function isTabular(blocks: readonly TextBlock[]): boolean {
  const rows = blocks.filter(({ kind }) => kind === 'table-row').length;
  return rows > 0 && blocks.every(({ kind }) => kind === 'table-row' || kind === 'heading');
}

/**
 * A row: a handle in the margin that selects all of it, and its cells. The tabs that part the cells
 * stay in the text between them; handle and number are no part of it.
 */
export function tableRow(block: TextBlock, text: string, id: string): HTMLElement {
  const row = document.createElement('tr');
  row.id = id;
  row.className = 'block table-row';
  row.classList.toggle('header', block.header === true);
  row.append(handleCell(block, id), ...cellsOf(text, block.header === true ? 'th' : 'td'));
  return row;
}

function handleCell({ marker }: TextBlock, id: string): HTMLElement {
  const cell = document.createElement('td');
  cell.className = 'handle';
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'row-handle';
  handle.tabIndex = -1;
  handle.setAttribute('aria-labelledby', `${ROW_ACTION_ID} ${id}`);
  if (marker !== undefined) handle.dataset.marker = marker;
  cell.append(handle);
  return cell;
}

function cellsOf(text: string, name: 'td' | 'th'): HTMLElement[] {
  const cells = text.split('\t');
  return cells.map((content, index) => {
    const cell = document.createElement(name);
    cell.className = 'cell';
    cell.classList.toggle('number', NUMBER.test(content));
    cell.append(content);
    if (index < cells.length - 1) {
      const tab = document.createElement('span');
      tab.className = 'tab';
      tab.textContent = '\t';
      cell.append(tab);
    }
    return cell;
  });
}

/** The range over all cells of a row; `null` where the element is none. */
export function cellsRange(element: HTMLElement): Range | null {
  const cells = element.querySelectorAll(':scope > .cell');
  const [first] = cells;
  const last = cells[cells.length - 1];
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range;
}

/** Puts the rows that follow each other into tables; one that names columns begins a new table. */
export function inTables(elements: readonly HTMLElement[]): HTMLElement[] {
  const placed: HTMLElement[] = [];
  let body: HTMLElement | null = null;
  for (const element of elements) {
    if (!element.classList.contains('table-row')) {
      body = null;
      placed.push(element);
      continue;
    }
    const isHeader = element.classList.contains('header');
    const goesOn = body !== null && (!isHeader || body.lastElementChild?.matches('.header'));
    if (body === null || goesOn !== true) {
      const table = document.createElement('table');
      table.className = 'table';
      body = document.createElement('tbody');
      table.append(body);
      placed.push(table);
      // One stop of the Tab key for each table; the arrow keys go on from there.
      const first = element.querySelector<HTMLElement>('.row-handle');
      if (first !== null) first.tabIndex = 0;
    }
    body.append(element);
  }
  return placed;
}

/**
 * Lets the handles of rows be used: a click or Enter selects the row, with Shift all from the row
 * where the selection was begun; the arrow keys go to the row above or below.
 */
export function watchRows(
  container: HTMLElement,
  rangeOf: (handle: HTMLElement) => Range | null,
): void {
  const handleAt = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('.row-handle') : null;

  // The selection stays where it is until the row is selected, so that Shift can go on from it.
  container.addEventListener('mousedown', (event) => {
    if (handleAt(event.target) !== null) event.preventDefault();
  });
  container.addEventListener('click', (event) => {
    const handle = handleAt(event.target);
    if (handle !== null) selectRow(rangeOf(handle), event.shiftKey);
  });
  container.addEventListener('keydown', (event) => {
    const handle = handleAt(event.target);
    if (handle === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      // The window would take it for its own.
      event.stopPropagation();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const handles = [...container.querySelectorAll<HTMLElement>('.row-handle')];
    const next = handles[handles.indexOf(handle) + step];
    if (next === undefined) return;
    handle.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    if (event.shiftKey) selectRow(rangeOf(next), true);
  });
}

function selectRow(range: Range | null, extend: boolean): void {
  const selection = getSelection();
  if (range === null || selection === null) return;
  const { anchorNode } = selection;
  if (!extend || anchorNode === null || selection.isCollapsed) {
    selection.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
    return;
  }
  const isBefore = range.comparePoint(anchorNode, selection.anchorOffset) > 0;
  if (isBefore) selection.extend(range.startContainer, range.startOffset);
  else selection.extend(range.endContainer, range.endOffset);
}
