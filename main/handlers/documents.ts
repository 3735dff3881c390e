import type { DocumentId } from '../../shared/domain/ids';
import type { Handlers } from '../../shared/ipc/contract';
import { type PageSource, readPages, unlockPages } from '../documents/read-pages';
import { findAgreement } from '../store/queries/agreements';
import { listDocumentsOf, listMovedAway } from '../store/queries/documents';
import { agreementIn } from '../work/agreements';
import { addFiles } from '../work/documents';
import { addLocked } from '../work/locked-files';
import { documentIn, openOriginal, saveOriginal, stateOfOriginal } from '../work/originals';
import {
  type PlacingStep,
  changeRole,
  placeBack,
  placeBefore,
  placeDocument,
  splitOff,
} from '../work/placing';
import { type Deps, openProjectOf } from './deps';

export const documents: Handlers<Deps>['documents'] = {
  chooseFiles: (deps, { kind }) => deps.dialogs.chooseDocuments(kind),
  add: (deps, { paths, agreement }) => {
    addFiles(deps, paths, agreement);
    return null;
  },
  cancelAdding: (deps) => {
    openProjectOf(deps).importing?.controller.abort();
    return null;
  },
  progress: (deps) => openProjectOf(deps).importing?.progress ?? null,
  readPages: (deps, { document, from, to }) => {
    const project = openProjectOf(deps);
    return readPages(sourceOf(deps), documentIn(project, document), from, to);
  },
  listOf: (deps, { agreement }) => {
    const { store, reviewer } = openProjectOf(deps);
    const row = agreementIn(store, agreement, reviewer);
    const listed = listDocumentsOf(store.db, agreement);
    const placedBefore = listed.flatMap(({ id }) => {
      const before = placeBefore(store, id);
      if (before === null) return [];
      const number = findAgreement(store.db, before.agreement, reviewer)?.number ?? null;
      return [{ document: id, number }];
    });
    return { row, documents: listed, movedAway: listMovedAway(store.db, agreement), placedBefore };
  },
  place: (deps, { document, ...place }) =>
    take(deps, document, (step) => {
      placeDocument(step, place);
      return null;
    }),
  changeRole: (deps, { document, role }) =>
    take(deps, document, (step) => {
      changeRole(step, role);
      return null;
    }),
  splitOff: (deps, { document }) => take(deps, document, splitOff),
  placeBack: (deps, { document }) =>
    take(deps, document, (step) => {
      placeBack(step);
      return null;
    }),
  notices: (deps, { document }) => openProjectOf(deps).pages.summaryOf(document)?.notices ?? [],
  stateOfOriginal: (deps, { document }) => stateOfOriginal(deps, document),
  openOriginal: async (deps, { document }) => {
    await openOriginal(deps, document);
    return null;
  },
  saveOriginal: (deps, { document }) => saveOriginal(deps, document),
  addLocked: async (deps, { ticket, password }) => {
    await addLocked(deps, ticket, password);
    return null;
  },
  unlock: async (deps, { document, password }) => {
    const project = openProjectOf(deps);
    await unlockPages(sourceOf(deps), documentIn(project, document), {
      password,
      isReadOnly: project.store.readOnlyReason !== null,
    });
    return null;
  },
};

function sourceOf(deps: Deps): PageSource {
  const { blobs, pages } = openProjectOf(deps);
  return { reader: deps.reader, blobs, pages };
}

/** Takes a step with a document; every agreement may look different afterwards. */
function take<T>(deps: Deps, document: DocumentId, step: (placing: PlacingStep) => T): T {
  const { store, reviewer } = openProjectOf(deps);
  const result = step({ store, document, reviewer, at: deps.now() });
  deps.publish({ topic: 'agreements', agreement: null, command: null });
  return result;
}
