import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';

import type { Passage } from '../../../shared/domain/evidence';
import type { AgreementId, DocumentId } from '../../../shared/domain/ids';
import type { DocumentView } from '../../../shared/domain/views';
import type { DocumentHandle, DocumentPosition } from '../../document/DocumentPane';
import { type Store, useAppStore, useStore } from '../../store';
import type { Screen } from '../../store/route-slice';
import { placeOf } from '../../store/settings-slice';

/** How long the view must rest before its place is kept. */
const REST = 600;

export interface ShownDocument {
  readonly document: DocumentView | null;
  readonly handle: RefObject<DocumentHandle | null>;
  /** Where to begin: as it was left, or at the top. */
  readonly initialView: DocumentPosition | undefined;
  choose(document: DocumentId): void;
  /** Shows a mark, in another document of the agreement if it lies there. */
  showPassage(mark: string, passage: Passage): void;
  find(): void;
  remember(position: DocumentPosition): void;
}

/** Which document of the agreement is shown beside the form, and at which page. */
export function useAgreementDocument(
  screen: Extract<Screen, 'coding' | 'disagreements'>,
  agreement: AgreementId,
  documents: readonly DocumentView[],
): ShownDocument {
  const store = useAppStore();
  const handle = useRef<DocumentHandle | null>(null);
  const waitingMark = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  const document = documents.find(({ id }) => id === chosen) ?? documents[0] ?? null;

  const initialView = useMemo(
    () => leftAt(store.getState(), screen, agreement),
    [store, screen, agreement],
  );

  // Another document was opened for the sake of a mark: it is shown once the pane has the document.
  useEffect(() => {
    if (waitingMark.current !== null) handle.current?.showMark(waitingMark.current);
    waitingMark.current = null;
  }, [document?.id]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const sought = useStore((state) => state.documents.sought);
  useEffect(() => {
    if (sought === null || !documents.some(({ id }) => id === sought.document)) return;
    setChosen(sought.document);
    handle.current?.showPassage(sought);
    store.getState().seekPassage(null);
  }, [sought, documents, store]);

  const shownId = document?.id;
  const showPassage = useCallback(
    (mark: string, passage: Passage): void => {
      if (passage.document === shownId) {
        handle.current?.showMark(mark);
        return;
      }
      waitingMark.current = mark;
      setChosen(passage.document);
    },
    [shownId],
  );

  return {
    document,
    handle,
    initialView,
    choose: setChosen,
    showPassage,
    find: () => handle.current?.focusFind(),
    remember: ({ page, zoom }) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () =>
          store.getState().rememberPlace({
            [`${screen}.viewed`]: agreement,
            [`${screen}.page`]: page,
            [`${screen}.zoom`]: zoom,
          }),
        REST,
      );
    },
  };
}

/**
 * Asks for the document of the agreement that was just opened before the form is drawn for it: the
 * frame is a process of its own, and so both are drawn at the same time.
 */
export function useDocumentAhead({ handle }: ShownDocument): void {
  const store = useAppStore();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { view } = state.coding;
        if (view === null || view.agreement === before.coding.view?.agreement) return;
        const [document] = view.documents;
        if (document !== undefined) {
          handle.current?.openAhead(document, leftAt(state, 'coding', view.agreement));
        }
      }),
    [store, handle],
  );
}

/** The page and zoom that an agreement's document was left at. */
function leftAt(state: Store, screen: Screen, agreement: AgreementId): DocumentPosition {
  const place = placeOf(state);
  const isHere = place[`${screen}.viewed`] === agreement;
  const page = place[`${screen}.page`];
  return {
    page: isHere && typeof page === 'number' ? page : 1,
    zoom: zoomOf(place[`${screen}.zoom`]),
  };
}

function zoomOf(kept: string | number | null | undefined): DocumentPosition['zoom'] {
  return typeof kept === 'number' || kept === 'fit-page' ? kept : 'fit-width';
}
