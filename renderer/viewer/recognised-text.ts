import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

import type { DocumentId } from '../../shared/domain/ids';
import { WordBox } from '../../shared/domain/page';
import { Turn } from '../../shared/domain/turn';
import { textContentOf } from './text-stream';

const Versions = z.array(z.tuple([z.int().positive(), z.int(), Turn]));
const PageText = z.object({ text: z.string(), words: z.array(WordBox), turn: Turn });

/** What was recognised anew. */
export interface TextChange {
  readonly pages: readonly number[];
  readonly isTurned: boolean;
}

/** Which recognition of a page its text is of, and how far the page was turned for it. */
interface Version {
  readonly version: number;
  readonly turn: Turn;
}

/**
 * The text of a document's scanned pages, put in place of what the PDF itself says, and the way up
 * that they were read.
 *
 * The viewer asks each page for its text, for the layer over the picture as for the search. A page
 * that was recognised answers with what was recognised, so there is one way for all.
 * One that was scanned sideways or upside down says that it is to be turned, as a PDF's page may.
 */
export class RecognisedText {
  readonly #document: DocumentId;
  #versions: Promise<ReadonlyMap<number, Version>>;
  /** The same, as far as it is known by now. */
  #known: ReadonlyMap<number, Version> = new Map();

  constructor(document: DocumentId) {
    this.#document = document;
    this.#versions = this.#fetchVersions();
  }

  /** From now on, the document's pages answer with their recognised text, and stand upright, where they have such. */
  layOver(pdf: PDFDocumentProxy): void {
    const getPage = pdf.getPage.bind(pdf);
    const known = new WeakSet<PDFPageProxy>();
    pdf.getPage = async (number) => {
      // A page is laid out by its turn, so that has to be known.
      const [page] = await Promise.all([getPage(number), this.#learn()]);
      if (!known.has(page)) this.#answerFor(page);
      known.add(page);
      return page;
    };
  }

  /** Looks what has been recognised since: pages whose text is another now, and whether any stands another way up. */
  async refresh(): Promise<TextChange> {
    const before = await this.#versions;
    const fetching = this.#fetchVersions();
    this.#versions = fetching;
    const changed = [...(await fetching)].filter(
      ([page, { version }]) => before.get(page)?.version !== version,
    );
    await this.#learn();
    return {
      pages: changed.map(([page]) => page),
      isTurned: changed.some(([page, { turn }]) => (before.get(page)?.turn ?? 0) !== turn),
    };
  }

  #answerFor(page: PDFPageProxy): void {
    const ofTheFile = page.rotate;
    const turnedBy = (turn: Turn): number => (ofTheFile + turn) % 360;
    Object.defineProperty(page, 'rotate', {
      get: () => turnedBy(this.#known.get(page.pageNumber)?.turn ?? 0),
    });
    const ofThePdf = page.streamTextContent.bind(page);
    page.streamTextContent = (parameters) => {
      let reader: ReadableStreamDefaultReader<unknown> | null = null;
      return new ReadableStream<unknown>({
        start: async (controller) => {
          const found = await this.#textOf(page.pageNumber);
          if (found !== null) {
            const rotation = turnedBy(found.turn);
            controller.enqueue(textContentOf(page.getViewport({ scale: 1, rotation }), found));
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

  async #fetchVersions(): Promise<ReadonlyMap<number, Version>> {
    const response = await fetch(`/recognised/${this.#document}`);
    const rows = response.ok ? Versions.parse(await response.json()) : [];
    return new Map(rows.map(([page, version, turn]) => [page, { version, turn }]));
  }

  /** Waits for what was last asked for. Where that cannot be had, it is told when the text is. */
  async #learn(): Promise<void> {
    this.#known = await this.#versions.catch(() => this.#known);
  }
}
