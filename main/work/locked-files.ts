import { AppError } from '../../shared/domain/app-error';
import type { AttachmentPlace } from '../documents/import';
import { withAttachment } from '../documents/take-attachment';
import { type Deps, type OpenProject, openProjectOf } from '../handlers/deps';
import { type ImportIntoOptions, importInto, listsOf, refuseIfUnderWay } from './documents';
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
  importing.isUnlocking = true;
  try {
    const unlock = unlocking(deps, project, password);
    const summary = await (file.attachment === null
      ? unlock({ paths: [file.path], agreement: importing.agreement })
      : unlockAttached(deps, project, file.attachment, unlock));
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
  } finally {
    importing.isUnlocking = false;
  }
}

type Unlock = ReturnType<typeof unlocking>;

/** Imports with a password into an open project, until that is closed. */
function unlocking(deps: Deps, project: OpenProject, password: string) {
  const { store, blobs, pages, importing } = project;
  // The import that asked for the password may have been cancelled: what waits is still to be had.
  const signal = importing?.controller.signal;
  const until = signal === undefined || signal.aborted ? {} : { signal };
  const source = { reader: deps.reader, blobs, pages, now: deps.now, ...until };
  return (given: Pick<ImportIntoOptions, 'paths' | 'agreement' | 'attachedTo'>) =>
    importInto(store, { ...source, ...given, password });
}

function unlockAttached(
  { reader }: Deps,
  project: OpenProject,
  place: AttachmentPlace,
  unlock: Unlock,
): ReturnType<Unlock> {
  const { fileName: mail, agreement } = documentIn(project, place.mail);
  return withAttachment({ reader, blobs: project.blobs }, place, mail, (path) =>
    unlock({ paths: [path], agreement, attachedTo: mail }),
  );
}
