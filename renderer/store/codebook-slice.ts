import type { Codebook } from '../../shared/domain/codebook';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable } from './loadable';

export interface CodebookSlice {
  codebook: Loadable<Codebook>;
  loadCodebook(): Promise<void>;
  codebookChanged(event: ChangeEvent): void;
}

export const createCodebookSlice =
  (api: Api): Slice<CodebookSlice> =>
  (set, get) => ({
    codebook: IDLE,

    loadCodebook: createLoader({
      ask: () => api.codebook.current(),
      read: () => get().codebook,
      write: (codebook) => set({ codebook }),
      belongsTo: () => get().project.value?.folder,
    }),

    codebookChanged: ({ topic }) => {
      if (topic === 'project' && get().codebook.state !== 'idle') void get().loadCodebook();
    },
  });
