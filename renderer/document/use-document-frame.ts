import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import type { Passage } from '../../shared/domain/evidence';
import { drawnAs, hasFixedPages, type Page } from '../../shared/domain/page';
import type { DocumentView } from '../../shared/domain/views';
import { useTheme } from '../features/window/use-appearance';
import { type Problem, useAppStore, useStore } from '../store';
import { openLine, readFrameMessage, sendAhead, sendToFrame } from './frame-messages';
import type { Turn } from '../../shared/domain/turn';
import type { FromFrame, Mark, OutlineEntry, ToFrame, ZoomWish } from './protocol';
import { useHits, type Hits } from './use-hits';
import { useLatest } from '../ui/use-latest';

/** How long the frame may be silent after it was asked to open a document before it counts as stuck. */
const PATIENCE_MS = 20_000;

/** How often the frame is asked whether it lives, and how many silences in a row mean that it does not. */
const PING_MS = 2_000;
const SILENCES = 5;

const NO_MARKS: ReadonlySet<string> = new Set();

export interface DocumentPosition {
  readonly page: number;
  readonly zoom: number | 'fit-width' | 'fit-page';
}

export type FrameKey = Omit<Extract<FromFrame, { kind: 'key' }>, 'kind'>;
export type FrameView = Omit<Extract<FromFrame, { kind: 'view' }>, 'kind'>;
export type FrameSearch = Omit<Extract<FromFrame, { kind: 'found' }>, 'kind'>;

interface FrameListeners {
  onSelection(passage: Passage | null): void;
  onMarkClicked(id: string): void;
  onKey(press: FrameKey): void;
  onView(position: DocumentPosition): void;
  onPainted(): void;
  /** Files are being dragged over the document. */
  onFilesOver(): void;
}

export type FrameState =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open';
      /** Without the received file, or with one that is damaged, the text that was read is shown. */
      readonly original: 'there' | 'missing' | 'damaged';
    }
  | {
      readonly kind: 'failed';
      readonly reason: 'missing' | 'unreadable' | 'stuck' | 'silent';
      /** What the frame said of it, in words of its own. */
      readonly message: string;
      /** What main said of it. */
      readonly problem?: Problem;
    };

export interface DocumentFrame {
  readonly frameRef: RefObject<HTMLIFrameElement | null>;
  /** Changes when the frame is to be made anew. */
  readonly generation: number;
  readonly state: FrameState;
  readonly view: FrameView | null;
  readonly search: FrameSearch | null;
  readonly hits: Hits;
  /** `null` until the document told it. */
  readonly outline: readonly OutlineEntry[] | null;
  /** Ids of marks whose words are not in the document. */
  readonly lost: ReadonlySet<string>;
  readonly isReady: boolean;
  send(message: ToFrame): void;
  /** Shows a mark, as soon as the document is there. */
  showMark(id: string): void;
  /** Shows any passage, as soon as the document it lies in is there. */
  showPassage(passage: Passage): void;
  /**
   * Opens a PDF that the pane is about to be drawn for, so that the frame works while the window is
   * still drawing the form.
   */
  openAhead(document: DocumentView, position: DocumentPosition): void;
  /** Puts the keys in the document. */
  focus(): void;
  /** Makes the frame anew and opens the document in it. */
  restart(): void;
}

/** One document frame for as long as the pane is there; opens in it what is to be shown. */
export function useDocumentFrame(
  document: DocumentView,
  marks: readonly Mark[],
  initialView: DocumentPosition | undefined,
  listeners: FrameListeners,
): DocumentFrame {
  const store = useAppStore();
  const theme = useTheme();
  const { t, i18n } = useTranslation('document');
  const rowAction = t('rowAction');
  const undrawn = t('undrawn');
  const undrawnEmpty = t('undrawnEmpty');
  const language = i18n.language === 'sv' ? 'sv' : 'en';

  const frameRef = useRef<HTMLIFrameElement>(null);
  const [generation, setGeneration] = useState(0);
  const [isReady, setReady] = useState(false);
  const [state, setState] = useState<FrameState>({ kind: 'opening' });
  const [view, setView] = useState<FrameView | null>(null);
  const [search, setSearch] = useState<FrameSearch | null>(null);
  const [outline, setOutline] = useState<readonly OutlineEntry[] | null>(null);
  const [lost, setLost] = useState(NO_MARKS);
  const opened = useRef<string | null>(null);
  /** Why the text that was read is shown in place of the document itself. */
  const instead = useRef<'missing' | 'damaged' | null>(null);
  /** What is to be shown as soon as the document it lies in is open. */
  const waiting = useRef<Extract<ToFrame, { kind: 'show-mark' | 'show-passage' }> | null>(null);
  /** The document that was asked for ahead of the pane. */
  const ahead = useRef<string | null>(null);
  const silences = useRef(0);
  const latest = useLatest({ document, initialView, listeners });

  const send = useCallback((message: ToFrame) => sendToFrame(frameRef.current, message), []);
  const hits = useHits(send);
  const { told: tellHits } = hits;
  const restart = useCallback(() => {
    opened.current = null;
    setReady(false);
    setState({ kind: 'opening' });
    setGeneration((before) => before + 1);
  }, []);
  const openAhead = useCallback(
    (next: DocumentView, position: DocumentPosition) => {
      if (!isReady || !hasFixedPages(drawnAs(next)) || next.id === latest.current.document.id)
        return;
      ahead.current = next.id;
      const turn = store.getState().turnOf(next.id);
      sendAhead(frameRef.current, openMessage(next, [], position, turn));
    },
    [isReady, store, latest],
  );
  const focus = useCallback(() => {
    frameRef.current?.focus();
    send({ kind: 'focus' });
  }, [send]);
  const showMark = useCallback(
    (id: string) => {
      if (opened.current === latest.current.document.id) send({ kind: 'show-mark', id });
      else waiting.current = { kind: 'show-mark', id };
    },
    [send, latest],
  );
  const showPassage = useCallback(
    (passage: Passage) => {
      const message = { kind: 'show-passage', passage } as const;
      if (opened.current === passage.document) send(message);
      else waiting.current = message;
    },
    [send],
  );

  /** What was read of the document, when the document itself cannot be shown. */
  const showTextInstead = useCallback(
    async (
      of: DocumentView,
      { reason, message }: { reason: 'missing' | 'unreadable'; message: string },
    ): Promise<void> => {
      const isFirst = instead.current === null && hasFixedPages(drawnAs(of));
      const pages = isFirst ? await store.getState().readAllPages(of) : null;
      if (latest.current.document.id !== of.id) return;
      if (pages === null || !pages.ok || pages.value.every(({ text }) => text.trim() === '')) {
        setState({ kind: 'failed', reason, message });
        return;
      }
      instead.current = reason === 'missing' ? 'missing' : 'damaged';
      send(openMessage({ ...of, format: 'text' }, pages.value, latest.current.initialView, 0));
    },
    [send, store, latest],
  );

  useEffect(() => {
    const hear = (event: MessageEvent<unknown>): void => {
      const message = readFrameMessage(event, frameRef.current);
      if (message === null) return;
      const { document: current, listeners: tell } = latest.current;
      // What it says about a document that is no longer wanted comes too late.
      if ('document' in message && message.document !== current.id) return;
      switch (message.kind) {
        case 'ready':
          openLine(frameRef.current);
          setReady(true);
          // It was given the keys before it could take them.
          if (window.document.activeElement === frameRef.current) {
            frameRef.current?.blur();
            frameRef.current?.focus();
          }
          return;
        case 'opened':
          opened.current = message.document;
          setState({ kind: 'open', original: instead.current ?? 'there' });
          if (waiting.current !== null) send(waiting.current);
          waiting.current = null;
          return;
        case 'painted':
          tell.onPainted();
          return;
        case 'failed':
          void showTextInstead(current, message);
          return;
        case 'outline':
          setOutline(message.entries);
          return;
        case 'lost-marks':
          setLost(new Set(message.ids));
          return;
        case 'hits':
          tellHits(message);
          return;
        case 'files-over':
          tell.onFilesOver();
          return;
        case 'view': {
          const { kind: _, ...shown } = message;
          setView(shown);
          if (opened.current !== current.id) return;
          tell.onView({ page: shown.page, zoom: shown.fit === 'free' ? shown.scale : shown.fit });
          return;
        }
        case 'found': {
          const { kind: _, ...found } = message;
          setSearch(found);
          return;
        }
        case 'selection':
          if (message.passage === null || message.passage.document === current.id) {
            tell.onSelection(message.passage);
          }
          return;
        case 'mark-clicked':
          tell.onMarkClicked(message.id);
          return;
        case 'key': {
          const { kind: _, ...press } = message;
          tell.onKey(press);
          return;
        }
        case 'pong':
          silences.current = 0;
          // It was only slow.
          setState((before) =>
            isSilent(before) ? { kind: 'open', original: instead.current ?? 'there' } : before,
          );
      }
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [send, showTextInstead, tellHits, latest]);

  useEffect(() => {
    if (isReady) send({ kind: 'appearance', theme, language, rowAction, undrawn, undrawnEmpty });
  }, [isReady, theme, language, rowAction, undrawn, undrawnEmpty, send]);

  useEffect(() => {
    const { initialView: start, listeners: tell } = latest.current;
    opened.current = null;
    setState({ kind: 'opening' });
    setSearch(null);
    setView(null);
    setOutline(null);
    setLost(NO_MARKS);
    instead.current = null;
    tell.onSelection(null);
    const stuck = setTimeout(() => {
      if (opened.current !== null) return;
      setState((before) =>
        before.kind === 'opening' ? { kind: 'failed', reason: 'stuck', message: '' } : before,
      );
    }, PATIENCE_MS);
    let isCurrent = true;
    const open = async (): Promise<void> => {
      const isLaidOutByUs = !hasFixedPages(drawnAs(document));
      const pages = isLaidOutByUs ? await store.getState().readAllPages(document) : null;
      if (!isCurrent) return;
      if (pages !== null && !pages.ok) {
        setState({ kind: 'failed', reason: 'unreadable', message: '', problem: pages.error });
        return;
      }
      send(openMessage(document, pages?.value ?? [], start, store.getState().turnOf(document.id)));
    };
    const isAsked = ahead.current === document.id;
    ahead.current = null;
    if (isReady && !isAsked) void open();
    return () => {
      isCurrent = false;
      clearTimeout(stuck);
    };
    // By its id: a document that was read anew from the store is the same document.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, document.id, store, send]);

  useEffect(() => {
    if (!isReady) return undefined;
    silences.current = 0;
    const timer = setInterval(() => {
      if (silences.current >= SILENCES) {
        opened.current = null;
        setState({ kind: 'failed', reason: 'silent', message: '' });
      }
      silences.current += 1;
      send({ kind: 'ping' });
    }, PING_MS);
    return () => clearInterval(timer);
  }, [isReady, generation, send]);

  useEffect(() => {
    if (isReady) send({ kind: 'marks', marks: [...marks] });
  }, [isReady, marks, send]);

  const added = useStore(({ documents }) => documents.version);
  useEffect(() => {
    // Files were added: it may be among them, and then it can be shown itself.
    if (instead.current !== null) restart();
  }, [added, restart]);

  // A page that was recognised, or was so again, has another version.
  const texts = useStore(({ scans }) =>
    scans.pages?.document === document.id
      ? scans.pages.list.reduce((sum, { version }) => sum + version, 0)
      : 0,
  );
  useEffect(() => {
    if (isReady && texts > 0) send({ kind: 'text-changed', document: document.id });
  }, [isReady, texts, document.id, send]);

  return {
    frameRef,
    hits,
    outline,
    lost,
    isReady,
    generation,
    state,
    view,
    search,
    send,
    showMark,
    showPassage,
    openAhead,
    focus,
    restart,
  };
}

function openMessage(
  document: DocumentView,
  pages: readonly Page[],
  position: DocumentPosition | undefined,
  turn: Turn,
): ToFrame {
  return {
    kind: 'open',
    document: document.id,
    format: drawnAs(document),
    pageCount: document.pageCount,
    title: document.fileName,
    pages: [...pages],
    page: position?.page ?? 1,
    zoom: position?.zoom ?? 'fit-width',
    turn,
  };
}

const isSilent = (state: FrameState): boolean =>
  state.kind === 'failed' && state.reason === 'silent';

/** What the person is told of a zoom: `110 %`. */
export function zoomLabel(view: FrameView | null): string {
  return view === null ? '' : `${Math.round(view.scale * 100)} %`;
}

export type { Mark, ZoomWish };
