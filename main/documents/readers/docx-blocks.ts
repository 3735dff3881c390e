import { MARKER_PREFIX } from './docx-prepare';
import type { LooseBlock } from './page-breaks';

/**
 * A node of the document that mammoth 1.13 hands to `transformDocument`; its types leave it open.
 * Only what is used here.
 */
interface DocxNode {
  readonly type: string;
  readonly children?: readonly DocxNode[];
  /** text */
  readonly value?: string;
  /** paragraph */
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string; readonly isOrdered: boolean } | null;
  /** run */
  readonly isBold?: boolean;
  /** checkbox */
  readonly checked?: boolean;
  /** noteReference */
  readonly noteType?: string;
  readonly noteId?: string;
  /** bookmarkStart */
  readonly name?: string;
  /** tableRow */
  readonly isHeader?: boolean;
  /** tableCell */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface DocxDocument extends DocxNode {
  readonly notes: { resolve(reference: DocxNode): { readonly body: readonly DocxNode[] } | null };
}

/** Columns that a cell may claim to span. */
const MOST_SPANNED = 200;
/** Longest paragraph in bold that counts as a heading. */
const HEADING_LENGTH = 90;

/**
 * The blocks of a Word document, in reading order.
 *
 * A table row is one block, its cells separated by tabs. Notes stand at the end, numbered as they
 * are referred to. Numbers that Word makes for lists and headings are not part of its text; they
 * stand before the block as its marker.
 */
export function docxBlocks(document: DocxDocument): LooseBlock[] {
  const notes: DocxNode[] = [];
  const noteNumber = (reference: DocxNode): string => {
    notes.push(reference);
    return `[${notes.length}]`;
  };
  const blocks = (document.children ?? []).flatMap((node) => blocksOf(node, noteNumber));
  // Notes may refer to notes, so the list can grow while it is gone through.
  for (let index = 0; index < notes.length && index < 10_000; index += 1) {
    const reference = notes[index];
    const body = reference === undefined ? [] : (document.notes.resolve(reference)?.body ?? []);
    const text = body.map((node) => textOf(node, noteNumber).trim()).join('\n');
    blocks.push({ kind: 'paragraph', level: 0, text: `[${index + 1}] ${text}`.trim() });
  }
  return blocks.filter((block) => block.text !== '');
}

type NoteNumber = (reference: DocxNode) => string;

function blocksOf(node: DocxNode, noteNumber: NoteNumber): LooseBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraphBlock(node, textOf(node, noteNumber).trim())];
    case 'table':
      return tableRows(node, noteNumber);
    default:
      return (node.children ?? []).flatMap((child) => blocksOf(child, noteNumber));
  }
}

/** A cell that spans rows or columns is followed by empty ones, so that columns stand below each other. */
function tableRows(table: DocxNode, noteNumber: NoteNumber): LooseBlock[] {
  /** For each column, how many more rows a cell above reaches down. */
  const reaching: number[] = [];
  return (table.children ?? []).map((row) => {
    const cells: string[] = [];
    const passReaching = (): void => {
      while ((reaching[cells.length] ?? 0) > 0) {
        reaching[cells.length] = (reaching[cells.length] ?? 0) - 1;
        cells.push('');
      }
    };
    for (const cell of row.children ?? []) {
      passReaching();
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let column = 0; column < Math.min(MOST_SPANNED, colSpan); column += 1) {
        if (rowSpan > 1) reaching[cells.length] = rowSpan - 1;
        cells.push(column === 0 ? cellText(cell, noteNumber) : '');
      }
    }
    passReaching();
    const header = row.isHeader === true ? { header: true } : {};
    return { kind: 'table-row', level: 0, text: cells.join('\t'), ...header };
  });
}

function paragraphBlock(node: DocxNode, text: string): LooseBlock {
  const level = headingLevel(node, text);
  const marker = markerOf(node);
  if (level !== null) return { kind: 'heading', level, text, ...marker };
  if (node.numbering) {
    return { kind: 'list-item', level: 1 + (Number(node.numbering.level) || 0), text, ...marker };
  }
  return { kind: 'paragraph', level: 0, text };
}

/** What `prepareDocxPart` says stands before the paragraph. */
function markerOf(node: DocxNode): { marker?: string } {
  for (const { type, name = '' } of node.children ?? []) {
    if (type === 'bookmarkStart' && name.startsWith(MARKER_PREFIX)) {
      return { marker: name.slice(MARKER_PREFIX.length) };
    }
  }
  return {};
}

/** By style, in English or Swedish; else a short paragraph that is all in bold and ends openly. */
function headingLevel(node: DocxNode, text: string): number | null {
  for (const name of [node.styleName, node.styleId]) {
    const numbered = /^(?:heading|rubrik)\s*([1-9])?$/i.exec(name ?? '');
    if (numbered) return Math.min(6, Number(numbered[1] ?? 1));
    if (/^title$/i.test(name ?? '')) return 1;
    if (/^(subtitle|underrubrik)$/i.test(name ?? '')) return 2;
  }
  const bold = text !== '' && text.length <= HEADING_LENGTH && !/[.,;:]$/.test(text);
  return bold && !node.numbering && isAllBold(node) ? 2 : null;
}

function isAllBold(node: DocxNode): boolean {
  const runs = runsIn(node).filter((run) => plainText(run).trim() !== '');
  return runs.length > 0 && runs.every((run) => run.isBold === true);
}

function runsIn(node: DocxNode): DocxNode[] {
  return node.type === 'run' ? [node] : (node.children ?? []).flatMap(runsIn);
}

const plainText = (node: DocxNode): string => textOf(node, () => '');

/** A cell's paragraphs on lines of their own; tabs are kept for the borders between cells. */
function cellText(cell: DocxNode, noteNumber: NoteNumber): string {
  return (cell.children ?? [])
    .flatMap((node) => blocksOf(node, noteNumber))
    .map((block) => block.text.replace(/\t/g, ' '))
    .filter((text) => text !== '')
    .join('\n');
}

function textOf(node: DocxNode, noteNumber: NoteNumber): string {
  switch (node.type) {
    case 'text':
      return node.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    case 'checkbox':
      return node.checked === true ? '☒' : '☐';
    case 'noteReference':
      return noteNumber(node);
    default:
      return (node.children ?? []).map((child) => textOf(child, noteNumber)).join('');
  }
}
