// First: the viewer takes pdf.js from where this import puts it.
import 'pdfjs-dist/legacy/build/pdf.mjs';

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  EventBus,
  FindState,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
  type PDFPageView,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

import type { ZoomWish } from '../document/protocol';
import type { DocumentView, DrawnPage, OpenRequest, ViewEvents } from './page-view';
import { PdfPage, readPdfPageText } from './pdf-page';
import { annotationMode, type PdfSource } from './pdf-source';
import { plainLabels } from './plain-labels';
import { scrollToMiddle } from './scroll';

const fits: Record<string, 'fit-width' | 'fit-page'> = {
  'page-width': 'fit-width',
  'page-fit': 'fit-page',
};

interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** Shows PDFs with pdf.js's own viewer: its pages, text layer and search. */
export class PdfView implements DocumentView {
  readonly #scroller: HTMLDivElement;
  readonly #source: PdfSource;
  readonly #events: ViewEvents;
  readonly #bus = new EventBus();
  readonly #links: PDFLinkService;
  readonly #viewer: PDFViewer;
  readonly #finder: PDFFindController;
  readonly #drawn = new Map<number, PdfPage>();
  #pdf: PDFDocumentProxy | null = null;
  #query = '';
  /** Until every page was searched. */
  #counting = false;
  /** Until the next match was found. */
  #pending = false;
  #matches: MatchesCount = { current: 0, total: 0 };
  /** What is to be scrolled to as soon as its page is drawn. */
  #wanted: { page: number; place: Parameters<DocumentView['reveal']>[1] } | null = null;

  constructor(
    scroller: HTMLDivElement,
    pages: HTMLDivElement,
    source: PdfSource,
    events: ViewEvents,
  ) {
    this.#scroller = scroller;
    this.#source = source;
    this.#events = events;
    this.#links = new PDFLinkService({ eventBus: this.#bus });
    this.#links.externalLinkEnabled = false;
    this.#finder = new PDFFindController({
      eventBus: this.#bus,
      linkService: this.#links,
      delay: 0,
    });
    this.#viewer = new PDFViewer({
      container: scroller,
      viewer: pages,
      eventBus: this.#bus,
      linkService: this.#links,
      findController: this.#finder,
      annotationMode,
      enableAutoLinking: false,
      enableSelectionRendering: false,
      l10n: plainLabels,
    });
    this.#links.setViewer(this.#viewer);
    this.#listen();
  }

  async open(request: OpenRequest): Promise<void> {
    const pdf = await this.#source.get(request.document);
    this.close();
    this.#scroller.hidden = false;
    this.#pdf = pdf;
    const ready = new Promise<void>((resolve) => {
      this.#bus.on(
        'pagesinit',
        () => {
          if (this.#pdf === pdf) this.#begin(request);
          resolve();
        },
        { once: true },
      );
    });
    this.#viewer.setDocument(pdf);
    this.#links.setDocument(pdf);
    await ready;
  }

  close(): void {
    this.#scroller.hidden = true;
    this.#pdf = null;
    this.#drawn.clear();
    this.#wanted = null;
    this.#query = '';
    this.#viewer.setDocument(null);
    this.#links.setDocument(null);
  }

  goToPage(page: number): void {
    this.#viewer.currentPageNumber = Math.min(Math.max(1, page), this.#viewer.pagesCount);
  }

  zoom(wish: ZoomWish): void {
    const viewer = this.#viewer;
    if (typeof wish === 'number') viewer.currentScale = wish;
    else if (wish === 'in') viewer.increaseScale({ steps: 1 });
    else if (wish === 'out') viewer.decreaseScale({ steps: 1 });
    else if (wish === 'actual') viewer.currentScale = 1;
    else viewer.currentScaleValue = wish === 'fit-width' ? 'page-width' : 'page-fit';
  }

  find(query: string, step: 0 | 1 | -1): void {
    if (query.trim() === '') {
      this.#query = '';
      this.#bus.dispatch('findbarclose', { source: this });
      this.#events.found({ query: '', current: 0, total: 0, searching: false });
      return;
    }
    const again = step !== 0 && query === this.#query;
    this.#query = query;
    this.#counting ||= !again;
    this.#bus.dispatch('find', {
      source: this,
      type: again ? 'again' : '',
      query,
      caseSensitive: false,
      entireWord: false,
      highlightAll: true,
      findPrevious: step === -1,
      // "a" does not find "å": they are two letters.
      matchDiacritics: true,
    });
    if (!again) void this.#endOfCounting(query);
  }

  drawnPages(): readonly DrawnPage[] {
    return [...this.#drawn.values()].filter((page) => page.stands);
  }

  reveal(page: number, place: (text: string) => { start: number; end: number } | null): void {
    this.#wanted = { page, place };
    const drawn = this.#drawn.get(page);
    if (drawn?.stands) this.#showWanted(drawn);
    else this.goToPage(page);
  }

  textChanged(pages: readonly number[]): void {
    for (const number of pages) {
      const view = this.#viewer.getPageView(number - 1) as PDFPageView | undefined;
      this.#drawn.delete(number);
      // The picture stays until it is drawn again; only the text layer goes.
      view?.reset({ keepAnnotationLayer: true, keepCanvasWrapper: true });
    }
    if (pages.length === 0) return;
    this.#viewer.update();
    const query = this.#query;
    if (query === '' || this.#pdf === null) return;
    this.#finder.setDocument(this.#pdf);
    this.#query = '';
    this.find(query, 0);
  }

  resized(): void {
    const fit = this.#viewer.currentScaleValue;
    if (this.#pdf === null) return;
    if (fit in fits) this.#viewer.currentScaleValue = fit;
    else this.#viewer.update();
  }

  #begin(request: OpenRequest): void {
    this.zoom(request.zoom === 'in' || request.zoom === 'out' ? 'fit-width' : request.zoom);
    if (request.page > 1) this.goToPage(request.page);
    this.#events.opened(this.#viewer.pagesCount);
    const page = this.#viewer.currentPageNumber;
    const pdf = this.#pdf;
    const whenPainted = ({ pageNumber }: { pageNumber: number }): void => {
      if (this.#pdf !== pdf) this.#bus.off('pagerendered', whenPainted);
      if (this.#pdf !== pdf || pageNumber !== page) return;
      this.#bus.off('pagerendered', whenPainted);
      // Drawn; on the screen with the next frame.
      requestAnimationFrame(() => {
        if (this.#pdf === pdf) this.#events.painted(page);
      });
    };
    this.#bus.on('pagerendered', whenPainted);
    this.#tellMoved();
  }

  #listen(): void {
    const bus = this.#bus;
    bus.on('pagechanging', () => this.#tellMoved());
    bus.on('scalechanging', () => this.#tellMoved());
    bus.on('textlayerrendered', ({ source, error }: { source: PDFPageView; error: unknown }) => {
      if (error === null || error === undefined) void this.#textLayerDrawn(source);
    });
    bus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: MatchesCount }) => {
      this.#matches = matchesCount;
      this.#tellFound();
    });
    bus.on(
      'updatefindcontrolstate',
      ({ state, matchesCount }: { state: number; matchesCount: MatchesCount }) => {
        this.#pending = state === FindState.PENDING;
        this.#matches = matchesCount;
        this.#tellFound();
      },
    );
  }

  async #textLayerDrawn(view: PDFPageView): Promise<void> {
    const pdf = this.#pdf;
    const layer = view.textLayer?.div;
    if (pdf === null || layer === undefined) return;
    const highlighter = view._textHighlighter as { textDivs: HTMLElement[] };
    const text = await readPdfPageText(view.pdfPage);
    const page = new PdfPage(view.id ?? 0, text, view.div, layer, highlighter.textDivs);
    // Another document, or another drawing of this page, may have begun meanwhile.
    if (this.#pdf !== pdf || !page.stands) return;
    this.#drawn.set(page.number, page);
    this.#events.drawn(page);
    if (this.#wanted?.page === page.number) this.#showWanted(page);
  }

  #showWanted(page: PdfPage): void {
    const found = this.#wanted?.place(page.text) ?? null;
    this.#wanted = null;
    if (found !== null) scrollToMiddle(this.#scroller, page.rangesBetween(found.start, found.end));
  }

  /** pdf.js tells of pages with matches only, so that the last page is done is seen from its promises. */
  async #endOfCounting(query: string): Promise<void> {
    const pdf = this.#pdf;
    // Page after page: the promises are there once the search has begun.
    await Promise.resolve();
    await Promise.all(this.#finder._extractTextPromises as readonly Promise<void>[]);
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#pdf !== pdf || this.#query !== query) return;
    this.#counting = false;
    this.#tellFound();
  }

  #tellMoved(): void {
    if (this.#pdf === null) return;
    this.#events.moved({
      page: this.#viewer.currentPageNumber,
      pageCount: this.#viewer.pagesCount,
      scale: this.#viewer.currentScale,
      fit: fits[this.#viewer.currentScaleValue] ?? 'free',
    });
  }

  #tellFound(): void {
    if (this.#query === '') return;
    this.#events.found({
      query: this.#query,
      ...this.#matches,
      searching: this.#counting || this.#pending,
    });
  }
}
