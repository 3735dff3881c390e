import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { BlobStore } from '../documents/blob-store';
import { openPageCache } from '../documents/page-cache';
import type { PageSource } from '../documents/read-pages';
import { createReaderHost } from '../documents/reader-host';
import { nameOf, openProject } from '../store/open-project';
import { type ProjectStore, isProjectFolder } from '../store/project-store';
import type { Machine } from './command';

const SUFFIX = '.samsyn';

/** How the terminal calls itself to others who find a project locked. */
export const PROGRAM = 'samsyn in the terminal';

/** The folder a new project gets: the path that is given, with the suffix that all projects have. */
export function newProjectFolder(folder: string, given: string): string {
  const path = resolve(folder, given);
  return path.toLowerCase().endsWith(SUFFIX) ? path : path + SUFFIX;
}

/** The folder of a project, named with or without its suffix. Throws `not-a-project`. */
function projectFolder(folder: string, given: string): string {
  const path = resolve(folder, given);
  const other = path.toLowerCase().endsWith(SUFFIX) ? path.slice(0, -SUFFIX.length) : path + SUFFIX;
  const found = [path, other].find((each) => isProjectFolder(each));
  if (found !== undefined) return found;
  const there = [path, other].find((each) => existsSync(each));
  throw new AppError(
    'not-a-project',
    there === undefined
      ? `There is no project at "${path}". Check the path, or make a project with "samsyn new".`
      : `"${there}" is not a Samsyn project: it has no project.db. Choose a folder whose name ends in ${SUFFIX}.`,
    { name: given },
  );
}

/** Opens a project, works on it and closes it again, whatever comes of it. */
export async function withProject<T>(
  given: string,
  machine: Machine,
  work: (store: ProjectStore) => T | Promise<T>,
): Promise<T> {
  const folder = projectFolder(machine.folder, given);
  const store = openProject(folder, { program: PROGRAM, now: machine.now() });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** The same with what is needed to read documents. */
export function withDocuments<T>(
  given: string,
  machine: Machine,
  work: (project: PageSource & { store: ProjectStore }) => Promise<T>,
): Promise<T> {
  return withProject(given, machine, async (store) => {
    const pages = openPageCache(store.folder, { readOnly: store.readOnlyReason !== null });
    const reader = createReaderHost({ fork: machine.forkReader, processes: 2 });
    try {
      return await work({ store, pages, reader, blobs: new BlobStore(store.folder) });
    } finally {
      reader.close();
      pages.close();
    }
  });
}

/** Refuses before long work on a project that can only be read. */
export function refuseReadOnly(store: ProjectStore): void {
  const { readOnlyReason } = store;
  if (readOnlyReason === null) return;
  throw new AppError(
    'read-only',
    `"${nameOf(store)}" is open for reading only: ${readOnlyReason}`,
    { reason: readOnlyReason },
  );
}
