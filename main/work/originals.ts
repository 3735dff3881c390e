import { chmod, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

import { AppError, isAppError } from '../../shared/domain/app-error';
import type { DocumentId } from '../../shared/domain/ids';
import type { MovedDocument, OriginalState } from '../../shared/domain/views';
import type { BlobStore } from '../documents/blob-store';
import { systemCode } from '../system-code';
import { originalName } from '../documents/original-name';
import { type Deps, type OpenProject, openProjectOf } from '../handlers/deps';
import { findDocument } from '../store/queries/documents';

/** A document of the open project. Throws `document-unknown`. */
export function documentIn({ store }: Pick<OpenProject, 'store'>, id: DocumentId): MovedDocument {
  const found = findDocument(store.db, id);
  if (found === null) {
    throw new AppError('document-unknown', 'That document is not in this project.', {
      document: id,
    });
  }
  return found;
}

/** What was found of a file the last time, and the size and time of change it had then. */
const looked = new WeakMap<BlobStore, Map<string, { stamp: string; state: OriginalState }>>();

/** Whether a document's received bytes are there and unchanged. They are hashed again only when the file changed. */
export async function stateOfOriginal(deps: Deps, id: DocumentId): Promise<OriginalState> {
  const { blobs, store } = openProjectOf(deps);
  const { fileName } = documentIn({ store }, id);
  const known = looked.get(blobs) ?? new Map<string, { stamp: string; state: OriginalState }>();
  looked.set(blobs, known);
  const stats = await stat(blobs.pathOf(id)).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (stats === null) return 'missing';
  const stamp = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
  const before = known.get(id);
  if (before?.stamp === stamp) return before.state;
  const state = await blobs.verify(id, fileName).then(
    (): OriginalState => 'whole',
    (error: unknown): OriginalState => {
      if (!isAppError(error)) throw error;
      return error.code === 'document-missing' ? 'missing' : 'altered';
    },
  );
  known.set(id, { stamp, state });
  return state;
}

/**
 * Saves a document's received bytes where the person says; `null` when they changed their mind.
 *
 * Throws `document-missing`, `document-altered`, `copy-inside-project` and `copy-failed`.
 */
export async function saveOriginal(deps: Deps, id: DocumentId): Promise<string | null> {
  const { blobs, store } = openProjectOf(deps);
  const document = documentIn({ store }, id);
  await blobs.verify(id, document.fileName);
  const path = await deps.dialogs.chooseCopy(originalName(document.fileName, document.format));
  if (path === null) return null;
  refuseInside(store.folder, path);
  await copyTo(blobs.pathOf(id), path, 0o644, document.fileName);
  return path;
}

/**
 * Opens a document in the program that the system has for it: a copy that cannot be written to, in a
 * folder of its own, never the received bytes themselves.
 *
 * Throws `document-missing`, `document-altered`, `copy-failed` and `no-program`.
 */
export async function openOriginal(deps: Deps, id: DocumentId): Promise<void> {
  const { blobs, store } = openProjectOf(deps);
  const document = documentIn({ store }, id);
  await blobs.verify(id, document.fileName);
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-'));
  deps.opened.add(folder);
  const path = join(folder, originalName(document.fileName, document.format));
  await copyTo(blobs.pathOf(id), path, 0o400, document.fileName);
  const reason = await deps.dialogs.openInSystem(path);
  if (reason !== null) {
    throw new AppError(
      'no-program',
      `“${document.fileName}” could not be opened (${reason}). Save a copy, and open that.`,
      { file: document.fileName, reason },
    );
  }
}

/** Removes the copies that were opened in other programs; one that is still open there stays. */
export async function removeOpened(folders: Set<string>): Promise<void> {
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true, maxRetries: 2 }).catch((error: unknown) => {
      if (!['EBUSY', 'EPERM', 'ENOTEMPTY'].includes(systemCode(error) ?? '')) throw error;
    });
  }
  folders.clear();
}

async function copyTo(from: string, to: string, mode: number, file: string): Promise<void> {
  try {
    // A copy of before may not be written to.
    await rm(to, { force: true });
    await copyFile(from, to);
    await chmod(to, mode);
  } catch (error) {
    const reason = systemCode(error);
    if (reason === null) throw error;
    throw new AppError(
      'copy-failed',
      `“${file}” could not be copied (${reason}). Choose another folder, or make room.`,
      { file, reason },
    );
  }
}

/** The project folder is no place for copies: it is verified and handed on as it is. Throws `copy-inside-project`. */
export function refuseInside(folder: string, path: string): void {
  if (!isInside(folder, path)) return;
  throw new AppError(
    'copy-inside-project',
    'A copy cannot be saved inside the project folder. Choose another folder.',
  );
}

function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || (!way.startsWith('..') && resolve(folder, way) === resolve(path));
}
