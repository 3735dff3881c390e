import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import type { ProjectView } from '../../shared/domain/views';
import { BlobStore } from '../documents/blob-store';
import { collectFiles } from '../documents/collect-files';
import { openPageCache } from '../documents/page-cache';
import { type Deps, type OpenProject, codersWantedIn, openProjectOf } from '../handlers/deps';
import { createProject, nameOf, openProject } from '../store/open-project';
import { type ProjectStore, isProjectFolder } from '../store/project-store';
import { highestNumber } from '../store/queries/agreements';
import { findProject, listReviewers } from '../store/queries/project';
import { Comparer } from './comparer';
import { addFiles, isUnderWay } from './documents';
import { LongWork } from './long-work';
import { Recognition } from './recognition';
import { addReviewers } from './reviewers';
import { startIndexing } from './search-indexing';

/** What the window shows of the project that is open. */
export function viewProject({ store }: Pick<OpenProject, 'store'>): ProjectView {
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
  const wanted = resolve(folder);
  if (deps.project !== null && isSamePlace(deps.project.store.folder, wanted)) {
    return viewProject(deps.project);
  }
  return take(deps, openProject(wanted, { program: deps.program, now: deps.now() }));
}

/** True also when the same folder goes by two paths, as through a link. */
function isSamePlace(one: string, other: string): boolean {
  if (one === other) return true;
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
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
  const swedish = (deps.settings.read().language ?? deps.language) === 'sv';
  const view = isProjectFolder(folder)
    ? await openFolder(deps, folder)
    : await createAndOpen(deps, folder, {
        name: swedish ? 'Exempelprojekt' : 'Sample project',
        codersWanted: 2,
      });
  const { store, importing } = openProjectOf(deps);
  // Also what a first time that was cut short left undone.
  if (store.readOnlyReason !== null || importing !== null) return view;
  if (listReviewers(store.db).length === 0) {
    const names = swedish ? ['Granskare A', 'Granskare B'] : ['Reviewer A', 'Reviewer B'];
    addReviewers(store, names, deps.now());
  }
  const sample = await collectFiles([files]);
  // Each file opens an agreement; documents there are more of, as mails bring theirs.
  if (highestNumber(store.db) < sample.files.length) addFiles(deps, [files]);
  return view;
}

/** Closes the open project, if there is one; what is under way in it is stopped first. */
export async function closeProject(deps: Deps): Promise<void> {
  const { project } = deps;
  if (project === null) return;
  deps.project = null;
  project.indexing.stop();
  project.importing?.controller.abort();
  await project.importing?.finished;
  await project.longWork.stopAll();
  await project.comparer.stop();
  await project.recognition.close();
  project.pages.close();
  project.store.close();
  deps.publish({ topic: 'project', agreement: null, command: null });
}

async function take(deps: Deps, store: ProjectStore): Promise<ProjectView> {
  let project: OpenProject;
  let view: ProjectView;
  try {
    view = viewProject({ store });
    const blobs = new BlobStore(store.folder);
    const pages = openPageCache(store.folder, { readOnly: store.readOnlyReason !== null });
    project = {
      store,
      blobs,
      pages,
      comparer: new Comparer({
        store,
        blobs,
        pages,
        reader: deps.reader,
        onChange: () => deps.publish({ topic: 'comparisons', agreement: null, command: null }),
        onFault: (error) => console.error('Comparing documents failed', error),
      }),
      indexing: startIndexing(
        { store, blobs, pages, reader: deps.reader },
        () => project.importing !== null && isUnderWay(project.importing.progress),
      ),
      recognition: new Recognition({
        store,
        blobs,
        pages,
        reader: deps.reader,
        recogniser: deps.recogniser,
        changed: ({ document }) => {
          deps.publish({ topic: 'scans', agreement: null, command: null, document });
          // With the text that was recognised it may be like others; asked for again, it waits anew.
          project.comparer.startSoon(5_000);
        },
      }),
      longWork: new LongWork(),
      reviewer: null,
      importing: null,
      exportedTo: null,
    };
  } catch (error) {
    store.close();
    throw error;
  }
  await closeProject(deps);
  deps.project = project;
  project.comparer.startSoon();
  project.recognition.wake();
  const opened = { name: view.name, folder: store.folder, openedAt: deps.now() };
  const remembered = deps.settings.rememberOpened(opened);
  deps.publish({ topic: 'project', agreement: null, command: null });
  await remembered;
  return view;
}
