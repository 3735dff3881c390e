import type { DocumentId } from '../../shared/domain/ids';
import type { DocumentFormat, Page } from '../../shared/domain/page';
import type { Turn } from '../../shared/domain/turn';
import type { TextMatch } from './text-find';
import type { FindOptions, Hit, OutlineEntry, ZoomWish } from '../document/protocol';

/** A page that stands drawn in the frame, with its text. */
export interface DrawnPage {
  readonly number: number;
  /** The page's text as the reader gave it to the store: offsets count in this. */
  readonly text: string;
  /** How far the page is turned from how the document has it. */
  readonly turn: Turn;
  /** The paper: a positioned element, in which places are told as parts of its width and height. */
  readonly paper: HTMLElement;
  /** Stretches of the document tree that show `text.slice(start, end)`, in order. */
  rangesBetween(start: number, end: number): Range[];
  /** Where in `text` a place in the document tree is; `null` when it is not on this page. */
  offsetAt(node: Node, offset: number): number | null;
}

/** What the frame is asked to show. */
export interface OpenRequest {
  readonly document: DocumentId;
  readonly format: DocumentFormat;
  /** Pages of formats without fixed pages; empty for PDF. */
  readonly pages: readonly Page[];
  readonly page: number;
  readonly zoom: ZoomWish;
  readonly turn: Turn;
}

/** How far a search has come; `current` counts from 1, 0 when there is none. */
interface FindResult {
  readonly query: string;
  readonly current: number;
  readonly total: number;
  readonly searching: boolean;
}

export type Fit = 'fit-width' | 'fit-page' | 'free';

/** What a view tells the frame. */
export interface ViewEvents {
  opened(pageCount: number): void;
  /** The page that was asked for stands painted. */
  painted(page: number): void;
  /** A page was drawn, or drawn anew: whatever lies on it is to be put there again. */
  drawn(page: DrawnPage): void;
  moved(view: {
    page: number;
    pageCount: number;
    scale: number;
    fit: Fit;
    turn: Turn | null;
  }): void;
  found(result: FindResult): void;
}

/** One way of showing documents: with fixed pages (PDF), or laid out by us. */
export interface DocumentView {
  /** Resolves when the document is there, not when it is painted. Rejects when it cannot be shown. */
  open(request: OpenRequest): Promise<void>;
  close(): void;
  goToPage(page: number): void;
  zoom(wish: ZoomWish): void;
  /** Starts a search (`step` 0), or moves to the next or previous match. An empty query ends it. */
  find(query: string, step: 0 | 1 | -1, options: FindOptions): void;
  /** Some of the hits, in reading order; fewer than `count` at the end of those found so far. */
  hits(from: number, count: number): Promise<readonly Hit[]>;
  /** Where a hit stands in the text of its page; `null` when there is no such hit. */
  placeOfHit(index: number): Promise<TextMatch | null>;
  /** Makes a hit the current one. */
  goToHit(index: number): void;
  /** Enlarges by a factor around a point of the frame. */
  zoomBy(factor: number, x: number, y: number): void;
  /** Turns all pages by a quarter; does nothing where there are no fixed pages. */
  turn(by: 90 | -90): void;
  /** The headings; empty when there are none. */
  outline(): Promise<readonly OutlineEntry[]>;
  goToHeading(index: number): void;
  /** A page's text, also of one that is not drawn; `null` when there is no such page. */
  textOf(page: number): Promise<string | null>;
  /** A page's width over its height, as it is shown. */
  shapeOf(page: number): number;
  /** A small picture of a page, `width` pixels wide; `null` when it cannot be had. */
  thumbnail(page: number, width: number): Promise<HTMLElement | null>;
  drawnPages(): readonly DrawnPage[];
  /** Scrolls a stretch of a page's text to the middle, once the page is drawn. */
  reveal(page: number, place: (text: string) => { start: number; end: number } | null): void;
  /** Some pages have another text now: their text layers are made anew, and nothing moves but what stands another way up. */
  textChanged(pages: readonly number[]): void;
  /** The size of the frame changed. */
  resized(): void;
}
