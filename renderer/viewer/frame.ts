import { assertNever } from '../../shared/domain/assert-never';
import { locatePassage, type Passage } from '../../shared/domain/evidence';
import type { DocumentId } from '../../shared/domain/ids';
import { hasFixedPages } from '../../shared/domain/page';
import { ToFrame, type FromFrame, type Mark } from '../document/protocol';
import { ownerOf } from './keys';
import { MarkPointer } from './mark-pointer';
import { Marks } from './marks';
import type { DocumentView, ViewEvents } from './page-view';
import { PdfSource } from './pdf-source';
import { PdfView } from './pdf-view';
import { selectedPassage } from './selection';
import { ROW_ACTION_ID } from './table';
import { TextView } from './text-view';

/** The only page that the frame listens and speaks to. */
const WINDOW_ORIGIN = 'app://ui';

/** How long a selection must rest before it is told; at the end of a drag it is told at once. */
const SELECTION_REST_MS = 120;

/** The document frame: draws one document at a time as the window says, and tells what happens in it. */
export function startFrame(): void {
  const source = new PdfSource();
  const marks = new Marks();
  let shown: { document: DocumentId; view: DocumentView } | null = null;
  let latestOpen = 0;
  /** Of all documents of the agreement; those of the one shown are drawn. */
  let wanted: readonly Mark[] = [];
  const marksOf = (document: DocumentId): readonly Mark[] =>
    wanted.filter((mark) => mark.passage.document === document);

  const tell = (message: FromFrame): void => parent.postMessage(message, WINDOW_ORIGIN);
  const events: ViewEvents = {
    opened: (pageCount) => {
      if (shown !== null) tell({ kind: 'opened', document: shown.document, pageCount });
    },
    painted: (page) => {
      if (shown !== null) tell({ kind: 'painted', document: shown.document, page });
    },
    drawn: (page) => marks.draw(page),
    moved: (view) => tell({ kind: 'view', ...view }),
    found: (result) => tell({ kind: 'found', ...result }),
  };
  const pdfView = new PdfView(element('pdf-scroller'), element('pdf-pages'), source, events);
  const textView = new TextView(element('text-scroller'), element('text-pages'), events);
  const pointer = new MarkPointer(marks, (id) => tell({ kind: 'mark-clicked', id }));

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
    await view.open(message);
  };
  const leave = (next: DocumentView | null): void => {
    if (shown !== null && shown.view !== next) shown.view.close();
    shown = null;
    marks.clear();
    pointer.hide();
    getSelection()?.removeAllRanges();
  };

  const handle = (message: ToFrame): void => {
    switch (message.kind) {
      case 'open':
        open(message).catch((error: unknown) => {
          const text = error instanceof Error ? error.message : String(error);
          tell({ kind: 'failed', document: message.document, message: text.slice(0, 2000) });
        });
        return;
      case 'close':
        latestOpen += 1;
        leave(null);
        return;
      case 'marks':
        wanted = message.marks;
        if (shown !== null) marks.set(marksOf(shown.document), shown.view.drawnPages());
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
      case 'find':
        shown?.view.find(message.query, message.step);
        return;
      case 'text-changed': {
        const { document } = message;
        source.changedTexts(document).then(
          (pages) => {
            if (shown?.document === document) shown.view.textChanged(pages);
          },
          (error: unknown) => console.error('The recognised text could not be fetched', error),
        );
        return;
      }
      case 'clear-selection':
        getSelection()?.removeAllRanges();
        return;
      case 'appearance':
        window.document.documentElement.dataset.theme = message.theme;
        window.document.documentElement.lang = message.language;
        document.getElementById(ROW_ACTION_ID)?.replaceChildren(message.rowAction);
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

  addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== parent || event.origin !== WINDOW_ORIGIN) return;
    const message = ToFrame.safeParse(event.data);
    if (message.success) handle(message.data);
    else
      console.error('The window said something that the frame does not understand', message.error);
  });

  watchSelection(() => {
    if (shown === null) return;
    const pages = shown.view.drawnPages();
    tell({ kind: 'selection', passage: selectedPassage(shown.document, getSelection(), pages) });
  });
  watchKeys(tell);
  watchZoomWheel((zoom) => shown?.view.zoom(zoom));
  watchSize(() => shown?.view.resized());

  tell({ kind: 'ready' });
}

function watchSelection(changed: () => void): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const soon = (delay: number): void => {
    clearTimeout(resting);
    resting = setTimeout(changed, delay);
  };
  document.addEventListener('selectionchange', () => soon(SELECTION_REST_MS));
  document.addEventListener('pointerup', () => soon(0));
  document.addEventListener('keyup', (event) => {
    if (event.shiftKey || event.key === 'Shift') soon(0);
  });
}

function watchKeys(tell: (message: FromFrame) => void): void {
  addEventListener('keydown', (event) => {
    const owner = ownerOf(event);
    if (owner === 'frame') return;
    if (owner === 'taken') event.preventDefault();
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    tell({ kind: 'key', key, code, ctrlKey, metaKey, altKey, shiftKey });
  });
}

function watchZoomWheel(zoom: (wish: 'in' | 'out') => void): void {
  addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (event.deltaY !== 0) zoom(event.deltaY < 0 ? 'in' : 'out');
    },
    { passive: false },
  );
}

function watchSize(changed: () => void): void {
  let waiting = false;
  new ResizeObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      changed();
    });
  }).observe(document.documentElement);
}

function element(id: string): HTMLDivElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLDivElement)) throw new Error(`The frame has no element #${id}.`);
  return found;
}
