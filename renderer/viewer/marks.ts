import { locatePassage, type Passage } from '../../shared/domain/evidence';
import type { Turn } from '../../shared/domain/turn';
import type { Mark } from '../document/protocol';
import { bandsOf, type Band } from './bands';
import { lanesOf, lineBoxes, type Box } from './line-boxes';
import type { DrawnPage } from './page-view';
import { uprightBox, uprightSize } from './turns';

interface Placed {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  /** Of what is proposed, nothing is coloured: one band over all of it. */
  readonly bands: readonly Band[];
}

interface Overlay {
  readonly element: HTMLElement;
  readonly watcher: MutationObserver;
}

/** A page as it lies on the screen, in pixels. */
interface Paper {
  readonly left: number;
  readonly top: number;
  readonly shown: { readonly width: number; readonly height: number };
  readonly upright: { readonly width: number; readonly height: number };
  readonly turn: Turn;
}

const FLASH_MS = 1600;
const POINT_MS = 2600;

/**
 * Evidence marked on the pages: behind the text, one box per line, in the variable's colour.
 *
 * Places are kept as parts of the page's width and height, so zooming needs no drawing. Marks that
 * overlap share the height of the line between their colours, and have lines of their own around the
 * text.
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
    const paper = layOver(overlay, page);
    overlay.replaceChildren(
      ...placeMarks(this.#marks, page).flatMap((one) => elementsOf(one, page, paper)),
      ...pointerOn(this.#pointed, page, paper),
    );
    this.#applyFlash();
  }

  /** Takes the marks off all pages until they are drawn anew: the pages are being turned. */
  lift(): void {
    for (const { element } of this.#overlays.values()) element.replaceChildren();
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
  const evidence = found.filter(({ mark }) => mark.style === 'evidence');
  const proposed = found.filter(({ mark }) => mark.style === 'proposed');
  const lanes = [lanesOf(evidence), lanesOf(proposed)] as const;
  const bands = bandsOf(evidence);
  return [
    ...evidence.map((one, index) => ({
      ...one,
      lane: lanes[0][index] ?? 0,
      bands: bands[index] ?? [],
    })),
    ...proposed.map((one, index) => ({
      ...one,
      lane: lanes[1][index] ?? 0,
      bands: [{ start: one.start, end: one.end, band: 0, bands: 1 }],
    })),
  ];
}

/** Lays the overlay over the paper, turned with it, and tells how big it is and where it lies. */
function layOver(overlay: HTMLElement, page: DrawnPage): Paper {
  const shown = page.paper.getBoundingClientRect();
  const edge = { left: shown.left + page.paper.clientLeft, top: shown.top + page.paper.clientTop };
  const size = { width: page.paper.clientWidth, height: page.paper.clientHeight };
  const upright = uprightSize(size, page.turn);
  overlay.dataset.turn = String(page.turn);
  overlay.style.width = `${(100 * upright.width) / size.width}%`;
  overlay.style.height = `${(100 * upright.height) / size.height}%`;
  return { ...edge, shown: size, upright, turn: page.turn };
}

/** The boxes of the lines of a stretch of the page, on the page as it stands upright, in pixels. */
function linesOf(page: DrawnPage, start: number, end: number, paper: Paper): Box[] {
  const pieces = page.rangesBetween(start, end).flatMap((range) => [...range.getClientRects()]);
  return lineBoxes(
    pieces.map(({ left, top, right, bottom }) =>
      uprightBox(
        {
          left: left - paper.left,
          top: top - paper.top,
          right: right - paper.left,
          bottom: bottom - paper.top,
        },
        paper.shown,
        paper.turn,
      ),
    ),
  );
}

function elementsOf({ mark, lane, bands }: Placed, page: DrawnPage, paper: Paper): HTMLElement[] {
  const lines = bands.flatMap((band) =>
    linesOf(page, band.start, band.end, paper).map((box) => ({ band, box })),
  );
  return lines.map(({ band, box }, index) => {
    const element = document.createElement('div');
    element.className = 'mark-line';
    element.classList.toggle('first', index === 0);
    element.dataset.id = mark.id;
    element.dataset.colour = String(mark.colour);
    element.dataset.style = mark.style;
    placeWithin(element, box, paper);
    const colour = document.createElement('div');
    colour.className = 'mark-colour';
    colour.style.top = `${(100 * band.band) / band.bands}%`;
    colour.style.height = `${100 / band.bands}%`;
    const under = document.createElement('div');
    under.className = 'mark-under';
    under.dataset.lane = String(Math.min(lane, 3));
    element.append(colour, under);
    return element;
  });
}

function pointerOn(passage: Passage | null, page: DrawnPage, paper: Paper): HTMLElement[] {
  if (passage?.page !== page.number) return [];
  const place = locatePassage(passage, page.text);
  if (place === null) return [];
  return linesOf(page, place.start, place.end, paper).map((box) => {
    const element = document.createElement('div');
    element.className = 'mark-pointed';
    placeWithin(element, box, paper);
    return element;
  });
}

function placeWithin(element: HTMLElement, box: Box, { upright }: Paper): void {
  const { style } = element;
  style.left = `${(100 * box.left) / upright.width}%`;
  style.top = `${(100 * box.top) / upright.height}%`;
  style.width = `${(100 * (box.right - box.left)) / upright.width}%`;
  style.height = `${(100 * (box.bottom - box.top)) / upright.height}%`;
}

function holds(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top - 1 && y <= box.bottom + 3;
}
