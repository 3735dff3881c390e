import type { Page } from '../../shared/domain/page';
import {
  LONGEST_OUTLINE,
  type FindOptions,
  type Hit,
  type OutlineEntry,
  type ZoomWish,
} from '../document/protocol';
import type { DocumentView, DrawnPage, Fit, OpenRequest, ViewEvents } from './page-view';
import { scaleToFit, sheetAt, SHEET_WIDTH, type SheetRoom } from './fitted-sheet';
import { scrollToMiddle } from './scroll';
import { watchRows } from './table';
import { findInPages, firstFrom, inContext, type TextMatch } from './text-find';
import { TextSheet } from './text-sheet';

/** Height of a sheet at 100 %, in pixels: A4 at 96 dots per inch. */
const SHEET_HEIGHT = 1123;
const STEP = 1.1;
/** How far above and below what is in view sheets are made ready. */
const NEAR = '2000px 0px';
/** Of the desk around a sheet, in pixels. */
const MARGIN = 10;

const ALL = 'samsyn-find';
const CURRENT = 'samsyn-find-current';

/** Shows formats without fixed pages, laid out by us as sheets of paper. */
export class TextView implements DocumentView {
  readonly #scroller: HTMLDivElement;
  readonly #container: HTMLDivElement;
  readonly #events: ViewEvents;
  #pages: readonly Page[] = [];
  #sheets: readonly TextSheet[] = [];
  #sheetOf: ReadonlyMap<Element, TextSheet> = new Map();
  /** Sees to it that what stands on a sheet is there before the sheet comes into view. */
  readonly #near: IntersectionObserver;
  #scale = 1;
  /** Width of the sheets at 100 %: narrower than A4 where the frame is. */
  #sheetWidth = SHEET_WIDTH;
  #fit: Fit = 'fit-width';
  #told = '';
  readonly #sizes = new ResizeObserver((entries) => this.#remeasure(entries));
  /** Width over height of each sheet when it was last drawn. */
  readonly #shapes = new WeakMap<Element, number>();
  /** What is being scrolled to. */
  #scrolling: (() => void) | null = null;
  #query = '';
  #matches: readonly TextMatch[] = [];
  #current = -1;

  constructor(scroller: HTMLDivElement, container: HTMLDivElement, events: ViewEvents) {
    this.#scroller = scroller;
    this.#container = container;
    this.#events = events;
    this.#near = new IntersectionObserver((entries) => this.#approach(entries), {
      root: scroller,
      rootMargin: NEAR,
    });
    watchRows(container, (handle) => this.#rowAt(handle));
    scroller.addEventListener('scroll', () => this.#tellMoved(), { passive: true });
  }

  open(request: OpenRequest): Promise<void> {
    this.close();
    this.#pages = request.pages;
    this.#sheets = request.pages.map((page) => new TextSheet(page));
    this.#container.replaceChildren(...this.#sheets.map((sheet) => sheet.paper));
    this.#sheetOf = new Map(this.#sheets.map((sheet) => [sheet.paper, sheet]));
    this.#buildAround(request.page);
    for (const { paper } of this.#sheets) {
      this.#sizes.observe(paper);
      this.#near.observe(paper);
    }
    this.#scroller.hidden = false;
    this.#scroller.scrollTop = 0;
    this.zoom(request.zoom === 'in' || request.zoom === 'out' ? 'fit-width' : request.zoom);
    if (request.page > 1) this.goToPage(request.page);
    this.#events.opened(this.#pages.length);
    this.#drawAll();
    this.#tellMoved();
    const shown = this.#sheets;
    requestAnimationFrame(() => {
      if (this.#sheets === shown) this.#events.painted(this.#pageInView());
    });
    return Promise.resolve();
  }

  /** A sheet has its own height only once it came into view: what lies on it is then put there again. */
  #remeasure(entries: readonly ResizeObserverEntry[]): void {
    for (const { target } of entries) {
      const sheet = this.#sheetOf.get(target);
      const shape = target.clientWidth / Math.max(1, target.clientHeight);
      const before = this.#shapes.get(target) ?? 0;
      if (sheet?.isBuilt !== true || Math.abs(shape / before - 1) < 0.002) continue;
      this.#shapes.set(target, shape);
      this.#events.drawn(sheet);
    }
  }

  #approach(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const sheet = isIntersecting ? this.#sheetOf.get(target) : undefined;
      if (sheet !== undefined) this.#build(sheet);
    }
  }

  /** Puts on a sheet what stands there, and what was found and marked on it. */
  #build(sheet: TextSheet): void {
    if (sheet.isBuilt) return;
    sheet.build();
    const found = CSS.highlights.get(ALL);
    for (const match of found === undefined ? [] : this.#matches) {
      if (match.page !== sheet.number) continue;
      for (const range of this.#rangesOf(match)) found?.add(range);
    }
    this.#events.drawn(sheet);
  }

  #buildAround(page: number): void {
    for (const sheet of this.#sheets.slice(Math.max(0, page - 2), page + 1)) this.#build(sheet);
  }

  close(): void {
    this.#sizes.disconnect();
    this.#near.disconnect();
    this.#sheetOf = new Map();
    this.#scroller.hidden = true;
    this.#container.replaceChildren();
    this.#pages = [];
    this.#sheets = [];
    this.#told = '';
    this.#scrolling = null;
    this.#endSearch();
  }

  goToPage(page: number): void {
    const number = Math.min(Math.max(1, page), this.#sheets.length);
    const sheet = this.#sheets[number - 1]?.paper;
    this.#scrolling = null;
    this.#buildAround(number);
    if (sheet !== undefined) this.#scroller.scrollTop = sheet.offsetTop - MARGIN;
    this.#tellMoved();
  }

  zoom(wish: ZoomWish): void {
    const fit: Fit = wish === 'fit-width' || wish === 'fit-page' ? wish : 'free';
    const scale = this.#scaleFor(wish);
    const width = sheetAt(scale, this.#room());
    if (fit === this.#fit && scale === this.#scale && width === this.#sheetWidth) return;
    const place = this.#placeInView();
    this.#fit = fit;
    this.#scale = scale;
    this.#sheetWidth = width;
    this.#container.style.setProperty('--scale', String(scale));
    this.#container.style.setProperty('--sheet', `${width}px`);
    this.#scroller.scrollTop = place.sheet.offsetTop + place.part * place.sheet.offsetHeight;
    this.#drawAll();
    this.#tellMoved();
  }

  zoomBy(factor: number, x: number, y: number): void {
    const bounds = this.#scroller.getBoundingClientRect();
    const across = this.#scroller.scrollLeft + x - bounds.left;
    const under = this.#sheets
      .map(({ paper }) => ({ paper, box: paper.getBoundingClientRect() }))
      .find(({ box }) => y < box.bottom);
    const part = under === undefined ? 0 : (y - under.box.top) / Math.max(1, under.box.height);
    const before = this.#scale;
    this.zoom(this.#scale * factor);
    const grown = this.#scale / before;
    if (under !== undefined) {
      const box = under.paper.getBoundingClientRect();
      this.#scroller.scrollTop += box.top + part * box.height - y;
    }
    this.#scroller.scrollLeft = across * grown - (x - bounds.left);
  }

  turn(): void {
    // Without fixed pages there is nothing to turn.
  }

  find(query: string, step: 0 | 1 | -1, options: FindOptions): void {
    if (query.trim() === '') {
      this.#endSearch();
      this.#events.found({ query: '', current: 0, total: 0, searching: false });
      return;
    }
    if (step !== 0 && query === this.#query && this.#matches.length > 0) {
      this.#current = (this.#current + step + this.#matches.length) % this.#matches.length;
    } else {
      this.#query = query;
      this.#matches = findInPages(query, this.#pages, options);
      this.#current = firstFrom(this.#pageInView(), this.#matches);
      CSS.highlights.set(
        ALL,
        new Highlight(
          ...this.#matches.flatMap((one) =>
            this.#sheets[one.page - 1]?.isBuilt === true ? this.#rangesOf(one) : [],
          ),
        ),
      );
    }
    this.#showCurrent();
  }

  hits(from: number, count: number): Promise<readonly Hit[]> {
    return Promise.resolve(
      this.#matches.slice(from, from + count).map((match) => ({
        page: match.page,
        ...inContext(this.#pages[match.page - 1]?.text ?? '', match),
      })),
    );
  }

  placeOfHit(index: number): Promise<TextMatch | null> {
    return Promise.resolve(this.#matches[index] ?? null);
  }

  goToHit(index: number): void {
    if (this.#matches[index] === undefined) return;
    this.#current = index;
    this.#showCurrent();
  }

  outline(): Promise<readonly OutlineEntry[]> {
    return Promise.resolve(
      this.#headings().map(({ title, level, page }) => ({ title, level, page })),
    );
  }

  goToHeading(index: number): void {
    const heading = this.#headings()[index];
    const sheet = heading === undefined ? undefined : this.#sheets[heading.page - 1];
    if (heading !== undefined) this.#buildAround(heading.page);
    const [range] = sheet?.rangesBetween(heading?.start ?? 0, heading?.end ?? 0) ?? [];
    if (range === undefined) return;
    const toTop = (): void => {
      this.#scroller.scrollTop +=
        range.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top - 2 * MARGIN;
    };
    this.#untilLaidOut(toTop);
  }

  textOf(page: number): Promise<string | null> {
    return Promise.resolve(this.#pages[page - 1]?.text ?? null);
  }

  shapeOf(): number {
    return SHEET_WIDTH / SHEET_HEIGHT;
  }

  thumbnail(page: number, width: number): Promise<HTMLElement | null> {
    const shown = this.#pages[page - 1];
    if (shown === undefined) return Promise.resolve(null);
    const sheet = new TextSheet(shown);
    sheet.build();
    sheet.paper.style.setProperty('--scale', String(width / sheet.width));
    return Promise.resolve(sheet.paper);
  }

  #headings(): { title: string; level: number; page: number; start: number; end: number }[] {
    return this.#pages
      .flatMap(({ number, text, blocks }) =>
        blocks
          .filter(({ kind }) => kind === 'heading')
          .map(({ level, start, end }) => ({
            title: text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, 500),
            level: Math.min(9, Math.max(1, level)),
            page: number,
            start,
            end,
          })),
      )
      .filter(({ title }) => title !== '')
      .slice(0, LONGEST_OUTLINE);
  }

  #showCurrent(): void {
    const current = this.#matches[this.#current];
    if (current === undefined) {
      CSS.highlights.delete(CURRENT);
    } else {
      this.#buildAround(current.page);
      const ranges = this.#rangesOf(current);
      const highlight = new Highlight(...ranges);
      highlight.priority = 1;
      CSS.highlights.set(CURRENT, highlight);
      this.#untilLaidOut(() => scrollToMiddle(this.#scroller, ranges));
    }
    this.#events.found({
      query: this.#query,
      current: this.#current + 1,
      total: this.#matches.length,
      searching: false,
    });
  }

  drawnPages(): readonly DrawnPage[] {
    return this.#sheets.filter((sheet) => sheet.isBuilt);
  }

  reveal(page: number, place: (text: string) => { start: number; end: number } | null): void {
    const sheet = this.#sheets[page - 1];
    const found = sheet === undefined ? null : place(sheet.text);
    // Its words are gone; the page where they were is still to be seen.
    if (found === null) this.goToPage(page);
    if (sheet === undefined || found === null) return;
    this.#buildAround(page);
    const ranges = sheet.rangesBetween(found.start, found.end);
    this.#untilLaidOut(() => scrollToMiddle(this.#scroller, ranges));
  }

  textChanged(): void {
    // Its text came with its pages.
  }

  resized(): void {
    if (this.#sheets.length > 0) this.zoom(this.#fit === 'free' ? this.#scale : this.#fit);
  }

  #rowAt(handle: HTMLElement): Range | null {
    return this.#sheets.find(({ paper }) => paper.contains(handle))?.rowAt(handle) ?? null;
  }

  /** Scrolls again while sheets on the way, whose heights were guessed at, are being laid out. */
  #untilLaidOut(scroll: () => void, times = 5): void {
    this.#scrolling = scroll;
    scroll();
    if (times <= 1) return;
    requestAnimationFrame(() => {
      // Unless one is going elsewhere by now.
      if (this.#scrolling === scroll) this.#untilLaidOut(scroll, times - 1);
    });
  }

  #rangesOf(match: TextMatch): Range[] {
    return this.#sheets[match.page - 1]?.rangesBetween(match.start, match.end) ?? [];
  }

  #drawAll(): void {
    for (const sheet of this.#sheets) if (sheet.isBuilt) this.#events.drawn(sheet);
  }

  #endSearch(): void {
    this.#query = '';
    this.#matches = [];
    this.#current = -1;
    CSS.highlights.delete(ALL);
    CSS.highlights.delete(CURRENT);
  }

  #scaleFor(wish: ZoomWish): number {
    const room = this.#room();
    const width = scaleToFit(room);
    const height = (this.#scroller.clientHeight - 4 * MARGIN) / SHEET_HEIGHT;
    const scale = {
      'fit-width': width,
      'fit-page': Math.min(room.frame / SHEET_WIDTH, width, height),
      in: this.#scale * STEP,
      out: this.#scale / STEP,
      actual: 1,
    };
    const wanted = typeof wish === 'number' ? wish : scale[wish];
    return Math.min(10, Math.max(0.25, wanted));
  }

  #room(): SheetRoom {
    return {
      frame: this.#scroller.clientWidth - 4 * MARGIN,
      table: this.#sheets.reduce((most, { tableWidth }) => Math.max(most, tableWidth), 0),
    };
  }

  /** The sheet at the top of the frame and how far down on it, as a part of its height, one stands. */
  #placeInView(): { sheet: HTMLElement; part: number } {
    const sheet = this.#sheets[this.#pageInView() - 1]?.paper ?? this.#container;
    return {
      sheet,
      part: (this.#scroller.scrollTop - sheet.offsetTop) / Math.max(1, sheet.offsetHeight),
    };
  }

  /** The page that covers a third of the way down the frame. */
  #pageInView(): number {
    const line = this.#scroller.scrollTop + this.#scroller.clientHeight / 3;
    const index = this.#sheets.findLastIndex((sheet) => sheet.paper.offsetTop <= line);
    return Math.max(1, index + 1);
  }

  #tellMoved(): void {
    if (this.#sheets.length === 0) return;
    const view = {
      page: this.#pageInView(),
      pageCount: this.#sheets.length,
      scale: this.#scale,
      fit: this.#fit,
      turn: null,
    };
    const told = JSON.stringify(view);
    if (told === this.#told) return;
    this.#told = told;
    this.#events.moved(view);
  }
}
