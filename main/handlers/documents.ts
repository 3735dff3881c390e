import { AppError } from '../../shared/domain/app-error';
import type { Handlers } from '../../shared/ipc/contract';
import { readPages } from '../documents/read-pages';
import { findDocument } from '../store/queries/agreements';
import { addFiles } from '../work/documents';
import { type Deps, openProjectOf } from './deps';

export const documents: Handlers<Deps>['documents'] = {
  chooseFiles: (deps, { kind }) => deps.dialogs.chooseDocuments(kind),
  add: (deps, { paths }) => {
    addFiles(deps, paths);
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
};
