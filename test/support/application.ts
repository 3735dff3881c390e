import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Reply } from '../../shared/ipc/contract';
import {
  type Application,
  type ApplicationOptions,
  createApplication,
} from '../../main/application';
import { dispatch } from '../../main/ipc/dispatch';

/** The program behind the window, on a user folder of its own, called as the window calls it. */
export interface TestApplication {
  readonly application: Application;
  readonly home: string;
  /** A call over the boundary, with whatever a window might send. */
  call(topic: string, name: string, input?: unknown): Promise<Reply<unknown>>;
  /** The same, for when it must succeed. */
  ask<T>(topic: string, name: string, input?: unknown): Promise<T>;
  close(): Promise<void>;
}

export function anApplication({
  forkReader,
  dialogs,
}: {
  forkReader?: ApplicationOptions['forkReader'];
  dialogs?: Partial<ApplicationOptions['dialogs']>;
} = {}): TestApplication {
  const home = mkdtempSync(join(tmpdir(), 'samsyn-application-'));
  const application = createApplication({
    version: '0.0.0',
    userData: join(home, 'user'),
    sampleFiles: join(home, 'samples'),
    language: 'en',
    forkReader:
      forkReader ??
      (() => {
        throw new Error('No document is read in this test');
      }),
    forkRecogniser: () => {
      throw new Error('No page is recognised in this test');
    },
    forkDetector: () => {
      throw new Error('Nothing is proposed in this test');
    },
    dialogs: {
      chooseProject: () => Promise.resolve(null),
      documentsFolder: () => home,
      chooseParentFolder: () => Promise.resolve(null),
      chooseDocuments: () => Promise.resolve([]),
      chooseExportFolder: () => Promise.resolve(null),
      chooseCopy: () => Promise.resolve(null),
      chooseTable: () => Promise.resolve(null),
      openInSystem: () => Promise.resolve(null),
      reveal: () => Promise.resolve(),
      ...dialogs,
    },
    publish: () => {},
  });
  const { handlers, deps } = application;
  const call = (topic: string, name: string, input?: unknown) =>
    dispatch(handlers, deps, topic, name, input);
  return {
    application,
    home,
    call,
    ask: async <T>(topic: string, name: string, input?: unknown) => {
      const reply = await call(topic, name, input);
      if (!reply.ok)
        throw new Error(`${topic}.${name}: ${reply.error.code} ${reply.error.message}`);
      return reply.value as T;
    },
    close: async () => {
      await application.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
