import { useCallback, useImperativeHandle, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import type { Passage } from '../../shared/domain/evidence';
import type { DocumentId } from '../../shared/domain/ids';
import { type DocumentFormat, hasFixedPages } from '../../shared/domain/page';
import type { DocumentView } from '../../shared/domain/views';
import { useAppStore } from '../store';
import { useLatest } from '../ui/use-latest';
import styles from './DocumentPane.module.css';
import { DocumentNotices } from './DocumentNotices';
import { DocumentSwitcher } from './DocumentSwitcher';
import { DocumentToolbar } from './DocumentToolbar';
import { FindBar } from './FindBar';
import { FRAME_URL } from './frame-messages';
import { FrameTrouble, WithoutOriginal } from './FrameTrouble';
import { HitList } from './HitList';
import { LostMarks } from './LostMarks';
import { OutlinePanel } from './OutlinePanel';
import { OriginalNotice } from './OriginalNotice';
import { isScreenKey, isSearchKey, paneCommandOf } from './pane-keys';
import type { Mark, ZoomWish } from './protocol';
import { ScanLine } from './ScanLine';
import { useDocumentFrame, type DocumentPosition, type FrameKey } from './use-document-frame';
import { useFind } from './use-find';
import { usePaneCommands, type RunCommands } from './use-pane-commands';
import { useSide } from './use-side';

export type { DocumentPosition, FrameKey };

/** What the screens around the pane can ask of it. */
export interface DocumentHandle {
  /** Scrolls a mark into view and lets it stand out for a moment. */
  showMark(id: string): void;
  /** Scrolls any passage of the document into view and points at it, as soon as the document is there. */
  showPassage(passage: Passage): void;
  focusFind(): void;
  /** Puts the keys in the document. */
  focus(): void;
  /** To the next or previous page. */
  step(by: 1 | -1): void;
  goToPage(page: number): void;
  zoom(wish: ZoomWish): void;
  clearSelection(): void;
  /** Fetches and parses a document that will be shown soon, so that it opens at once. */
  prepare(document: { id: DocumentId; format: DocumentFormat }): void;
  /** Opens a PDF that the pane is about to be drawn for. */
  openAhead(document: DocumentView, position: DocumentPosition): void;
}

interface DocumentPaneProps {
  document: DocumentView;
  /** All documents of the agreement, in their order; only this one unless given. */
  documents?: readonly DocumentView[];
  /** The screen that it stands on: what stands beside the pages is kept for each. */
  screen?: string;
  marks: readonly Mark[];
  /** Where to begin; read when a document is opened. */
  initialView?: DocumentPosition | undefined;
  handleRef?: RefObject<DocumentHandle | null>;
  onChoose?: (document: DocumentId) => void;
  /** `null` when nothing is selected any more. */
  onSelection?: (passage: Passage | null) => void;
  onMarkClicked?: (id: string) => void;
  /** Keys pressed in the document that are not its own. */
  onKey?: (press: FrameKey) => void;
  onView?: (position: DocumentPosition) => void;
  /** The document's first page stands painted. */
  onPainted?: () => void;
}

/**
 * A document with its tools: pages, zoom, search, and what stands beside the pages.
 *
 * The document itself is drawn in a frame of its own process. One frame serves as long as the pane is
 * there, whichever document it shows.
 */
export function DocumentPane(props: DocumentPaneProps) {
  const { document, marks, initialView, handleRef } = props;
  const { documents = [document], screen = 'document' } = props;
  const choose = (id: DocumentId): void => props.onChoose?.(id);
  const { t } = useTranslation('document');
  const store = useAppStore();
  const frame = useDocumentFrame(document, marks, initialView, {
    onSelection: (passage) => props.onSelection?.(passage),
    onMarkClicked: (id) => props.onMarkClicked?.(id),
    onKey: (press) => {
      const command = paneCommandOf(press);
      if (command !== null) run[command]();
      else if (press.key === 'Escape' && find.isOpen) find.close();
      else if (isSearchKey(press)) store.getState().openSearch();
      else if (isScreenKey(press)) passOn(press);
      else props.onKey?.(press);
    },
    onView: (position) => props.onView?.(position),
    onPainted: () => props.onPainted?.(),
    onFilesOver: () => store.getState().dragFiles(true),
  });
  const { send, view, hits } = frame;
  const find = useFind(frame, document.id);
  const side = useSide(frame, screen);
  const pageInput = useRef<HTMLInputElement>(null);
  const hitList = useRef<HTMLDivElement>(null);

  const goToPage = useCallback(
    (page: number): void => send({ kind: 'go-to-page', page: Math.max(1, page) }),
    [send],
  );
  const zoom = (wish: ZoomWish): void => send({ kind: 'zoom', zoom: wish });
  const turn = (by: 90 | -90): void => {
    // Where there are no fixed pages there is nothing to turn.
    if (view?.turn == null) return;
    store.getState().rememberTurned(document.id, by);
    send({ kind: 'turn', by });
  };
  const switchBy = (step: 1 | -1): void => {
    const at = documents.findIndex(({ id }) => id === document.id);
    const next = documents[at + step];
    if (next !== undefined) choose(next.id);
  };

  useImperativeHandle(handleRef, () => ({
    showMark: frame.showMark,
    showPassage: frame.showPassage,
    focusFind: find.open,
    focus: frame.focus,
    step: (by) => goToPage((view?.page ?? 1) + by),
    goToPage,
    zoom,
    clearSelection: () => send({ kind: 'clear-selection' }),
    prepare: ({ id, format }) => send({ kind: 'prepare', document: id, format }),
    openAhead: frame.openAhead,
  }));
  const run: RunCommands = {
    find: find.open,
    'find-next': () => find.again(1),
    'find-previous': () => find.again(-1),
    'document-zoom-in': () => zoom('in'),
    'document-zoom-out': () => zoom('out'),
    'document-zoom-actual': () => zoom('actual'),
    'document-fit-width': () => zoom('fit-width'),
    'document-fit-page': () => zoom('fit-page'),
    'document-turn-right': () => turn(90),
    'document-turn-left': () => turn(-90),
    'document-thumbnails': () => side.toggle('thumbnails'),
    'document-outline': () => side.toggle('outline'),
    'document-go-to-page': () => pageInput.current?.focus(),
    'document-next': () => switchBy(1),
    'document-previous': () => switchBy(-1),
  };
  const commands = usePaneCommands(run);

  const latestChoose = useLatest(props.onChoose);
  const name = useMemo(
    () => (
      <DocumentSwitcher
        document={document}
        documents={props.documents ?? [document]}
        onChoose={(id) => latestChoose.current?.(id)}
      />
    ),
    [document, props.documents, latestChoose],
  );
  const isListing = find.isOpen && find.isListed && find.query !== '';
  const lost = marks.filter(
    ({ id, passage }) => passage.document === document.id && frame.lost.has(id),
  );
  return (
    <section className={styles.pane} aria-label={t('pane', { name: document.fileName })}>
      <DocumentToolbar
        name={name}
        pageCount={view?.pageCount ?? document.pageCount}
        view={view}
        side={side.shown}
        pageInput={pageInput}
        onGoToPage={goToPage}
        onLeavePage={frame.focus}
        run={commands}
      />
      <OriginalNotice
        document={document}
        isFailed={frame.state.kind === 'failed'}
        onUnlocked={frame.restart}
      />
      <DocumentNotices document={document.id} isOpening={frame.state.kind === 'opening'} />
      {hasFixedPages(document.format) && (
        <ScanLine
          document={document.id}
          pageCount={document.pageCount}
          page={view?.page ?? 1}
          onGoToPage={goToPage}
        />
      )}
      <LostMarks marks={lost} onGoTo={({ id }) => send({ kind: 'show-mark', id })} />
      <WithoutOriginal state={frame.state} name={document.fileName} onRetry={frame.restart} />
      <div className={styles.row}>
        {isListing && (
          <HitList
            search={frame.search}
            hits={hits}
            listRef={hitList}
            onGoTo={(index) => send({ kind: 'go-to-hit', index })}
            onClose={find.close}
          />
        )}
        {side.shown === 'outline' && !isListing && (
          <OutlinePanel
            entries={frame.outline}
            page={view?.page ?? 1}
            takesFocus={side.takesFocus}
            onGoTo={(index) => send({ kind: 'go-to-heading', index })}
            onLeave={frame.focus}
          />
        )}
        <div className={styles.desk}>
          <iframe
            key={frame.generation}
            ref={frame.frameRef}
            className={styles.frame}
            src={FRAME_URL}
            // Another origin than the window's, so it cannot lift its own sandbox: it may run its scripts and
            // read its own files; no windows, forms, downloads or hold of this window.
            // oxlint-disable-next-line react/iframe-missing-sandbox
            sandbox="allow-scripts allow-same-origin"
            title={t('frame', { name: document.fileName })}
          />
          {find.isOpen && (
            <FindBar
              query={find.query}
              options={find.options}
              isListed={find.isListed}
              search={frame.search}
              inputRef={find.inputRef}
              onQuery={find.seek}
              onOptions={find.setOptions}
              onList={find.setListed}
              onToList={() => {
                if (!find.isListed) find.setListed(true);
                hitList.current?.focus();
              }}
              onStep={find.step}
              onClose={find.close}
            />
          )}
          <FrameTrouble state={frame.state} name={document.fileName} onRetry={frame.restart} />
        </div>
      </div>
    </section>
  );
}

/** Lets the window hear a key that was pressed in the document, as if it had been pressed beside it. */
function passOn(press: FrameKey): void {
  window.document.body.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true }));
}
