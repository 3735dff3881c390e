import { assertNever } from '../../shared/domain/assert-never';
import { locatePassage, type Passage } from '../../shared/domain/evidence';
import type { DocumentId } from '../../shared/domain/ids';
import { hasFixedPages } from '../../shared/domain/page';
import { ToFrame, type FindOptions, type FromFrame, type Mark } from '../document/protocol';
import { lostMarks } from './lost-marks';
import { MarkPointer } from './mark-pointer';
import { Marks } from './marks';
import type { DocumentView, DrawnPage, ViewEvents } from './page-view';
import { MissingOriginal, PdfSource } from './pdf-source';
import { PdfView } from './pdf-view';
import { selectedPassage } from './selection';
import { ROW_ACTION_ID } from './table';
import type { TextMatch } from './text-find';
import { TextView } from './text-view';
import { Thumbnails } from './thumbnails';
import { renameUndrawnNotes } from './undrawn-note';
import { watchFiles, watchKeys, watchSelection, watchSize } from './watchers';
import { watchZoomGestures } from './zoom-gestures';

/** The only page that the frame listens and speaks to. */
const WINDOW_ORIGIN = 'app://ui';

/** What is looked up beside the document waits until its page stands there. */
const AFTER_DRAWING_MS = 300;

/** The document frame: draws one document at a time as the window says, and tells what happens in it. */
export function startFrame(): void {
  const source = new PdfSource();
  const marks = new Marks();
  let shown: { document: DocumentId; view: DocumentView } | null = null;
  /** Which hit the search stands at, from 1; 0 when at none. */
  let currentHit = 0;
  let latestOpen = 0;
  /** Of all documents of the agreement; those of the one shown are drawn. */
  let wanted: readonly Mark[] = [];
  /**
   * What the search stood at when it ended, until something else is selected. Without its list of hits
   * the frame is wider, so that the page is drawn anew, sooner or later than the words are selected.
   */
  let found: TextMatch | null = null;
  let sought: { readonly query: string; readonly options: FindOptions } | null = null;
  const marksOf = (document: DocumentId): readonly Mark[] =>
    wanted.filter((mark) => mark.passage.document === document);

  const tell = (message: FromFrame): void => parent.postMessage(message, WINDOW_ORIGIN);
  let lookUp: ReturnType<typeof setTimeout> | undefined;
  let isNew = false;
  const events: ViewEvents = {
    opened: (pageCount) => {
      if (shown === null) return;
      tell({ kind: 'opened', document: shown.document, pageCount });
      thumbnails.open(shown.view, pageCount);
      lookUpSoon(true);
    },
    painted: (page) => {
      if (shown !== null) tell({ kind: 'painted', document: shown.document, page });
    },
    drawn: (page) => {
      marks.draw(page);
      if (found?.page === page.number && String(getSelection()) === '') selectFound(page);
    },
    moved: (view) => {
      tell({ kind: 'view', ...view });
      thumbnails.goTo(view.page);
    },
    found: (result) => {
      currentHit = result.current;
      tell({ kind: 'found', ...result });
    },
  };
  const pdfView = new PdfView(element('pdf-scroller'), element('pdf-pages'), source, events);
  const textView = new TextView(element('text-scroller'), element('text-pages'), events);
  const pointer = new MarkPointer(marks, (id) => tell({ kind: 'mark-clicked', id }));

  const thumbnails = new Thumbnails(element('thumbnails'), {
    chosen: (page) => shown?.view.goToPage(page),
    left: () => focusPages(),
  });
  const focusPages = (): void =>
    document.querySelector<HTMLElement>('.scroller:not([hidden])')?.focus({ preventScroll: true });

  const tellOutline = async (): Promise<void> => {
    const asked = shown;
    if (asked === null) return;
    // An outline that cannot be read is none: the pages are there all the same.
    const entries = await asked.view.outline().catch(() => []);
    if (shown === asked) tell({ kind: 'outline', document: asked.document, entries: [...entries] });
  };
  const tellHits = async (from: number, count: number): Promise<void> => {
    const asked = shown;
    const search = sought;
    if (asked === null || search === null) return;
    const hits = await asked.view.hits(from, count);
    if (shown !== asked || sought !== search) return;
    const { query, options } = search;
    tell({ kind: 'hits', query, options, from, hits: [...hits] });
  };
  const tellLost = async (): Promise<void> => {
    const asked = shown;
    if (asked === null) return;
    const marked = marksOf(asked.document);
    const ids = await lostMarks(marked, (page) => asked.view.textOf(page));
    const isAsWas = shown === asked && marked.length === marksOf(asked.document).length;
    if (isAsWas) tell({ kind: 'lost-marks', document: asked.document, ids: ids.slice(0, 2000) });
  };
  const lookUpSoon = (isOpened: boolean): void => {
    clearTimeout(lookUp);
    isNew ||= isOpened;
    lookUp = setTimeout(() => {
      if (isNew) void tellOutline();
      isNew = false;
      tellLost().catch((error: unknown) => console.error('Marks could not be looked up', error));
    }, AFTER_DRAWING_MS);
  };

  const open = async (message: Extract<ToFrame, { kind: 'open' }>): Promise<void> => {
    latestOpen += 1;
    const ticket = latestOpen;
    const { document } = message;
    const isFixed = hasFixedPages(message.format);
    const view = isFixed ? pdfView : textView;
    // The document before stays in view until this one can take its place.
    if (isFixed) await source.get(document);
    if (ticket !== latestOpen) return;
    leave(view);
    shown = { document, view };
    window.document.title = message.title;
    marks.set(marksOf(document), []);
    thumbnails.mark(marksOf(document));
    await view.open(message);
    // What had the keys before was taken away with the document before.
    const { body, activeElement } = window.document;
    if (window.document.hasFocus() && activeElement === body) focusPages();
  };
  const leave = (next: DocumentView | null): void => {
    found = null;
    if (shown !== null && shown.view !== next) shown.view.close();
    shown = null;
    sought = null;
    thumbnails.open(null, 0);
    marks.clear();
    pointer.hide();
    getSelection()?.removeAllRanges();
  };

  const handle = (message: ToFrame): void => {
    switch (message.kind) {
      case 'line':
        // Its port is taken where it comes in.
        return;
      case 'open':
        open(message).catch((error: unknown) => {
          const text = error instanceof Error ? error.message : String(error);
          const reason = error instanceof MissingOriginal ? 'missing' : 'unreadable';
          const { document } = message;
          tell({ kind: 'failed', document, reason, message: text.slice(0, 2000) });
        });
        return;
      case 'close':
        latestOpen += 1;
        leave(null);
        return;
      case 'marks':
        wanted = message.marks;
        if (shown === null) return;
        marks.set(marksOf(shown.document), shown.view.drawnPages());
        thumbnails.mark(marksOf(shown.document));
        lookUpSoon(false);
        return;
      case 'show-mark':
        showMark(message.id);
        return;
      case 'show-passage':
        showPassage(message.passage);
        return;
      case 'go-to-page':
        shown?.view.goToPage(message.page);
        return;
      case 'zoom':
        shown?.view.zoom(message.zoom);
        return;
      case 'turn':
        marks.lift();
        shown?.view.turn(message.by);
        thumbnails.redraw();
        return;
      case 'thumbnails':
        thumbnails.show(message.shown, message.focus);
        // The pages have another width now.
        shown?.view.resized();
        return;
      case 'go-to-heading':
        shown?.view.goToHeading(message.index);
        return;
      case 'find':
        if (message.query.trim() === '') sought = null;
        else {
          found = null;
          if (message.step === 0 || message.query !== sought?.query) sought = message;
        }
        shown?.view.find(message.query, message.step, message.options);
        return;
      case 'hits':
        tellHits(message.from, message.count).catch((error: unknown) =>
          console.error('Hits could not be read', error),
        );
        return;
      case 'go-to-hit':
        shown?.view.goToHit(message.index);
        return;
      case 'text-changed': {
        const { document } = message;
        source.changedTexts(document).then(
          ({ pages, isTurned }) => {
            if (shown?.document !== document) return;
            shown.view.textChanged(pages);
            if (isTurned) thumbnails.redraw();
            lookUpSoon(false);
          },
          (error: unknown) => console.error('The recognised text could not be fetched', error),
        );
        return;
      }
      case 'select-hit':
        selectHit().catch((error: unknown) => console.error('No hit was selected', error));
        return;
      case 'focus':
        focusPages();
        return;
      case 'clear-selection':
        found = null;
        getSelection()?.removeAllRanges();
        return;
      case 'appearance':
        window.document.documentElement.dataset.theme = message.theme;
        window.document.documentElement.lang = message.language;
        document.getElementById(ROW_ACTION_ID)?.replaceChildren(message.rowAction);
        renameUndrawnNotes(message.undrawn, message.undrawnEmpty);
        thumbnails.rename();
        return;
      case 'prepare':
        // Ahead of time and unasked for: what fails here fails again, and is told, when it is opened.
        if (hasFixedPages(message.format)) source.prepare(message.document).catch(() => undefined);
        return;
      case 'ping':
        tell({ kind: 'pong' });
        return;
      default:
        assertNever(message);
    }
  };
  const selectHit = async (): Promise<void> => {
    if (shown === null || currentHit === 0) return;
    const { document, view } = shown;
    const place = await view.placeOfHit(currentHit - 1);
    // The search ends meanwhile, and takes its own marks out of the text.
    await new Promise((drawn) => requestAnimationFrame(drawn));
    if (place === null || shown?.document !== document) return;
    found = place;
    const page = view.drawnPages().find(({ number }) => number === place.page);
    if (page !== undefined) selectFound(page);
  };
  const selectFound = (page: DrawnPage): void => {
    const ranges = found === null ? [] : page.rangesBetween(found.start, found.end);
    const first = ranges[0];
    const last = ranges.at(-1);
    if (first === undefined || last === undefined) return;
    getSelection()?.setBaseAndExtent(
      first.startContainer,
      first.startOffset,
      last.endContainer,
      last.endOffset,
    );
  };
  const showMark = (id: string): void => {
    const mark = marks.all.find((candidate) => candidate.id === id);
    if (mark === undefined || shown === null) return;
    shown.view.reveal(mark.passage.page, (text) => locatePassage(mark.passage, text));
    marks.flash(id);
  };

  const showPassage = (passage: Passage): void => {
    if (shown === null || passage.document !== shown.document) return;
    marks.point(passage, shown.view.drawnPages());
    shown.view.reveal(passage.page, (text) => locatePassage(passage, text));
  };

  const hear = (said: unknown): void => {
    const message = ToFrame.safeParse(said);
    if (message.success) handle(message.data);
    else
      console.error('The window said something that the frame does not understand', message.error);
  };
  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== parent || event.origin !== WINDOW_ORIGIN) return;
    hear(event.data);
    const [line] = event.ports;
    line?.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
    line?.start();
  });

  const tellSelection = watchSelection(() => {
    if (shown === null) return;
    const pages = shown.view.drawnPages();
    tell({ kind: 'selection', passage: selectedPassage(shown.document, getSelection(), pages) });
  });
  watchKeys((press) => {
    // What a key does, it does with the words that are selected by now.
    tellSelection();
    tell(press);
  });
  watchFiles(tell);
  addEventListener('pointerdown', () => (found = null), { capture: true });
  watchZoomGestures((factor, x, y) => shown?.view.zoomBy(factor, x, y));
  watchSize(() => shown?.view.resized());

  tell({ kind: 'ready' });
}

function element(id: string): HTMLDivElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLDivElement)) throw new Error(`The frame has no element #${id}.`);
  return found;
}
