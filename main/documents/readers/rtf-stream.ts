import { BlockBuilder } from './block-builder';
import type { LooseBlock } from './page-breaks';
import type { RtfStyles } from './rtf-styles';

/** Longest paragraph in bold that counts as a heading. */
const HEADING_LENGTH = 90;

/** What `\pard` resets. */
interface Paragraph {
  style: number | null;
  outline: number | null;
  level: number;
  isItem: boolean;
  inTable: boolean;
}

/** Paragraphs and tables of one run of text: the body, or what stands apart from it. */
export class RtfStream {
  #paragraph = aParagraph();
  #text = '';
  #marker = '';
  /** Between the definition of a row and its end; the row is one that names columns. */
  #isDefined = false;
  #isHeader = false;
  readonly #styles: RtfStyles;
  readonly #builder = new BlockBuilder();
  /** All letters of the paragraph so far are bold. */
  #isBold = true;
  /** A table is open; a row and a cell of it are. */
  #open = { table: false, row: false, cell: false };

  constructor(styles: RtfStyles) {
    this.#styles = styles;
  }

  put(text: string, isBold: boolean): void {
    if (text.trim() !== '') this.#isBold &&= isBold;
    this.#text += text;
  }

  /** What stands before an item of a list. */
  putMarker(text: string): void {
    this.#marker += text;
  }

  putBlocks(blocks: readonly LooseBlock[]): void {
    for (const block of blocks) this.#builder.put(block);
  }

  /** A word about paragraphs or rows of tables; others are passed over. */
  word(name: string, value: number | null): void {
    const paragraph = this.#paragraph;
    const isOn = value !== 0;
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
      case 'nestcell':
      case 'nestrow':
        this.#endParagraph();
        break;
      case 'cell':
        this.#endCell();
        break;
      case 'row':
        this.#endRow();
        break;
      case 'pard':
        this.#paragraph = aParagraph();
        break;
      case 's':
        paragraph.style = value;
        break;
      case 'outlinelevel':
        paragraph.outline = value;
        break;
      case 'ilvl':
        paragraph.level = Math.min(8, Math.max(0, value ?? 0));
        break;
      case 'ls':
        paragraph.isItem = isOn;
        break;
      case 'intbl':
        paragraph.inTable = isOn;
        break;
      case 'trowd':
        this.#isDefined = true;
        this.#isHeader = false;
        break;
      case 'trhdr':
        this.#isHeader = true;
        break;
    }
  }

  finish(): LooseBlock[] {
    this.#endParagraph(true);
    return this.#builder.finish();
  }

  /** Ends the paragraph that is open, and puts it where it belongs; an empty last one is none. */
  #endParagraph(isLast = false): void {
    const paragraph = this.#paragraph;
    const text = this.#text.replace(/[\u00a0\u0000]/g, ' ');
    const marker = this.#marker.trim().slice(0, 24);
    const boldText = this.#isBold ? text.trim() : '';
    this.#text = '';
    this.#marker = '';
    this.#isBold = true;
    if (isLast && text.trim() === '') return;
    this.#place(this.#isDefined || paragraph.inTable);
    const level = this.#headingLevel(boldText);
    const isItem = paragraph.isItem || marker !== '';
    if (level !== null) this.#builder.begin({ kind: 'heading', level, marker });
    else if (isItem) this.#builder.begin({ kind: 'list-item', level: 1 + paragraph.level, marker });
    else this.#builder.begin({ kind: 'paragraph' });
    this.#builder.add(text);
    this.#builder.end();
  }

  #endCell(): void {
    this.#endParagraph(true);
    this.#place(true);
    this.#builder.endCell();
    this.#open.cell = false;
  }

  #endRow(): void {
    // What stands behind the last cell of a row belongs to none, but is text.
    if (this.#text.trim() !== '') this.#endCell();
    if (this.#isHeader && this.#open.row) this.#builder.markHeader();
    Object.assign(this.#open, { row: false, cell: false });
    this.#isDefined = false;
    this.#isHeader = false;
  }

  #headingLevel(boldText: string): number | null {
    const level = this.#styles.levelOf(this.#paragraph.style, this.#paragraph.outline);
    if (level !== null) return level;
    const isTitle =
      boldText !== '' && boldText.length <= HEADING_LENGTH && !/[.,;:]$/.test(boldText);
    return isTitle && !this.#open.cell ? 2 : null;
  }

  /** Opens the cell that what comes next stands in, or ends the table before it. */
  #place(inTable: boolean): void {
    if (!inTable) {
      if (this.#open.table) this.#builder.endTable();
      this.#open = { table: false, row: false, cell: false };
      return;
    }
    if (!this.#open.table) this.#builder.beginTable();
    if (!this.#open.row) this.#builder.beginRow();
    if (!this.#open.cell) this.#builder.beginCell();
    this.#open = { table: true, row: true, cell: true };
  }
}

function aParagraph(): Paragraph {
  return { style: null, outline: null, level: 0, isItem: false, inTable: false };
}
