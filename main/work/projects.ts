import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import type { ProjectView } from '../../shared/domain/views';
import { BlobStore } from '../documents/blob-store';
import { openPageCache } from '../documents/page-cache';
import { type Deps, type OpenProject, codersWantedIn } from '../handlers/deps';
import { createProject, nameOf, openProject } from '../store/open-project';
import type { ProjectStore } from '../store/project-store';
import { findProject } from '../store/queries/project';
import { addFiles } from './documents';
import { addReviewer } from './reviewers';

/** What the window shows of the project that is open. */
export function viewProject({ store }: OpenProject): ProjectView {
  const project = findProject(store.db);
  if (project === null) {
    throw new AppError(
      'project-damaged',
      `"${store.folder}" has no first entry. Run "samsyn verify" to see what is wrong.`,
      { folder: store.folder },
    );
  }
  return {
    id: project.id,
    name: nameOf(store),
    folder: store.folder,
    codersWanted: codersWantedIn(store),
    readOnly: store.readOnlyReason === null ? null : { reason: store.readOnlyReason },
  };
}

/** Opens a project instead of the one that is open. The old one stays open when the new one refuses. */
export async function openFolder(deps: Deps, folder: string): Promise<ProjectView> {
  if (deps.project?.store.folder === folder) return viewProject(deps.project);
  return take(deps, openProject(folder, { program: deps.program, now: deps.now() }));
}

/** Makes a project and opens it. */
export async function createAndOpen(
  deps: Deps,
  folder: string,
  project: { name: string; codersWanted: number },
): Promise<ProjectView> {
  return take(deps, createProject(folder, project, { program: deps.program, now: deps.now() }));
}

/**
 * Opens the person's own copy of the sample project; the first time it is made, with two reviewers,
 * and its documents are added while the window already shows it.
 */
export async function openSample(deps: Deps): Promise<ProjectView> {
  const { folder, files } = deps.sample;
  if (existsSync(join(folder, 'project.db'))) return openFolder(deps, folder);
  const swedish = (deps.settings.read().language ?? deps.language) === 'sv';
  const view = await createAndOpen(deps, folder, {
    name: swedish ? 'Exempelprojekt' : 'Sample project',
    codersWanted: 2,
  });
  const store = deps.project?.store;
  if (store === undefined) throw new Error('A project that was just made is not open');
  for (const name of swedish ? ['Granskare A', 'Granskare B'] : ['Reviewer A', 'Reviewer B']) {
    addReviewer(store, name, deps.now());
  }
  addFiles(deps, [files]);
  return view;
}

/** Closes the open project, if there is one; an import under way is stopped first. */
export async function closeProject(deps: Deps): Promise<void> {
  const { project } = deps;
  if (project === null) return;
  deps.project = null;
  project.importing?.controller.abort();
  await project.importing?.finished;
  project.pages.close();
  project.store.close();
  deps.publish({ topic: 'project', agreement: null, command: null });
}

async function take(deps: Deps, store: ProjectStore): Promise<ProjectView> {
  await closeProject(deps);
  const project: OpenProject = {
    store,
    blobs: new BlobStore(store.folder),
    pages: openPageCache(store.folder, { readOnly: store.readOnlyReason !== null }),
    reviewer: null,
    importing: null,
    exportedTo: null,
  };
  deps.project = project;
  const view = viewProject(project);
  deps.settings.rememberOpened({ name: view.name, folder: store.folder, openedAt: deps.now() });
  deps.publish({ topic: 'project', agreement: null, command: null });
  return view;
}
