import { AppError } from '../../shared/domain/app-error';
import type { Handlers } from '../../shared/ipc/contract';
import { previewExport, writeDataset } from '../exchange/dataset';
import { listBlindTo } from '../store/queries/codings';
import { type Deps, type OpenProject, openProjectOf } from './deps';

export const exports: Handlers<Deps>['exports'] = {
  chooseFolder: (deps) => deps.dialogs.chooseExportFolder(),
  preview: (deps) => previewExport(openProjectOf(deps).store),
  run: async (deps, { folder }) => {
    const project = openProjectOf(deps);
    const { version } = deps;
    const result = await project.longWork.run('export', (slices) => {
      refuseIfBlind(project);
      return writeDataset(project.store, folder, { version, slices });
    });
    project.exportedTo = result.folder;
    return result;
  },
  revealFolder: async (deps) => {
    const { exportedTo } = openProjectOf(deps);
    if (exportedTo !== null) await deps.dialogs.reveal(exportedTo);
    return null;
  },
};

/**
 * A dataset holds every revealed coding, so nobody writes one who has a draft of such an agreement.
 * Leaving those agreements out would give different datasets of the same project.
 */
function refuseIfBlind({ store, reviewer }: OpenProject): void {
  const [blind, ...more] = reviewer === null ? [] : listBlindTo(store.db, reviewer);
  if (blind === undefined) return;
  const agreement = blind.number;
  throw new AppError(
    'export-blind',
    `The dataset would show you the others' codings of agreement ${agreement}, which you have begun to code. Submit your coding first, or let somebody else export.`,
    { agreement, more: more.length },
  );
}
