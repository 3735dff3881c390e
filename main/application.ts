import { join } from 'node:path';

import type { Language } from '../shared/domain/codebook';
import type { ChangeEvent } from '../shared/ipc/events';
import type { Dialogs } from './dialogs';
import type { ForkReader } from './documents/reader-child';
import { createReaderHost } from './documents/reader-host';
import { handlers } from './handlers';
import type { Deps } from './handlers/deps';
import { SettingsFile } from './settings';
import { findDocument } from './store/queries/agreements';
import { closeProject } from './work/projects';

export interface ApplicationOptions {
  readonly version: string;
  /** Folder for what belongs to this person on this machine. */
  readonly userData: string;
  /** The files that the sample project is made from. */
  readonly sampleFiles: string;
  readonly language: Language;
  readonly forkReader: ForkReader;
  readonly dialogs: Dialogs;
  readonly publish: (event: ChangeEvent) => void;
}

/** The program behind the window: handlers and what they work with. Holds no Electron. */
export interface Application {
  readonly handlers: typeof handlers;
  readonly deps: Deps;
  /** Where the bytes of a document of the open project lie; `null` for anything else. */
  documentFile(document: string): string | null;
  close(): Promise<void>;
}

export function createApplication(options: ApplicationOptions): Application {
  const { userData, sampleFiles, forkReader, ...rest } = options;
  const reader = createReaderHost({ fork: forkReader, processes: 2 });
  const deps: Deps = {
    ...rest,
    program: 'Samsyn',
    settings: new SettingsFile(userData),
    sample: { folder: join(userData, 'Exempelprojekt.samsyn'), files: sampleFiles },
    reader,
    now: () => new Date().toISOString(),
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
    close: async () => {
      await closeProject(deps);
      reader.close();
    },
  };
}
