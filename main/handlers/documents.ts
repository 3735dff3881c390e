import { AppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { Handlers } from '../../shared/ipc/contract';
import { readPages } from '../documents/read-pages';
import {
  findAgreement,
  findDocument,
  listDocumentsOf,
  listMovedAway,
} from '../store/queries/agreements';
import { agreementIn } from '../work/agreements';
import { addFiles } from '../work/documents';
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
    const { store, blobs, pages } = openProjectOf(deps);
    const found = findDocument(store.db, document);
    if (found === null) {
      throw new AppError('document-unknown', 'That document is not in this project.', { document });
    }
    return readPages({ reader: deps.reader, blobs, pages }, found, from, to);
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
};

/** Takes a step with a document; every agreement may look different afterwards. */
function take<T>(deps: Deps, document: DocumentId, step: (placing: PlacingStep) => T): T {
  const { store, reviewer } = openProjectOf(deps);
  const result = step({ store, document, reviewer, at: deps.now() });
  deps.publish({ topic: 'agreements', agreement: null, command: null });
  return result;
}
