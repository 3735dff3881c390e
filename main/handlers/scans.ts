import { AppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { Handlers } from '../../shared/ipc/contract';
import { findDocument } from '../store/queries/documents';
import { type Deps, openProjectOf } from './deps';

export const scans: Handlers<Deps>['scans'] = {
  status: (deps) => openProjectOf(deps).recognition.status(),
  ofDocument: (deps, { document }) => projectWith(deps, document).pages.scannedPagesOf(document),
  lookAt: (deps, { document }) => {
    projectWith(deps, document).recognition.lookAt(document);
    return null;
  },
  again: (deps, { document, page, dpi }) => {
    projectWith(deps, document).recognition.again(document, page, dpi);
    return null;
  },
  pause: (deps) => {
    const { recognition } = openProjectOf(deps);
    recognition.pause();
    return recognition.status();
  },
  resume: (deps) => {
    const { recognition } = openProjectOf(deps);
    recognition.resume();
    return recognition.status();
  },
};

/** The open project, which must hold the document. */
function projectWith(deps: Deps, document: DocumentId) {
  const project = openProjectOf(deps);
  if (findDocument(project.store.db, document) === null) {
    throw new AppError('document-unknown', 'That document is not in this project.', { document });
  }
  return project;
}
