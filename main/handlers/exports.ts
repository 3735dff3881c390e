import type { Handlers } from '../../shared/ipc/contract';
import { previewExport, writeDataset } from '../exchange/dataset';
import { type Deps, openProjectOf } from './deps';

export const exports: Handlers<Deps>['exports'] = {
  chooseFolder: (deps) => deps.dialogs.chooseExportFolder(),
  preview: (deps) => previewExport(openProjectOf(deps).store),
  run: (deps, { folder }) => {
    const project = openProjectOf(deps);
    const result = writeDataset(project.store, folder, { version: deps.version });
    project.exportedTo = result.folder;
    return result;
  },
  revealFolder: async (deps) => {
    const { exportedTo } = openProjectOf(deps);
    if (exportedTo !== null) await deps.dialogs.reveal(exportedTo);
    return null;
  },
};
