import type { Mark } from '../document/protocol';
import { placeAfterKey } from '../keyboard/list-step';
import type { DocumentView } from './page-view';

/** Width of a page's picture, in pixels. */
const WIDTH = 104;

/** Pictures that are kept drawn; further ones out of view are given up. */
const KEPT = 48;

/** How many pages one goes at once with Page Up and Page Down. */
const LEAP = 5;

interface Thumb {
  readonly element: HTMLElement;
  readonly paper: HTMLElement;
  readonly dots: HTMLElement;
}

interface ThumbnailEvents {
  /** A page was chosen. */
  chosen(page: number): void;
  /** The keys are to go to the document. */
  left(): void;
}

/**
 * The strip of small pages beside the document: one list with one tab stop.
 *
 * Only pages in view are drawn, one after the other; dots in the variables' colours tell which pages
 * hold evidence.
 */
export class Thumbnails {
  readonly #strip: HTMLElement;
  readonly #events: ThumbnailEvents;
  readonly #watcher: IntersectionObserver;
  #view: DocumentView | null = null;
  #thumbs: readonly Thumb[] = [];
  readonly #inView = new Set<number>();
  /** Drawn pages, the one that was in view longest ago first. */
  readonly #drawn = new Set<number>();
  #isDrawing = false;
  #current = 1;
  #isShown = false;
  #pageCount = 0;
  #marks: readonly Mark[] = [];

  constructor(strip: HTMLElement, events: ThumbnailEvents) {
    this.#strip = strip;
    this.#events = events;
    this.#watcher = new IntersectionObserver((entries) => this.#seen(entries), {
      root: strip,
      rootMargin: '200px 0px',
    });
    strip.addEventListener('keydown', (event) => this.#press(event));
    strip.addEventListener('click', (event) => {
      const thumb = event.target instanceof Element ? event.target.closest('.thumb') : null;
      if (thumb instanceof HTMLElement) events.chosen(Number(thumb.dataset.page));
    });
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  /** Shows the strip or takes it away; with `focus`, it gets the keys. */
  show(isShown: boolean, focus: boolean): void {
    const hadFocus = this.#strip.contains(document.activeElement);
    this.#isShown = isShown;
    this.#strip.hidden = !isShown;
    document.documentElement.classList.toggle('with-thumbnails', isShown);
    this.#fill();
    if (isShown && focus) this.#strip.focus();
    if (!isShown && hadFocus) this.#events.left();
  }

  /** The document that is shown, or none. */
  open(view: DocumentView | null, pageCount: number): void {
    this.#view = view;
    this.#pageCount = view === null ? 0 : pageCount;
    this.#thumbs = [];
    this.#current = 1;
    this.#fill();
  }

  /** Which page one is on. */
  goTo(page: number): void {
    if (page === this.#current) return;
    this.#thumbs[this.#current - 1]?.element.removeAttribute('aria-selected');
    this.#current = page;
    this.#markCurrent();
  }

  /** Which pages hold which marks. */
  mark(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#putDots();
  }

  /** All pages look different now: they were turned. */
  redraw(): void {
    this.#thumbs = [];
    this.#fill();
  }

  /** The word for a page in the language of the window. */
  rename(): void {
    const isSwedish = document.documentElement.lang === 'sv';
    this.#strip.setAttribute('aria-label', isSwedish ? 'Sidor' : 'Pages');
    for (const [index, { element }] of this.#thumbs.entries()) {
      element.setAttribute('aria-label', `${isSwedish ? 'Sida' : 'Page'} ${index + 1}`);
    }
  }

  #fill(): void {
    if (!this.#isShown || this.#view === null) {
      this.#watcher.disconnect();
      this.#strip.replaceChildren();
      this.#thumbs = [];
    } else if (this.#thumbs.length === 0) {
      this.#watcher.disconnect();
      this.#thumbs = Array.from({ length: this.#pageCount }, (_, index) => this.#make(index + 1));
      this.#strip.replaceChildren(...this.#thumbs.map(({ element }) => element));
      for (const { element } of this.#thumbs) this.#watcher.observe(element);
      this.rename();
      this.#putDots();
      this.#markCurrent();
    } else return;
    this.#inView.clear();
    this.#drawn.clear();
  }

  #make(page: number): Thumb {
    const element = document.createElement('div');
    element.className = 'thumb';
    element.id = `thumb-${page}`;
    element.dataset.page = String(page);
    element.setAttribute('role', 'option');
    const paper = document.createElement('div');
    paper.className = 'thumb-paper';
    paper.style.width = `${WIDTH}px`;
    paper.style.height = `${Math.round(WIDTH / (this.#view?.shapeOf(page) ?? 1))}px`;
    const dots = document.createElement('div');
    dots.className = 'thumb-dots';
    const number = document.createElement('div');
    number.className = 'thumb-number';
    number.textContent = String(page);
    element.append(paper, dots, number);
    return { element, paper, dots };
  }

  #markCurrent(): void {
    const thumb = this.#thumbs[this.#current - 1];
    if (thumb === undefined) return;
    thumb.element.setAttribute('aria-selected', 'true');
    this.#strip.setAttribute('aria-activedescendant', thumb.element.id);
    thumb.element.scrollIntoView({ block: 'nearest' });
  }

  #putDots(): void {
    const colours = new Map<number, Set<number>>();
    for (const { passage, colour, style } of this.#marks) {
      if (style !== 'evidence') continue;
      colours.set(passage.page, (colours.get(passage.page) ?? new Set()).add(colour));
    }
    for (const [index, { dots }] of this.#thumbs.entries()) {
      const here = [...(colours.get(index + 1) ?? [])].sort((a, b) => a - b);
      if (here.length === 0 && dots.childElementCount === 0) continue;
      dots.replaceChildren(
        ...here.map((colour) => {
          const dot = document.createElement('span');
          dot.dataset.colour = String(colour);
          return dot;
        }),
      );
    }
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const page = Number((target as HTMLElement).dataset.page);
      if (isIntersecting) this.#inView.add(page);
      else this.#inView.delete(page);
    }
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    void this.#drawNext().finally(() => {
      this.#isDrawing = false;
    });
  }

  async #drawNext(): Promise<void> {
    for (;;) {
      const view = this.#view;
      const page = [...this.#inView].find((each) => !this.#drawn.has(each));
      const thumb = page === undefined ? undefined : this.#thumbs[page - 1];
      if (view === null || page === undefined || thumb === undefined) return;
      this.#drawn.add(page);
      // A page that cannot be drawn small is told of where it is drawn large.
      const picture = await view.thumbnail(page, WIDTH).catch(() => null);
      if (this.#view !== view || this.#thumbs[page - 1] !== thumb) continue;
      if (picture instanceof HTMLCanvasElement) {
        thumb.paper.style.height = `${Math.round((WIDTH * picture.height) / picture.width)}px`;
      }
      if (picture !== null) thumb.paper.replaceChildren(picture);
      this.#giveUpFarthest();
    }
  }

  #giveUpFarthest(): void {
    for (const page of this.#drawn) {
      if (this.#drawn.size <= KEPT) return;
      if (this.#inView.has(page)) continue;
      this.#drawn.delete(page);
      this.#thumbs[page - 1]?.paper.replaceChildren();
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = placeAfterKey(event.key, this.#current, {
      first: 1,
      last: this.#pageCount,
      page: LEAP,
    });
    if (next !== null) {
      this.#events.chosen(next);
    } else if (event.key === 'Enter') {
      this.#events.left();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
