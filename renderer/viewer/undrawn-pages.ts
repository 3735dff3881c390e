import {
  getDocument,
  RenderingCancelledException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

import type { DocumentId } from '../../shared/domain/ids';
import { WordBox } from '../../shared/domain/page';
import { blankPdf } from './blank-pdf';
import { textContentOf } from './text-stream';

const PageRead = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  text: z.string(),
  words: z.array(WordBox),
});

/**
 * The pages of a PDF that pdf.js cannot draw, so that each is told of on its own sheet.
 *
 * One whose drawing fails keeps its text. In place of one that cannot even be had from the document
 * comes an empty sheet of its size, with the text that was read when it came in. To pdf.js's viewer
 * both are pages like any other: selected, searched and marked by the same means.
 */
export class UndrawnPages {
  readonly #document: DocumentId;
  readonly #worker: PDFWorker;
  readonly #numbers = new Set<number>();
  readonly #sheets: PDFDocumentLoadingTask[] = [];

  constructor(document: DocumentId, worker: PDFWorker) {
    this.#document = document;
    this.#worker = worker;
  }

  /** Whether a page was tried, and could not be drawn. */
  has(page: number): boolean {
    return this.#numbers.has(page);
  }

  /** From now on, what fails in drawing a page is kept here, and the page is there all the same. */
  layOver(pdf: PDFDocumentProxy): void {
    const getPage = pdf.getPage.bind(pdf);
    const known = new WeakSet<PDFPageProxy>();
    const stood = new Map<number, Promise<PDFPageProxy>>();
    pdf.getPage = async (number) => {
      const isLater = number > 1 && number <= pdf.numPages;
      const page = await getPage(number).catch((error: unknown) => {
        // Without its first page the document is shown as text alone.
        if (!isLater) throw error;
        this.#note(number, error);
        const sheet = stood.get(number) ?? this.#standIn(number, error);
        stood.set(number, sheet);
        return sheet;
      });
      if (!known.has(page)) this.#watch(page);
      known.add(page);
      return page;
    };
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#sheets.map((sheet) => sheet.destroy()));
  }

  #note(page: number, error: unknown): void {
    if (this.#numbers.has(page)) return;
    this.#numbers.add(page);
    console.warn(`Page ${page} could not be drawn.`, error);
  }

  #watch(page: PDFPageProxy): void {
    const render = page.render.bind(page);
    page.render = (parameters) => {
      const task = render(parameters);
      const promise = task.promise.catch((error: unknown) => {
        if (error instanceof RenderingCancelledException) throw error;
        this.#note(page.pageNumber, error);
      });
      Object.defineProperty(task, 'promise', { value: promise });
      return task;
    };
  }

  async #standIn(number: number, error: unknown): Promise<PDFPageProxy> {
    const response = await fetch(`/pages/${this.#document}/${number}`);
    if (!response.ok) throw error;
    const found = PageRead.parse(await response.json());
    const data = blankPdf(found.width, found.height);
    const task = getDocument({ data, worker: this.#worker, verbosity: 0 });
    this.#sheets.push(task);
    const page = await (await task.promise).getPage(1);
    Object.defineProperty(page, 'pageNumber', { value: number });
    page.streamTextContent = () =>
      new ReadableStream<unknown>({
        start: (controller) => {
          controller.enqueue(textContentOf(page.getViewport({ scale: 1 }), found));
          controller.close();
        },
      });
    return page;
  }
}
