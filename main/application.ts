import { join } from 'node:path';

import { isAppError } from '../shared/domain/app-error';
import type { DocumentId } from '../shared/domain/ids';
import type { Page } from '../shared/domain/page';
import type { Language } from '../shared/domain/codebook';
import type { ChangeEvent } from '../shared/ipc/events';
import { createDetectorHost, type ForkDetector } from './detector/detector-host';
import type { Dialogs } from './dialogs';
import type { DrawnPart } from './documents/drawn-parts';
import { readDrawing, readPages } from './documents/read-pages';
import type { ForkChild, ForkReader } from './documents/reader-child';
import { createReaderHost } from './documents/reader-host';
import { createRecogniserHost } from './documents/recognition/recogniser-host';
import type { ToRecogniser } from './documents/recognition/recogniser-protocol';
import { handlers } from './handlers';
import type { Deps } from './handlers/deps';
import { SettingsFile } from './settings';
import { findDocument } from './store/queries/documents';
import { removeOpened, stateOfOriginal } from './work/originals';
import { closeProject } from './work/projects';

export interface ApplicationOptions {
  readonly version: string;
  /** Folder for what belongs to this person on this machine. */
  readonly userData: string;
  /** The files that the sample project is made from. */
  readonly sampleFiles: string;
  readonly language: Language;
  readonly forkReader: ForkReader;
  readonly forkRecogniser: ForkChild<ToRecogniser>;
  readonly forkDetector: ForkDetector;
  readonly dialogs: Dialogs;
  readonly publish: (event: ChangeEvent) => void;
}

/** The program behind the window: handlers and what they work with. Holds no Electron. */
export interface Application {
  readonly handlers: typeof handlers;
  readonly deps: Deps;
  /** Where the bytes of a document of the open project lie; `null` for anything else. */
  documentFile(document: string): string | null;
  /** Whether the bytes of a document of the open project are as they came. */
  isWhole(document: DocumentId): Promise<boolean>;
  /** The parts of the PDF that a document is drawn as; `null` where it is drawn as it was received. */
  drawing(document: string): Promise<readonly DrawnPart[] | null>;
  /** The recognised text of a page, or which pages have such, in which version and how far turned; `null`: none. */
  recognised(document: string, page: number | null): unknown;
  /** A page as it was read, with its size in PDF units; `null`: there is no such page, or it cannot be read again. */
  readPage(
    document: string,
    page: number,
  ): Promise<Pick<Page, 'width' | 'height' | 'text' | 'words'> | null>;
  close(): Promise<void>;
}

export function createApplication(options: ApplicationOptions): Application {
  const { userData, sampleFiles, forkReader, forkRecogniser, forkDetector, ...rest } = options;
  // One at a time: a person works meanwhile.
  const recogniser = createRecogniserHost({ fork: forkRecogniser, processes: 1 });
  const reader = createReaderHost({ fork: forkReader, processes: 2 });
  const detector = createDetectorHost({ fork: forkDetector });
  const deps: Deps = {
    ...rest,
    program: 'Samsyn',
    settings: new SettingsFile(userData),
    sample: { folder: join(userData, 'Exempelprojekt.samsyn'), files: sampleFiles },
    reader,
    recogniser,
    detector,
    now: () => new Date().toISOString(),
    opened: new Set(),
    project: null,
  };
  return {
    handlers,
    deps,
    documentFile: (document) => {
      const { project } = deps;
      if (project === null || findDocument(project.store.db, document) === null) return null;
      return project.blobs.pathOf(document);
    },
    drawing: async (document) => {
      const { project } = deps;
      const found = project === null ? null : findDocument(project.store.db, document);
      // A PDF is its own drawing, and must not wait until it has been read.
      if (project === null || found?.format !== 'image') return null;
      return readDrawing({ reader, blobs: project.blobs, pages: project.pages }, found);
    },
    recognised: (document, page) => {
      const { project } = deps;
      if (project === null || findDocument(project.store.db, document) === null) return null;
      const done = project.pages.scannedPagesOf(document).filter(({ version }) => version > 0);
      if (page === null) return done.map((each) => [each.page, each.version, each.turn]);
      const scanned = done.find((each) => each.page === page);
      const [found] = project.pages.pagesOf(document, page, page);
      if (scanned === undefined || found === undefined) return null;
      return { text: found.text, words: found.words, turn: scanned.turn };
    },
    readPage: async (document, page) => {
      const { project } = deps;
      const found = project === null ? null : findDocument(project.store.db, document);
      if (project === null || found === null) return null;
      const source = { reader, blobs: project.blobs, pages: project.pages };
      const pages = await readPages(source, found, page, page).catch((error: unknown) => {
        if (isAppError(error)) return [];
        throw error;
      });
      const [read] = pages;
      if (read === undefined) return null;
      const { width, height, text, words } = read;
      return { width, height, text, words };
    },
    isWhole: async (document) => (await stateOfOriginal(deps, document)) === 'whole',
    close: async () => {
      await closeProject(deps);
      reader.close();
      recogniser.close();
      detector.close();
      await removeOpened(deps.opened);
      await deps.settings.settled();
    },
  };
}
