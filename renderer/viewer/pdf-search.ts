import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  type EventBus,
  FindState,
  type PDFFindController,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

import type { PageText } from '../../shared/domain/pdf-text';
import type { FindOptions, Hit } from '../document/protocol';
import type { ViewEvents } from './page-view';
import { placeOfMatch } from './pdf-match';
import { inContext, type TextMatch } from './text-find';

interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** What pdf.js keeps of where its search is. */
interface FinderPlace {
  _offset: { pageIdx: number | null; matchIdx: number | null; wrapped: boolean };
  onIsPageVisible: ((page: number) => boolean) | null;
}

/** Where a match stands: its page and its place among the page's matches, both from 0. */
interface MatchPlace {
  readonly page: number;
  readonly match: number;
}

interface PdfSearchDeps {
  readonly bus: EventBus;
  readonly finder: PDFFindController;
  /** A page's text, by the page's number; `null` when there is no such page. */
  readText(page: number): Promise<PageText | null>;
  readonly found: ViewEvents['found'];
}

/** Searches a PDF with pdf.js's own search, and tells of its hits as the reader's text has them. */
export class PdfSearch {
  readonly #bus: EventBus;
  readonly #finder: PDFFindController;
  readonly #readText: PdfSearchDeps['readText'];
  readonly #found: PdfSearchDeps['found'];
  #query = '';
  #options: FindOptions = { matchCase: false, wholeWord: false };
  /** Until every page was searched. */
  #counting = false;
  /** Until the next match was found. */
  #pending = false;
  #matches: MatchesCount = { current: 0, total: 0 };
  /** How many documents were opened before. */
  #opened = 0;

  constructor({ bus, finder, readText, found }: PdfSearchDeps) {
    this.#bus = bus;
    this.#finder = finder;
    this.#readText = readText;
    this.#found = found;
    bus.on('updatefindmatchescount', ({ matchesCount }: { matchesCount: MatchesCount }) => {
      this.#matches = matchesCount;
      this.#tell();
    });
    bus.on(
      'updatefindcontrolstate',
      ({ state, matchesCount }: { state: number; matchesCount: MatchesCount }) => {
        this.#pending = state === FindState.PENDING;
        this.#matches = matchesCount;
        this.#tell();
      },
    );
  }

  /** As `DocumentView.find`. */
  find(query: string, step: 0 | 1 | -1, options: FindOptions): void {
    if (query.trim() === '') {
      this.#query = '';
      this.#bus.dispatch('findbarclose', { source: this });
      this.#found({ query: '', current: 0, total: 0, searching: false });
      return;
    }
    const again = step !== 0 && query === this.#query;
    this.#query = query;
    this.#options = options;
    this.#counting ||= !again;
    this.#dispatch(again ? 'again' : '', step === -1);
    if (!again) void this.#endOfCounting(query);
  }

  /** Forgets what was searched for, as another document is opened. */
  forget(): void {
    this.#opened += 1;
    this.#query = '';
  }

  /** Searches once more, as pages of the document have other text now. */
  searchAnew(pdf: PDFDocumentProxy): void {
    const query = this.#query;
    if (query === '') return;
    this.#finder.setDocument(pdf);
    this.#query = '';
    this.find(query, 0, this.#options);
  }

  /** As `DocumentView.hits`. */
  async hits(from: number, count: number): Promise<readonly Hit[]> {
    const hits: Hit[] = [];
    for (let index = from; index < from + count; index += 1) {
      const at = this.#matchAt(index);
      if (at === null) break;
      const text = await this.#readText(at.page + 1);
      const { position, length } = this.#spanOf(at);
      if (text === null || position === undefined || length === undefined) break;
      const place = placeOfMatch(text, position, length) ?? { start: 0, end: 0 };
      hits.push({ page: at.page + 1, ...inContext(text.text, place) });
    }
    return hits;
  }

  /** As `DocumentView.placeOfHit`. */
  async placeOfHit(index: number): Promise<TextMatch | null> {
    const at = this.#matchAt(index);
    if (at === null) return null;
    // Asked for before the search ends, which forgets it.
    const { position, length } = this.#spanOf(at);
    const text = await this.#readText(at.page + 1);
    if (text === null || position === undefined || length === undefined) return null;
    const place = placeOfMatch(text, position, length);
    return place && { page: at.page + 1, ...place };
  }

  /** As `DocumentView.goToHit`. */
  goToHit(index: number): void {
    const at = this.#matchAt(index);
    if (at === null || this.#query === '') return;
    const finder = this.#finder as unknown as FinderPlace;
    // pdf.js only knows of the next match: it is told that the one before was the last.
    finder._offset = { pageIdx: at.page, matchIdx: at.match - 1, wrapped: false };
    const asks = finder.onIsPageVisible;
    // Else it would search anew from the page in view.
    finder.onIsPageVisible = () => true;
    this.#dispatch('again', false);
    setTimeout(() => {
      finder.onIsPageVisible = asks;
    });
  }

  #dispatch(type: '' | 'again', findPrevious: boolean): void {
    this.#bus.dispatch('find', {
      source: this,
      type,
      query: this.#query,
      caseSensitive: this.#options.matchCase,
      entireWord: this.#options.wholeWord,
      highlightAll: true,
      findPrevious,
      // "a" does not find "å": they are two letters.
      matchDiacritics: true,
    });
  }

  /** Where the match with this number stands. */
  #matchAt(index: number): MatchPlace | null {
    let before = 0;
    const pages = this.#finder.pageMatches ?? [];
    for (let page = 0; page < pages.length; page += 1) {
      const count = pages[page]?.length ?? 0;
      if (index < before + count) return { page, match: index - before };
      before += count;
    }
    return null;
  }

  #spanOf({ page, match }: MatchPlace) {
    return {
      position: this.#finder.pageMatches?.[page]?.[match],
      length: this.#finder.pageMatchesLength?.[page]?.[match],
    };
  }

  /** pdf.js tells of pages with matches only, so that the last page is done is seen from its promises. */
  async #endOfCounting(query: string): Promise<void> {
    const opened = this.#opened;
    // Page after page: the promises are there once the search has begun.
    await Promise.resolve();
    await Promise.all(this.#finder._extractTextPromises as readonly Promise<void>[]);
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#opened !== opened || this.#query !== query) return;
    this.#counting = false;
    this.#tell();
  }

  #tell(): void {
    if (this.#query === '') return;
    this.#found({
      query: this.#query,
      ...this.#matches,
      searching: this.#counting || this.#pending,
    });
  }
}
