import { AppError } from '../../shared/domain/app-error';
import type { AgreementId } from '../../shared/domain/ids';
import type { ImportFailure, ImportSummary } from '../documents/import-summary';
import { withAttachment } from '../documents/take-attachment';
import { type Deps, type OpenProject, openProjectOf } from '../handlers/deps';
import { importInto, listsOf, type Placed, refuseIfUnderWay } from './documents';
import { documentIn } from './originals';

/**
 * Adds a file of the last import that asked for a password. Its text is kept, the password is not.
 * One that was attached to a mail comes to the agreement that the mail belongs to by now.
 *
 * Throws `pdf-password-wrong`, `file-unknown` for a ticket that is used up, and whatever else is wrong
 * with the file, or with the mail that holds it.
 */
export async function addLocked(deps: Deps, ticket: string, password: string): Promise<void> {
  const project = openProjectOf(deps);
  refuseIfUnderWay(project);
  const { importing } = project;
  const file = importing?.locked.get(ticket);
  if (importing === null || file === undefined) {
    throw new AppError('file-unknown', 'That file is not waiting any more. Add it again.');
  }
  // Of its own: the import that asked for the password may have been cancelled, and what waits is still to be had.
  const controller = new AbortController();
  importing.controller = controller;
  importing.isUnlocking = true;
  const work = unlock(deps, project, {
    file,
    agreement: importing.agreement,
    password,
    signal: controller.signal,
  });
  // Closing the project waits for it.
  importing.finished = work.then(
    () => undefined,
    () => undefined,
  );
  try {
    const summary = await work.catch((error: unknown) => {
      if (controller.signal.aborted) return null;
      throw error;
    });
    // Stopped: the file goes on waiting.
    if (summary === null || summary.cancelled) return;
    const [failure] = summary.failed;
    if (failure !== undefined) {
      throw new AppError(failure.code, failure.message, { ...failure.details });
    }
    importing.locked.delete(ticket);
    const { added, known } = listsOf(summary);
    const { progress } = importing;
    importing.replace({
      ...progress,
      added: [...progress.added, ...added],
      known: [...progress.known, ...known],
      failed: progress.failed.filter((each) => each.ticket !== ticket),
    });
    project.comparer.startSoon(200);
  } finally {
    importing.isUnlocking = false;
  }
}

interface Locked {
  readonly file: Pick<ImportFailure, 'path' | 'attachment'>;
  /** The agreement that a file of its own comes to. */
  readonly agreement: AgreementId | null;
  readonly password: string;
  readonly signal: AbortSignal;
}

/** Imports with a password into an open project, until that is closed. */
function unlock(
  { reader, now }: Deps,
  project: OpenProject,
  { file: { path, attachment }, agreement, password, signal }: Locked,
): Promise<ImportSummary<Placed, Placed>> {
  const { store, blobs, pages } = project;
  const source = { reader, blobs, pages, now, signal, password };
  if (attachment === null) return importInto(store, { ...source, paths: [path], agreement });
  const { fileName: mail, agreement: its } = documentIn(project, attachment.mail);
  return withAttachment({ reader, blobs, signal }, attachment, mail, (taken) =>
    importInto(store, { ...source, paths: [taken], agreement: its, attachedTo: mail }),
  );
}
