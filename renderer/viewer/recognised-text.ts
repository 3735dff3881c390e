import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

import type { DocumentId } from '../../shared/domain/ids';
import { WordBox } from '../../shared/domain/page';
import { textItemsOf } from '../../shared/domain/recognised-items';

const Versions = z.array(z.tuple([z.int().positive(), z.int()]));
const PageText = z.object({ text: z.string(), words: z.array(WordBox) });

/** The one font of recognised text: never seen, and there on every machine. */
const FONT = 'recognised';
const STYLES = {
  [FONT]: { ascent: 0.81, descent: -0.19, vertical: false, fontFamily: 'sans-serif' },
};

/**
 * The text of a document's scanned pages, put in place of what the PDF itself says.
 *
 * The viewer asks each page for its text, for the layer over the picture as for the search. A page
 * that was recognised answers with what was recognised, so there is one way for all.
 */
export class RecognisedText {
  readonly #document: DocumentId;
  #versions: Promise<ReadonlyMap<number, number>>;

  constructor(document: DocumentId) {
    this.#document = document;
    this.#versions = this.#fetchVersions();
  }

  /** From now on, the document's pages answer with their recognised text where they have such. */
  layOver(pdf: PDFDocumentProxy): void {
    const getPage = pdf.getPage.bind(pdf);
    const known = new WeakSet<PDFPageProxy>();
    pdf.getPage = async (number) => {
      const page = await getPage(number);
      if (!known.has(page)) this.#answerFor(page);
      known.add(page);
      return page;
    };
  }

  /** Looks what has been recognised since; gives the pages whose text is another now. */
  async refresh(): Promise<number[]> {
    const before = await this.#versions;
    const fetching = this.#fetchVersions();
    this.#versions = fetching;
    const now = await fetching;
    return [...now].filter(([page, version]) => before.get(page) !== version).map(([page]) => page);
  }

  #answerFor(page: PDFPageProxy): void {
    const ofThePdf = page.streamTextContent.bind(page);
    page.streamTextContent = (parameters) => {
      let reader: ReadableStreamDefaultReader<unknown> | null = null;
      return new ReadableStream<unknown>({
        start: async (controller) => {
          const found = await this.#textOf(page.pageNumber);
          if (found !== null) {
            const { transform } = page.getViewport({ scale: 1 });
            const items = textItemsOf(found, transform).map((item) => ({
              ...item,
              dir: 'ltr',
              fontName: FONT,
            }));
            controller.enqueue({ items, styles: STYLES, lang: null });
            controller.close();
            return;
          }
          reader = (ofThePdf(parameters) as ReadableStream<unknown>).getReader();
        },
        pull: async (controller) => {
          const next = await reader?.read();
          if (next === undefined || next.done) controller.close();
          else controller.enqueue(next.value);
        },
        cancel: (reason) => reader?.cancel(reason),
      });
    };
  }

  async #textOf(page: number): Promise<z.output<typeof PageText> | null> {
    if (!(await this.#versions).has(page)) return null;
    const response = await fetch(`/recognised/${this.#document}/${page}`);
    // Forgotten meanwhile.
    if (response.status === 404) return null;
    return PageText.parse(await response.json());
  }

  async #fetchVersions(): Promise<ReadonlyMap<number, number>> {
    const response = await fetch(`/recognised/${this.#document}`);
    return response.ok ? new Map(Versions.parse(await response.json())) : new Map();
  }
}
