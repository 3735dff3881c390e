import type { ProjectCounts } from '../../shared/domain/views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable } from './loadable';

/** The numbers beside the navigation. */
export interface CountsSlice {
  counts: Loadable<ProjectCounts>;
  loadCounts(): Promise<void>;
  countsChanged(event: ChangeEvent): void;
}

export const createCountsSlice =
  (api: Api): Slice<CountsSlice> =>
  (set, get) => ({
    counts: IDLE,

    loadCounts: createLoader({
      ask: () => api.agreements.counts(),
      read: () => get().counts,
      write: (counts) => set({ counts }),
      belongsTo: () => get().project.value?.folder,
    }),

    countsChanged: ({ topic }) => {
      if (topic === 'settings' || topic === 'command') return;
      if (get().counts.state !== 'idle') void get().loadCounts();
    },
  });
