import { useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';

import type { Passage } from '../../shared/domain/evidence';
import type { DocumentId } from '../../shared/domain/ids';
import { type DocumentFormat, hasFixedPages } from '../../shared/domain/page';
import type { DocumentView } from '../../shared/domain/views';
import { useCommand } from '../keyboard/commands';
import { Button } from '../ui/Button';
import { ErrorNote } from '../ui/ErrorNote';
import styles from './DocumentPane.module.css';
import { DocumentNotices } from './DocumentNotices';
import { DocumentToolbar } from './DocumentToolbar';
import { FindBar } from './FindBar';
import { FRAME_URL } from './frame-messages';
import { paneCommandOf, type PaneCommand } from './pane-keys';
import type { Mark, ZoomWish } from './protocol';
import { ScanLine } from './ScanLine';
import {
  useDocumentFrame,
  type DocumentPosition,
  type FrameKey,
  type FrameState,
} from './use-document-frame';

export type { DocumentPosition, FrameKey };

/** What the screens around the pane can ask of it. */
export interface DocumentHandle {
  /** Scrolls a mark into view and lets it stand out for a moment. */
  showMark(id: string): void;
  /** Scrolls any passage of the document into view and points at it, as soon as the document is there. */
  showPassage(passage: Passage): void;
  focusFind(): void;
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

export interface DocumentPaneProps {
  document: DocumentView;
  marks: readonly Mark[];
  /** Where to begin; read when a document is opened. */
  initialView?: DocumentPosition | undefined;
  handleRef?: RefObject<DocumentHandle | null>;
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
 * A document with its tools: pages, zoom and search.
 *
 * The document itself is drawn in a frame of its own process. One frame serves as long as the pane is
 * there, whichever document it shows.
 */
export function DocumentPane(props: DocumentPaneProps) {
  const { document, marks, initialView, handleRef } = props;
  const { t } = useTranslation('document');
  const frame = useDocumentFrame(document, marks, initialView, {
    onSelection: (passage) => props.onSelection?.(passage),
    onMarkClicked: (id) => props.onMarkClicked?.(id),
    onKey: (press) => {
      const command = paneCommandOf(press);
      if (command !== null) run[command]();
      else if (press.key === 'Escape' && isFinding) endFind();
      else props.onKey?.(press);
    },
    onView: (position) => props.onView?.(position),
    onPainted: () => props.onPainted?.(),
  });
  const { send, view } = frame;
  const [isFinding, setFinding] = useState(false);
  const [query, setQuery] = useState('');
  const findInput = useRef<HTMLInputElement>(null);

  const goToPage = (page: number): void => send({ kind: 'go-to-page', page: Math.max(1, page) });
  const zoom = (wish: ZoomWish): void => send({ kind: 'zoom', zoom: wish });
  const find = (step: 0 | 1 | -1, sought = query): void =>
    send({ kind: 'find', query: sought, step });
  const focusFind = (): void => {
    setFinding(true);
    // When it is open already; else it takes the focus as it opens.
    findInput.current?.focus();
    findInput.current?.select();
  };
  const endFind = (): void => {
    setFinding(false);
    find(0, '');
    frame.frameRef.current?.focus();
  };
  const findAgain = (step: 1 | -1): void => {
    if (query === '') focusFind();
    else find(step);
  };

  const isOpen = frame.state.kind === 'open';
  useEffect(() => {
    // The search stays open over another document: the same words are sought in it.
    if (isOpen && isFinding && query !== '') send({ kind: 'find', query, step: 0 });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen, document.id]);

  useImperativeHandle(handleRef, () => ({
    showMark: frame.showMark,
    showPassage: frame.showPassage,
    focusFind,
    step: (by) => goToPage((view?.page ?? 1) + by),
    goToPage,
    zoom,
    clearSelection: () => send({ kind: 'clear-selection' }),
    prepare: ({ id, format }) => send({ kind: 'prepare', document: id, format }),
    openAhead: frame.openAhead,
  }));
  const run: Readonly<Record<PaneCommand, () => void>> = {
    find: focusFind,
    'find-next': () => findAgain(1),
    'find-previous': () => findAgain(-1),
    'document-zoom-in': () => zoom('in'),
    'document-zoom-out': () => zoom('out'),
    'document-zoom-actual': () => zoom('actual'),
  };
  useCommand('find', run.find);
  useCommand('find-next', run['find-next']);
  useCommand('find-previous', run['find-previous']);
  useCommand('document-zoom-in', run['document-zoom-in']);
  useCommand('document-zoom-out', run['document-zoom-out']);
  useCommand('document-zoom-actual', run['document-zoom-actual']);
  useCommand('document-fit-width', () => zoom('fit-width'));
  useCommand('document-fit-page', () => zoom('fit-page'));

  return (
    <section className={styles.pane} aria-label={t('pane', { name: document.fileName })}>
      <DocumentToolbar
        title={document.fileName}
        pageCount={view?.pageCount ?? document.pageCount}
        view={view}
        onGoToPage={goToPage}
        onZoom={zoom}
        onFind={focusFind}
      />
      <DocumentNotices document={document.id} isOpen={isOpen} />
      {hasFixedPages(document.format) && (
        <ScanLine document={document.id} page={view?.page ?? 1} onGoToPage={goToPage} />
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
        {isFinding && (
          <FindBar
            query={query}
            search={frame.search}
            inputRef={findInput}
            onQuery={(next) => {
              setQuery(next);
              find(0, next);
            }}
            onStep={find}
            onClose={endFind}
          />
        )}
        <Trouble state={frame.state} name={document.fileName} onRetry={frame.restart} />
      </div>
    </section>
  );
}

function Trouble({
  state,
  name,
  onRetry,
}: {
  state: FrameState;
  name: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation('document');
  if (state.kind !== 'failed') return null;
  return (
    <div className={styles.trouble}>
      <ErrorNote
        actions={
          <Button variant="plain" onPress={onRetry}>
            {t('retry')}
          </Button>
        }
      >
        {t(`failed.${state.reason}`, { name })}
        {state.message !== '' && <small className={styles.reason}>{state.message}</small>}
      </ErrorNote>
    </div>
  );
}
