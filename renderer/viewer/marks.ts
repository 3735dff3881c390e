import { locatePassage, type Passage } from '../../shared/domain/evidence';
import type { Mark } from '../document/protocol';
import { lanesOf, lineBoxes, type Box } from './line-boxes';
import type { DrawnPage } from './page-view';

interface Placed {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
}

interface Overlay {
  readonly element: HTMLElement;
  readonly watcher: MutationObserver;
}

const FLASH_MS = 1600;
const POINT_MS = 2600;

/**
 * Evidence marked on the pages: behind the text, one box per line, in the variable's colour.
 *
 * Places are kept as parts of the page's width and height, so zooming needs no drawing. Marks that
 * overlap are told apart by lines of their own below the text.
 */
export class Marks {
  readonly #overlays = new Map<HTMLElement, Overlay>();
  #marks: readonly Mark[] = [];
  /** A passage that is pointed at for a moment and bears no mark. */
  #pointed: Passage | null = null;
  #flashing: { id: string; until: number } | null = null;

  get all(): readonly Mark[] {
    return this.#marks;
  }

  /** Replaces all marks, and draws those of the given pages. */
  set(marks: readonly Mark[], pages: readonly DrawnPage[]): void {
    this.#marks = marks;
    for (const page of pages) this.draw(page);
  }

  /** Draws the marks of one page, in place of those that were there. */
  draw(page: DrawnPage): void {
    const overlay = this.#overlayOn(page.paper);
    const placed = placeMarks(this.#marks, page);
    const paper = overlay.getBoundingClientRect();
    overlay.replaceChildren(
      ...placed.flatMap((one) => elementsOf(one, page, paper)),
      ...pointerOn(this.#pointed, page, paper),
    );
    this.#applyFlash();
  }

  /** Takes all marks and everything kept about pages away. */
  clear(): void {
    this.#marks = [];
    this.#pointed = null;
    for (const { element, watcher } of this.#overlays.values()) {
      watcher.disconnect();
      element.remove();
    }
    this.#overlays.clear();
  }

  /** The marks at a point of the frame, the shortest first: it lies inside the others. */
  at(x: number, y: number): Mark[] {
    const ids = new Set<string>();
    for (const { element } of this.#overlays.values()) {
      if (!holds(element.getBoundingClientRect(), x, y)) continue;
      for (const line of element.querySelectorAll<HTMLElement>('.mark-line')) {
        if (line.dataset.id && holds(line.getBoundingClientRect(), x, y)) ids.add(line.dataset.id);
      }
    }
    return this.#marks
      .filter((mark) => ids.has(mark.id))
      .sort((a, b) => a.passage.quote.length - b.passage.quote.length);
  }

  /** Makes a mark stand out for a moment, also if it is drawn only during it. */
  flash(id: string): void {
    this.#flashing = { id, until: Date.now() + FLASH_MS };
    this.#applyFlash();
    setTimeout(() => this.#applyFlash(), FLASH_MS + 50);
  }

  /** Makes any passage stand out for a moment. */
  point(passage: Passage, pages: readonly DrawnPage[]): void {
    this.#pointed = passage;
    for (const page of pages) this.draw(page);
    setTimeout(() => {
      if (this.#pointed !== passage) return;
      this.#pointed = null;
      for (const { element } of this.#overlays.values()) {
        for (const line of element.querySelectorAll('.mark-pointed')) line.remove();
      }
    }, POINT_MS);
  }

  #applyFlash(): void {
    const flashing = this.#flashing;
    const id = flashing !== null && Date.now() < flashing.until ? flashing.id : null;
    for (const { element } of this.#overlays.values()) {
      for (const line of element.querySelectorAll<HTMLElement>('.mark-line')) {
        line.classList.toggle('flash', line.dataset.id === id);
      }
    }
  }

  /** The layer that holds a page's marks; put back when the viewer empties the page to draw it anew. */
  #overlayOn(paper: HTMLElement): HTMLElement {
    const known = this.#overlays.get(paper);
    if (known !== undefined) {
      if (known.element.parentNode !== paper) paper.append(known.element);
      return known.element;
    }
    const element = document.createElement('div');
    element.className = 'marks';
    element.setAttribute('aria-hidden', 'true');
    const watcher = new MutationObserver(() => {
      if (element.parentNode !== paper && paper.isConnected) paper.append(element);
    });
    watcher.observe(paper, { childList: true });
    this.#overlays.set(paper, { element, watcher });
    paper.append(element);
    return element;
  }
}

function placeMarks(marks: readonly Mark[], page: DrawnPage): Placed[] {
  const found = marks.flatMap((mark) => {
    if (mark.passage.page !== page.number) return [];
    const place = locatePassage(mark.passage, page.text);
    return place === null ? [] : [{ mark, ...place }];
  });
  const lanes = lanesOf(found);
  return found.map((one, index) => ({ ...one, lane: lanes[index] ?? 0 }));
}

function elementsOf(
  { mark, start, end, lane }: Placed,
  page: DrawnPage,
  paper: DOMRect,
): HTMLElement[] {
  const pieces = page.rangesBetween(start, end).flatMap((range) => [...range.getClientRects()]);
  return lineBoxes(pieces).map((box, index) => {
    const element = document.createElement('div');
    element.className = 'mark-line';
    element.classList.toggle('first', index === 0);
    element.dataset.id = mark.id;
    element.dataset.colour = String(mark.colour);
    element.dataset.style = mark.style;
    placeWithin(element, box, paper);
    const under = document.createElement('div');
    under.className = 'mark-under';
    under.dataset.lane = String(Math.min(lane, 3));
    element.append(under);
    return element;
  });
}

function pointerOn(passage: Passage | null, page: DrawnPage, paper: DOMRect): HTMLElement[] {
  if (passage?.page !== page.number) return [];
  const place = locatePassage(passage, page.text);
  if (place === null) return [];
  const pieces = page
    .rangesBetween(place.start, place.end)
    .flatMap((range) => [...range.getClientRects()]);
  return lineBoxes(pieces).map((box) => {
    const element = document.createElement('div');
    element.className = 'mark-pointed';
    placeWithin(element, box, paper);
    return element;
  });
}

function placeWithin(element: HTMLElement, box: Box, paper: DOMRect): void {
  const { style } = element;
  style.left = `${(100 * (box.left - paper.left)) / paper.width}%`;
  style.top = `${(100 * (box.top - paper.top)) / paper.height}%`;
  style.width = `${(100 * (box.right - box.left)) / paper.width}%`;
  style.height = `${(100 * (box.bottom - box.top)) / paper.height}%`;
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 3;
}
