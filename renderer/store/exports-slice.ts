import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { ExportPreview, ExportResult } from '../../shared/ipc/shapes';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, type Problem, ready } from './loadable';
import { placeOf } from './settings-slice';

export interface ExportsSlice {
  exports: {
    readonly preview: Loadable<ExportPreview>;
    /** Where the dataset is to be written. */
    readonly folder: string | null;
    readonly result: Loadable<ExportResult>;
    /** Why the folder could not be chosen or shown. */
    readonly problem: Problem | null;
  };
  loadExportPreview(): Promise<void>;
  chooseExportFolder(): Promise<void>;
  /** Writes the dataset; asks for a folder first when none is chosen. */
  runExport(): Promise<void>;
  revealExport(): Promise<void>;
  exportsChanged(event: ChangeEvent): void;
}

/** The folder of the last export of the project is remembered: the next one replaces it. */
const FOLDER = 'export.folder';

export const createExportsSlice =
  (api: Api): Slice<ExportsSlice> =>
  (set, get) => {
    const put = (change: Partial<ExportsSlice['exports']>): void =>
      set((store) => ({ exports: { ...store.exports, ...change } }));

    const load = createLoader({
      ask: () => api.exports.preview(),
      read: () => get().exports.preview,
      write: (preview) => put({ preview }),
      belongsTo: () => get().project.value?.folder,
    });

    return {
      exports: { preview: IDLE, folder: null, result: IDLE, problem: null },

      loadExportPreview: async () => {
        const kept = placeOf(get())[FOLDER];
        if (get().exports.folder === null && typeof kept === 'string') put({ folder: kept });
        await load();
      },

      chooseExportFolder: async () => {
        const reply = await api.exports.chooseFolder();
        if (!reply.ok) put({ problem: reply.error });
        else if (reply.value !== null) put({ folder: reply.value, result: IDLE, problem: null });
      },

      runExport: async () => {
        if (get().exports.result.state === 'loading') return;
        if (get().exports.folder === null) await get().chooseExportFolder();
        const { folder } = get().exports;
        if (folder === null) return;
        const owner = get().project.value?.folder;
        put({ result: { state: 'loading', value: null, problem: null }, problem: null });
        // What was typed last is part of the project, and so of the dataset.
        await get().saveCoding();
        const reply = await api.exports.run({ folder });
        if (get().project.value?.folder !== owner) return;
        if (!reply.ok) {
          put({ result: { state: 'failed', value: null, problem: reply.error } });
          return;
        }
        put({ result: ready(reply.value) });
        get().rememberPlace({ [FOLDER]: folder });
      },

      revealExport: async () => {
        const reply = await api.exports.revealFolder();
        put({ problem: reply.ok ? null : reply.error });
      },

      exportsChanged: ({ topic }) => {
        if (!['codings', 'decisions', 'agreements', 'documents', 'reviewers'].includes(topic))
          return;
        if (get().exports.preview.state === 'idle') return;
        if (get().route.screen === 'export') void get().loadExportPreview();
        else put({ preview: IDLE });
      },
    };
  };
