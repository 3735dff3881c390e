import type { BlockKind } from '../../../shared/domain/page';
import type { LooseBlock } from './page-breaks';

/** Tables in tables in tables: deeper ones are taken for the text of the cell they stand in. */
const TABLE_DEPTH = 20;
/** Columns that a cell may claim to span. */
const MOST_SPANNED = 200;
/** A cell that holds more blocks or characters than this is no cell but a part of a page's layout. */
const CELL_BLOCKS = 8;
const CELL_LENGTH = 1_500;

interface Cell {
  blocks: LooseBlock[];
  span: number;
}

interface Row {
  cells: Cell[];
  header: boolean;
  marker: string | undefined;
}

interface Table {
  rows: Row[];
  /** Tables that only arrange a page, as in mail, are shown as the text they hold. */
  mayBeLayout: boolean;
  holdsTable: boolean;
}

interface BlockStart {
  kind: BlockKind;
  level?: number;
  marker?: string | undefined;
}

/**
 * Makes blocks of a document that comes piece by piece: paragraphs, and tables of them.
 *
 * A row becomes one block with tabs between its cells; the paragraphs of a cell stand on lines of
 * their own in it. What is left open at the end counts as closed.
 */
export class BlockBuilder {
  readonly #blocks: LooseBlock[] = [];
  readonly #tables: Table[] = [];
  #start: BlockStart = { kind: 'paragraph' };
  #begun = false;
  #pieces: string[] = [];
  /** Tables below the greatest depth, which are counted only. */
  #ignored = 0;

  /** Whether a block was begun that has no text yet. */
  get isWaiting(): boolean {
    return this.#begun && this.#pieces.every((piece) => piece.trim() === '');
  }

  /** Ends the block before and begins one. */
  begin(start: BlockStart): void {
    this.end();
    this.#begun = true;
    this.#start = start;
  }

  /** Text of the open block, or of a new paragraph. */
  add(text: string): void {
    this.#pieces.push(text);
  }

  /** Ends the open block; what is added next is a paragraph. */
  end(): void {
    const text = tidy(this.#pieces.join(''));
    if (text !== '') {
      const { kind, level = 0, marker } = this.#start;
      this.#target().push({ kind, level, text, ...(marker ? { marker } : {}) });
    }
    this.#pieces = [];
    this.#begun = false;
    this.#start = { kind: 'paragraph' };
  }

  /** Puts in a block that was made elsewhere. */
  put(block: LooseBlock): void {
    this.end();
    this.#target().push(block);
  }

  beginTable({ mayBeLayout = false }: { mayBeLayout?: boolean } = {}): void {
    this.end();
    if (this.#tables.length >= TABLE_DEPTH) {
      this.#ignored += 1;
      return;
    }
    const outer = this.#tables.at(-1);
    if (outer !== undefined) outer.holdsTable = true;
    this.#tables.push({ rows: [], mayBeLayout, holdsTable: false });
  }

  beginRow({ header = false, marker }: { header?: boolean; marker?: string } = {}): void {
    this.end();
    if (this.#ignored === 0) this.#tables.at(-1)?.rows.push({ cells: [], header, marker });
  }

  /** Says of the open row, once its cells are known, that it names the columns. */
  markHeader(): void {
    const row = this.#row();
    if (row !== undefined && this.#ignored === 0) row.header = true;
  }

  beginCell({ span = 1 }: { span?: number } = {}): void {
    this.end();
    if (this.#ignored > 0) return;
    if (this.#row() === undefined) this.beginRow();
    this.#row()?.cells.push({ blocks: [], span: Math.min(MOST_SPANNED, Math.max(1, span)) });
  }

  endCell(): void {
    this.end();
  }

  endTable(): void {
    this.end();
    if (this.#ignored > 0) {
      this.#ignored -= 1;
      return;
    }
    const table = this.#tables.pop();
    if (table === undefined) return;
    const target = this.#target();
    if (isLayout(table)) {
      for (const block of blocksIn(table)) target.push(block);
      return;
    }
    for (const { cells, header, marker } of table.rows) {
      const text = cells.map(cellText).join('\t');
      if (text.trim() === '') continue;
      target.push({
        kind: 'table-row',
        level: 0,
        text,
        ...(header ? { header } : {}),
        ...(marker === undefined ? {} : { marker }),
      });
    }
  }

  /** All blocks, when the document is at its end. */
  finish(): LooseBlock[] {
    this.end();
    while (this.#tables.length > 0) this.endTable();
    return this.#blocks;
  }

  #row(): Row | undefined {
    return this.#tables.at(-1)?.rows.at(-1);
  }

  /** Where blocks go now: into the innermost cell that is open, or the document. */
  #target(): LooseBlock[] {
    for (let index = this.#tables.length - 1; index >= 0; index -= 1) {
      const cell = this.#tables[index]?.rows.at(-1)?.cells.at(-1);
      if (cell !== undefined) return cell.blocks;
    }
    return this.#blocks;
  }
}

function isLayout({ rows, mayBeLayout, holdsTable }: Table): boolean {
  if (!mayBeLayout) return false;
  const cells = rows.flatMap((row) => row.cells);
  return (
    holdsTable ||
    rows.every((row) => row.cells.length <= 1) ||
    cells.some(
      ({ blocks }) =>
        blocks.length > CELL_BLOCKS ||
        blocks.some(({ kind }) => kind === 'heading') ||
        blocks.reduce((sum, { text }) => sum + text.length, 0) > CELL_LENGTH,
    )
  );
}

const blocksIn = ({ rows }: Table): LooseBlock[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));

/** Tabs are kept for the borders between cells; a cell that spans columns is followed by empty ones. */
function cellText({ blocks, span }: Cell): string {
  const lines = blocks.map(({ text, marker }) => {
    const line = text.replace(/\t/g, ' ');
    return marker === undefined ? line : `${marker} ${line}`;
  });
  return lines.join('\n') + '\t'.repeat(span - 1);
}

/** Without spaces around it and at the ends of its lines. */
function tidy(text: string): string {
  return text.replace(/ +\n/g, '\n').trim();
}
