import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import {
  offsetInText,
  pageTextOf,
  pdfTextParameters,
  spansBetween,
  type PageText,
} from '../../shared/domain/pdf-text';
import type { Turn } from '../../shared/domain/turn';
import type { DrawnPage } from './page-view';
import { charactersBefore, rangeOver } from './tree-text';

/** The text of a PDF page, put together as the reader does it. */
export async function readPdfPageText(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent(pdfTextParameters);
  return pageTextOf(items);
}

/**
 * A page of the PDF viewer whose text layer is there.
 *
 * The i-th span of the text layer shows the i-th piece of the page's text. Search puts further
 * elements into a span, so places are told in characters of the span, not in nodes.
 */
export class PdfPage implements DrawnPage {
  readonly number: number;
  readonly paper: HTMLElement;
  readonly turn: Turn;
  readonly #text: PageText;
  readonly #spans: readonly HTMLElement[];
  readonly #layer: HTMLElement;

  constructor(
    number: number,
    text: PageText,
    paper: HTMLElement,
    layer: HTMLElement,
    spans: readonly HTMLElement[],
    turn: Turn,
  ) {
    this.number = number;
    this.turn = turn;
    this.paper = paper;
    this.#text = text;
    this.#layer = layer;
    this.#spans = spans;
  }

  get text(): string {
    return this.#text.text;
  }

  /** False when the viewer took the page's layers away to save memory, or hides them while it zooms. */
  get stands(): boolean {
    return this.#layer.isConnected && !this.#layer.hidden && this.#layer.childElementCount > 0;
  }

  rangesBetween(start: number, end: number): Range[] {
    return spansBetween(this.#text, start, end).flatMap((piece) => {
      const span = this.#spans[piece.item];
      // pdf.js leaves out spans of pages with more text than anyone reads.
      return span === undefined ? [] : [rangeOver(span, piece.start, piece.end)];
    });
  }

  offsetAt(node: Node, offset: number): number | null {
    if (!this.#layer.contains(node)) return null;
    const inside = this.#spans.findIndex((span) => span.contains(node));
    const span = this.#spans[inside];
    if (span !== undefined) {
      return offsetInText(this.#text, inside, charactersBefore(span, node, offset));
    }
    // Between spans: a selection that ran out over the edge of a line. The next span begins there.
    const place = document.createRange();
    place.setStart(node, offset);
    const next = this.#spans.findIndex(
      (candidate) => candidate.isConnected && place.comparePoint(candidate, 0) > 0,
    );
    return next === -1 ? this.#text.text.length : offsetInText(this.#text, next, 0);
  }
}
