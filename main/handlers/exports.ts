import type { Handlers } from '../../shared/ipc/contract';
import { previewExport, writeDataset } from '../exchange/dataset';
import { type Deps, openProjectOf } from './deps';

export const exports: Handlers<Deps>['exports'] = {
  chooseFolder: (deps) => deps.dialogs.chooseExportFolder(),
  preview: (deps) => previewExport(openProjectOf(deps).store),
  run: (deps, { folder }) =>
    writeDataset(openProjectOf(deps).store, folder, { version: deps.version }),
};
