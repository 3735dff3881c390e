import type { Page, TextBlock } from '../../shared/domain/page';
import type { DrawnPage } from './page-view';
import { SHEET_WIDTH } from './fitted-sheet';
import { cellsRange, columnsOf, inTables, isTabular, tableRow, tableWidth } from './table';
import { charactersBefore, rangeOver } from './tree-text';

interface LaidOut {
  readonly element: HTMLElement;
  readonly start: number;
  readonly end: number;
}

/**
 * A page of a format without fixed pages, laid out as a sheet of paper.
 *
 * Every block shows exactly its stretch of the page's text, put there as text and never as markup.
 * The paper is there at once; what stands on it when it is first needed, as a long table has more
 * cells than a window can hold.
 */
export class TextSheet implements DrawnPage {
  readonly number: number;
  readonly text: string;
  readonly turn = 0;
  readonly paper: HTMLElement;
  /** What its widest table takes, in pixels at 100 %. */
  readonly tableWidth: number;
  readonly #page: Page;
  #built: readonly LaidOut[] | null = null;

  constructor(page: Page) {
    this.number = page.number;
    this.text = page.text;
    this.#page = page;
    this.paper = document.createElement('section');
    this.paper.className = 'sheet';
    this.paper.dataset.page = String(page.number);
    const columns = columnsOf(page);
    this.tableWidth = tableWidth(columns);
    if (columns > 0) this.paper.style.setProperty('--columns', String(columns));
    this.paper.classList.toggle('tabular', isTabular(page.blocks));
  }

  /** In pixels at 100 %: a table with many columns needs a wider paper. */
  get width(): number {
    return Math.max(SHEET_WIDTH, this.tableWidth);
  }

  /** Whether everything that stands on the page is there. */
  get isBuilt(): boolean {
    return this.#built !== null;
  }

  /** Puts everything that stands on the page there, if it is not there yet. */
  build(): void {
    this.#built ??= this.#laidOut();
  }

  get #blocks(): readonly LaidOut[] {
    this.#built ??= this.#laidOut();
    return this.#built;
  }

  #laidOut(): LaidOut[] {
    const { text, number } = this;
    const blocks = blocksCovering(this.#page).map((block) => ({
      element: elementFor(block, text.slice(block.start, block.end), number),
      start: block.start,
      end: block.end,
    }));
    this.paper.prepend(...inTables(blocks.map((block) => block.element)));
    return blocks;
  }

  rangesBetween(start: number, end: number): Range[] {
    return this.#blocks
      .filter((block) => block.start < end && block.end > start)
      .map((block) => {
        const from = Math.max(start, block.start) - block.start;
        const to = Math.min(end, block.end) - block.start;
        const text = this.text.slice(block.start, block.end);
        // Quoted as a whole, without the empty cells at its ends, a row is all of its cells.
        const isWhole = text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
        return (isWhole ? cellsRange(block.element) : null) ?? rangeOver(block.element, from, to);
      });
  }

  /** The range over a whole row of a table, by the element that stands for it in its margin. */
  rowAt(handle: Element): Range | null {
    const row = this.#blocks.find((block) => block.element.contains(handle));
    return row === undefined ? null : (this.rangesBetween(row.start, row.end)[0] ?? null);
  }

  offsetAt(node: Node, offset: number): number | null {
    if (!this.paper.contains(node)) return null;
    const inside = this.#blocks.find((block) => block.element.contains(node));
    if (inside !== undefined) {
      return inside.start + charactersBefore(inside.element, node, offset);
    }
    const place = document.createRange();
    place.setStart(node, offset);
    const next = this.#blocks.find((block) => place.comparePoint(block.element, 0) > 0);
    return next?.start ?? this.text.length;
  }
}

/** The page's blocks, and what text stands outside of them as paragraphs, so that none goes unshown. */
export function blocksCovering(page: Pick<Page, 'text' | 'blocks'>): TextBlock[] {
  const covering: TextBlock[] = [];
  let position = 0;
  const addGap = (end: number): void => {
    if (page.text.slice(position, end).trim() !== '') {
      covering.push({ kind: 'paragraph', level: 0, start: position, end });
    }
  };
  for (const block of page.blocks) {
    if (block.start < position || block.end < block.start) continue;
    addGap(block.start);
    covering.push(block);
    position = block.end;
  }
  addGap(page.text.length);
  return covering;
}

function elementFor(block: TextBlock, text: string, page: number): HTMLElement {
  if (block.kind === 'table-row') return tableRow(block, text, `row-${page}-${block.start}`);
  const element = document.createElement(
    block.kind === 'heading' ? `h${Math.min(6, Math.max(1, block.level))}` : 'div',
  );
  element.className = `block ${block.kind}`;
  if (block.kind === 'list-item') element.dataset.level = String(Math.min(5, block.level));
  if (block.marker !== undefined) element.dataset.marker = block.marker;
  element.append(text);
  return element;
}
