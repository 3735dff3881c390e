import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

import type { Passage } from '../../../shared/domain/evidence';
import type { AgreementId, DocumentId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import type { DocumentHandle, DocumentPosition } from '../../document/DocumentPane';
import { useAppStore, useStore } from '../../store';
import type { Screen } from '../../store/route-slice';
import { type Place, placeOf } from '../../store/settings-slice';
import { useLatest } from '../../ui/use-latest';

/** How long the view must rest before its place is kept. */
const REST = 600;

type CodingOrSettling = Extract<Screen, 'coding' | 'disagreements'>;

export interface ShownDocument {
  readonly document: DocumentView | null;
  readonly screen: CodingOrSettling;
  readonly handle: RefObject<DocumentHandle | null>;
  /** Where to begin: as it was left, or at the top. */
  readonly initialView: DocumentPosition | undefined;
  /** What is kept of where one was, and what is about to be. */
  placeNow(): Place;
  choose(document: DocumentId): void;
  /** Shows a mark, in another document of the agreement if it lies there. */
  showPassage(mark: string, passage: Passage): void;
  find(): void;
  remember(position: DocumentPosition): void;
}

/** Which document of the agreement is shown beside the form, and at which page. */
export function useAgreementDocument(
  screen: CodingOrSettling,
  agreement: AgreementId,
  documents: readonly DocumentView[],
): ShownDocument {
  const store = useAppStore();
  const handle = useRef<DocumentHandle | null>(null);
  const waitingMark = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Where one is, until the view has rested and it is kept. */
  const unkept = useRef<Place | null>(null);
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  /** Where each document was left, for as long as the screen is open. */
  const places = useRef(new Map<DocumentId, DocumentPosition>());
  const placeNow = useCallback(
    (): Place => ({ ...placeOf(store.getState()), ...unkept.current }),
    [store],
  );
  const left = useMemo(() => leftAt(placeNow(), screen, agreement), [placeNow, screen, agreement]);
  const document =
    documents.find(({ id }) => id === chosen) ??
    documents.find(({ id }) => id === left.document) ??
    documents[0] ??
    null;
  const initialView = document === null ? undefined : placeIn(document.id, left, places.current);

  // Another document was opened for the sake of a mark: it is shown once the pane has the document.
  useEffect(() => {
    if (waitingMark.current !== null) handle.current?.showMark(waitingMark.current);
    waitingMark.current = null;
  }, [document?.id]);
  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    if (unkept.current !== null) store.getState().rememberPlace(unkept.current);
    unkept.current = null;
  }, [store]);
  // Who leaves at once is where they were all the same.
  useEffect(() => keep, [keep]);

  const sought = useStore((state) => state.documents.sought);
  useEffect(() => {
    if (sought === null || !documents.some(({ id }) => id === sought.document)) return;
    setChosen(sought.document);
    handle.current?.showPassage(sought);
    // Whoever sought it reads on from there.
    handle.current?.focus();
    store.getState().seekPassage(null);
  }, [sought, documents, store]);

  const shownId = document?.id;
  // The form's sections are given it, and are not drawn anew for another document.
  const latestShown = useLatest(shownId);
  const showPassage = useCallback(
    (mark: string, passage: Passage): void => {
      if (passage.document === latestShown.current) {
        handle.current?.showMark(mark);
        return;
      }
      waitingMark.current = mark;
      setChosen(passage.document);
    },
    [latestShown],
  );

  return {
    document,
    screen,
    handle,
    initialView,
    placeNow,
    choose: setChosen,
    showPassage,
    find: () => handle.current?.focusFind(),
    remember: ({ page, zoom }) => {
      if (shownId !== undefined) places.current.set(shownId, { page, zoom });
      unkept.current = {
        [`${screen}.viewed`]: agreement,
        [`${screen}.document`]: shownId ?? null,
        [`${screen}.page`]: page,
        [`${screen}.zoom`]: zoom,
      };
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, REST);
    },
  };
}

/**
 * Asks for the document of the agreement that was just opened before the form is drawn for it: the
 * frame is a process of its own, and so both are drawn at the same time.
 */
export function useDocumentAhead({ handle, placeNow }: ShownDocument): void {
  const store = useAppStore();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { view } = state.coding;
        if (view === null || view.agreement === before.coding.view?.agreement) return;
        const left = leftAt(placeNow(), 'coding', view.agreement);
        const document = view.documents.find(({ id }) => id === left.document) ?? view.documents[0];
        if (document !== undefined) {
          handle.current?.openAhead(document, placeIn(document.id, left, NOWHERE));
        }
      }),
    [store, handle, placeNow],
  );
}

const NOWHERE: ReadonlyMap<DocumentId, DocumentPosition> = new Map();

interface Left extends DocumentPosition {
  /** `null` when none of the agreement was open. */
  readonly document: string | null;
}

/** Where to begin in a document: where it was just left, else as it was when the agreement was, else at the top. */
function placeIn(
  document: DocumentId,
  left: Left,
  places: ReadonlyMap<DocumentId, DocumentPosition>,
): DocumentPosition {
  const isLeft = left.document === null || left.document === document;
  return places.get(document) ?? { page: isLeft ? left.page : 1, zoom: left.zoom };
}

/** Which of an agreement's documents was open, at which page, and how large. */
function leftAt(place: Place, screen: Screen, agreement: AgreementId): Left {
  const isHere = place[`${screen}.viewed`] === agreement;
  const page = place[`${screen}.page`];
  const document = place[`${screen}.document`];
  return {
    document: isHere && typeof document === 'string' ? document : null,
    page: isHere && typeof page === 'number' ? page : 1,
    zoom: zoomOf(place[`${screen}.zoom`]),
  };
}

function zoomOf(kept: string | number | null | undefined): DocumentPosition['zoom'] {
  return typeof kept === 'number' || kept === 'fit-page' ? kept : 'fit-width';
}
