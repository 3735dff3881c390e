// First: the viewer takes pdf.js from where this import puts it.
import 'pdfjs-dist/legacy/build/pdf.mjs';

import type { PageText } from '../../shared/domain/pdf-text';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  EventBus,
  PDFFindController,
  PDFLinkService,
  PDFViewer,
  type PDFPageView,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

import { turnedBy, type Turn } from '../../shared/domain/turn';
import type { FindOptions, Hit, OutlineEntry, ZoomWish } from '../document/protocol';
import type { DocumentView, DrawnPage, OpenRequest, ViewEvents } from './page-view';
import { readPdfOutline, type PdfHeading } from './pdf-outline';
import { PdfPage, readPdfPageText } from './pdf-page';
import { PdfSearch } from './pdf-search';
import { annotationMode, type PdfSource } from './pdf-source';
import { plainLabels } from './plain-labels';
import { scrollToMiddle } from './scroll';
import type { TextMatch } from './text-find';
import { putUndrawnNote, takeUndrawnNote } from './undrawn-note';

const fits: Record<string, 'fit-width' | 'fit-page'> = {
  'page-width': 'fit-width',
  'page-fit': 'fit-page',
};

/** How many pages' texts are kept after they were looked at. */
const TEXTS_KEPT = 300;

/** While one goes on enlarging, what is drawn is stretched; this long after, it is drawn anew. */
const REDRAW_MS = 250;

/** Shows PDFs with pdf.js's own viewer: its pages, text layer and search. */
export class PdfView implements DocumentView {
  readonly #scroller: HTMLDivElement;
  readonly #source: PdfSource;
  readonly #events: ViewEvents;
  readonly #bus = new EventBus();
  readonly #links: PDFLinkService;
  readonly #viewer: PDFViewer;
  readonly #search: PdfSearch;
  readonly #drawn = new Map<number, PdfPage>();
  #pdf: PDFDocumentProxy | null = null;
  #document: OpenRequest['document'] | null = null;
  /** Pages' texts, put together as the reader does it; the least lately read is given up first. */
  readonly #texts = new Map<number, Promise<PageText>>();
  #turn: Turn = 0;
  #headings: readonly PdfHeading[] = [];
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
    // Where an entry of the outline leads, one keeps the size that one reads at.
    this.#links = new PDFLinkService({ eventBus: this.#bus, ignoreDestinationZoom: true });
    this.#links.externalLinkEnabled = false;
    const finder = new PDFFindController({
      eventBus: this.#bus,
      linkService: this.#links,
      delay: 0,
    });
    this.#search = new PdfSearch({
      bus: this.#bus,
      finder,
      readText: (page) => this.#readText(page),
      found: (count) => this.#events.found(count),
    });
    this.#viewer = new PDFViewer({
      container: scroller,
      viewer: pages,
      eventBus: this.#bus,
      linkService: this.#links,
      findController: finder,
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
    this.#document = request.document;
    this.#turn = request.turn;
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
    this.#texts.clear();
    this.#headings = [];
    this.#wanted = null;
    this.#search.forget();
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

  zoomBy(factor: number, x: number, y: number): void {
    this.#viewer.updateScale({ scaleFactor: factor, origin: [x, y], drawingDelay: REDRAW_MS });
  }

  turn(by: 90 | -90): void {
    this.#turn = turnedBy(this.#turn, by);
    this.#viewer.pagesRotation = this.#turn;
    this.#tellMoved();
  }

  find(query: string, step: 0 | 1 | -1, options: FindOptions): void {
    this.#search.find(query, step, options);
  }

  hits(from: number, count: number): Promise<readonly Hit[]> {
    return this.#search.hits(from, count);
  }

  placeOfHit(index: number): Promise<TextMatch | null> {
    return this.#search.placeOfHit(index);
  }

  goToHit(index: number): void {
    this.#search.goToHit(index);
  }

  async outline(): Promise<readonly OutlineEntry[]> {
    const pdf = this.#pdf;
    if (pdf === null) return [];
    const headings = await readPdfOutline(pdf);
    if (this.#pdf !== pdf) return [];
    this.#headings = headings;
    return headings.map(({ title, level, page }) => ({ title, level, page }));
  }

  goToHeading(index: number): void {
    const heading = this.#headings[index];
    if (heading === undefined || heading.page === null) return;
    // Not by way of the link service, which would take the focus away from the list of headings.
    this.#viewer.scrollPageIntoView({
      pageNumber: heading.page,
      destArray: [...heading.destination],
      ignoreDestinationZoom: true,
    });
  }

  async textOf(page: number): Promise<string | null> {
    return (await this.#readText(page))?.text ?? null;
  }

  shapeOf(page: number): number {
    const view = this.#viewer.getPageView(page - 1) as PDFPageView | undefined;
    return view === undefined ? 1 : view.width / view.height;
  }

  async thumbnail(number: number, width: number): Promise<HTMLElement | null> {
    const pdf = this.#pdf;
    if (pdf === null || number > pdf.numPages) return null;
    const page = await pdf.getPage(number);
    const rotation = (page.rotate + this.#turn) % 360;
    const natural = page.getViewport({ scale: 1, rotation });
    const viewport = page.getViewport({
      scale: (width * devicePixelRatio) / natural.width,
      rotation,
    });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await page.render({ canvas, viewport, annotationMode }).promise;
    return canvas;
  }

  /** A page's text; `null` when there is no such page. */
  async #readText(number: number): Promise<PageText | null> {
    const pdf = this.#pdf;
    if (pdf === null || number < 1 || number > pdf.numPages) return null;
    const known = this.#texts.get(number);
    const text = known ?? pdf.getPage(number).then(readPdfPageText);
    this.#texts.delete(number);
    this.#texts.set(number, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= TEXTS_KEPT) break;
      this.#texts.delete(oldest);
    }
    return text;
  }

  drawnPages(): readonly DrawnPage[] {
    return [...this.#drawn.values()].filter((page) => page.stands);
  }

  reveal(page: number, place: (text: string) => { start: number; end: number } | null): void {
    this.#wanted = { page, place };
    const drawn = this.#drawn.get(page);
    if (drawn?.stands) {
      // Its words may be gone; the page where they were is still to be seen.
      if (place(drawn.text) === null) this.goToPage(page);
      this.#showWanted(drawn);
    } else this.goToPage(page);
  }

  textChanged(pages: readonly number[]): void {
    const turned = new Set<number>();
    for (const number of pages) {
      const view = this.#viewer.getPageView(number - 1) as PDFPageView | undefined;
      this.#drawn.delete(number);
      this.#texts.delete(number);
      const page = view?.pdfPage as PDFPageProxy | null | undefined;
      // One that was read another way up is laid out anew.
      if (view && page && page.rotate !== view.pdfPageRotate) {
        turned.add(number);
        view.setPdfPage(page);
      }
      // The picture stays until it is drawn again; only the text layer goes.
      else view?.reset({ keepAnnotationLayer: true, keepCanvasWrapper: true });
    }
    if (pages.length === 0) return;
    if (turned.size > 0) this.#fitTurned(turned);
    this.#viewer.update();
    if (this.#pdf !== null) this.#search.searchAnew(this.#pdf);
  }

  /** Pages have another shape now: what fits the width is another size, and the top of the page elsewhere. */
  #fitTurned(turned: ReadonlySet<number>): void {
    const page = this.#viewer.currentPageNumber;
    this.resized();
    if (turned.has(page)) this.goToPage(page);
  }

  resized(): void {
    const fit = this.#viewer.currentScaleValue;
    if (this.#pdf === null) return;
    if (fit in fits) this.#viewer.currentScaleValue = fit;
    else this.#viewer.update();
  }

  #begin(request: OpenRequest): void {
    this.#viewer.pagesRotation = this.#turn;
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
      if (error !== null && error !== undefined) return;
      this.#tellWhetherDrawn(source);
      this.#textLayerDrawn(source).catch((reason: unknown) =>
        console.error('The text of a page could not be read', reason),
      );
    });
  }

  #tellWhetherDrawn(view: PDFPageView): void {
    const document = this.#document;
    if (document === null) return;
    if (!this.#source.isUndrawn(document, view.id ?? 0)) takeUndrawnNote(view.div);
    else putUndrawnNote(view.div, [...(view.textLayer?.div.querySelectorAll('span') ?? [])]);
  }

  async #textLayerDrawn(view: PDFPageView): Promise<void> {
    const pdf = this.#pdf;
    const layer = view.textLayer?.div;
    if (pdf === null || layer === undefined) return;
    const highlighter = view._textHighlighter as { textDivs: HTMLElement[] };
    const turn = this.#turn;
    const text = await this.#readText(view.id ?? 0);
    // Another document, or another drawing of this page, may have begun meanwhile.
    if (text === null || this.#pdf !== pdf || this.#turn !== turn) return;
    const page = new PdfPage(view.id ?? 0, text, view.div, layer, highlighter.textDivs, turn);
    if (!page.stands) return;
    this.#drawn.set(page.number, page);
    this.#events.drawn(page);
    if (this.#wanted?.page === page.number) this.#showWanted(page);
  }

  #showWanted(page: PdfPage): void {
    const found = this.#wanted?.place(page.text) ?? null;
    this.#wanted = null;
    if (found !== null) scrollToMiddle(this.#scroller, page.rangesBetween(found.start, found.end));
  }

  #tellMoved(): void {
    if (this.#pdf === null) return;
    this.#events.moved({
      page: this.#viewer.currentPageNumber,
      pageCount: this.#viewer.pagesCount,
      scale: this.#viewer.currentScale,
      fit: fits[this.#viewer.currentScaleValue] ?? 'free',
      turn: this.#turn,
    });
  }
}
