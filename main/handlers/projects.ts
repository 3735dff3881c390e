import { dirname, join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { folderNameOf } from '../../shared/domain/project-name';
import type { Handlers } from '../../shared/ipc/contract';
import { verifyProject } from '../store/verify';
import { closeProject, createAndOpen, openFolder, openSample, viewProject } from '../work/projects';
import { type Deps, openProjectOf } from './deps';

export const projects: Handlers<Deps>['projects'] = {
  listRecent: (deps) => deps.settings.listRecent(),
  current: (deps) => (deps.project === null ? null : viewProject(deps.project)),
  createSample: (deps) => openSample(deps),
  create: (deps, { name, parent, codersWanted }) => {
    const folder = folderNameOf(name);
    if (folder === null) {
      throw new AppError(
        'name-not-allowed',
        `"${name}" leaves nothing to call a folder by. Give the project a name with letters or digits.`,
        { name },
      );
    }
    return createAndOpen(deps, join(parent, folder), { name, codersWanted });
  },
  open: async (deps, { folder }) => {
    const chosen = folder ?? (await deps.dialogs.chooseProject());
    return chosen === null ? null : openFolder(deps, chosen);
  },
  close: async (deps) => {
    await closeProject(deps);
    return null;
  },
  suggestFolder: (deps) => {
    const last = deps.settings
      .listRecent()
      .find(({ folder, exists }) => exists && folder !== deps.sample.folder);
    return last === undefined ? deps.dialogs.documentsFolder() : dirname(last.folder);
  },
  chooseFolder: (deps) => deps.dialogs.chooseParentFolder(),
  verify: (deps) => {
    const { store, blobs, longWork } = openProjectOf(deps);
    return longWork.run('verify', (slices) => verifyProject(store, { blobs, slices }));
  },
  stopVerifying: async (deps) => {
    await deps.project?.longWork.stop('verify');
    return null;
  },
  revealFolder: async (deps) => {
    await deps.dialogs.reveal(openProjectOf(deps).store.folder);
    return null;
  },
};
