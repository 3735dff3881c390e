import { AppError } from '../../shared/domain/app-error';
import type { Codebook, Language } from '../../shared/domain/codebook';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { ImportProgress } from '../../shared/ipc/shapes';
import type { DetectorHost } from '../detector/detector-host';
import type { Dialogs } from '../dialogs';
import type { BlobStore } from '../documents/blob-store';
import type { ImportFailure } from '../documents/import-summary';
import type { ReaderHost } from '../documents/reader-host';
import type { PageCache } from '../documents/page-cache';
import type { RecogniserHost } from '../documents/recognition/recogniser-host';
import type { SettingsFile } from '../settings';
import type { ProjectStore, ReadProject } from '../store/project-store';
import type { Comparer } from '../work/comparer';
import { findCodebook, findProject } from '../store/queries/project';
import type { LongWork } from '../work/long-work';
import type { Recognition } from '../work/recognition';
import type { SearchIndexing } from '../work/search-indexing';

/** A project that is open, with what belongs to its being open. */
export interface OpenProject {
  readonly store: ProjectStore;
  readonly blobs: BlobStore;
  readonly pages: PageCache;
  /** Looks for documents that are alike. */
  readonly comparer: Comparer;
  /** Keeps what is searched up to date. */
  readonly indexing: SearchIndexing;
  /** Reads the text of scanned pages in the background. */
  readonly recognition: Recognition;
  /** What a person waits for; closing the project ends it. */
  readonly longWork: LongWork;
  /** Who is coding; chosen by the window, known only here. */
  reviewer: ReviewerId | null;
  /** The import under way or last done. */
  importing: {
    readonly progress: ImportProgress;
    /** Stops what is under way: the import, or the opening of a file that asked for a password. */
    controller: AbortController;
    finished: Promise<void>;
    /** Files that asked for a password, by the ticket of their failure. */
    readonly locked: Map<string, Pick<ImportFailure, 'path' | 'attachment'>>;
    /** The agreement that the files come to; `null` makes one of each. */
    readonly agreement: AgreementId | null;
    /** Tells another result, once a locked file was opened. */
    replace(progress: ImportProgress): void;
    isUnlocking: boolean;
  } | null;
  /** Where the dataset was last written while the project has been open. */
  exportedTo: string | null;
}

/** Everything a handler may use. */
export interface Deps {
  readonly version: string;
  readonly language: Language;
  /** Name of the program for the project's lock. */
  readonly program: string;
  readonly settings: SettingsFile;
  /** Where the person's own copy of the sample project lies, and the files it is made from. */
  readonly sample: { folder: string; files: string };
  readonly reader: ReaderHost;
  readonly recogniser: RecogniserHost;
  readonly detector: DetectorHost;
  readonly dialogs: Dialogs;
  readonly now: () => string;
  /** Tells the window that something changed; it asks again. */
  readonly publish: (event: ChangeEvent) => void;
  /** Folders with copies that were opened in other programs. */
  readonly opened: Set<string>;
  project: OpenProject | null;
}

/** The open project; refuses with `no-project` when there is none. */
export function openProjectOf(deps: Deps): OpenProject {
  if (deps.project === null) {
    throw new AppError('no-project', 'No project is open. Open one, or make a new one.');
  }
  return deps.project;
}

/** The open project and who codes in it; refuses with `reviewer-not-chosen`. */
export function codingIn(deps: Deps): OpenProject & { reviewer: ReviewerId } {
  const project = openProjectOf(deps);
  const { reviewer } = project;
  if (reviewer === null) {
    throw new AppError('reviewer-not-chosen', 'Choose who is coding first.');
  }
  return { ...project, reviewer };
}

/** The codebook in force; every project has one from its first moment. */
export function codebookOf(store: ReadProject): Codebook {
  const codebook = findCodebook(store.db);
  if (codebook === null) {
    throw new AppError(
      'project-damaged',
      `"${store.folder}" has no codebook. Run "samsyn verify" to see what is wrong.`,
      { folder: store.folder },
    );
  }
  return codebook;
}

/** How many independent codings an agreement should have. */
export function codersWantedIn(store: ReadProject): number {
  return findProject(store.db)?.codersWanted ?? 2;
}
