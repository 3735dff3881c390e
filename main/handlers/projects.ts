import { join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import type { Handlers } from '../../shared/ipc/contract';
import { verifyProject } from '../store/verify';
import { closeProject, createAndOpen, openFolder, openSample, viewProject } from '../work/projects';
import { type Deps, openProjectOf } from './deps';

export const projects: Handlers<Deps>['projects'] = {
  listRecent: (deps) => deps.settings.listRecent(),
  current: (deps) => (deps.project === null ? null : viewProject(deps.project)),
  createSample: (deps) => openSample(deps),
  create: (deps, { name, parent, codersWanted }) => {
    if (/[\\/:*?"<>|]/.test(name) || [...name].some((sign) => sign < ' ') || /^\.+$/.test(name)) {
      throw new AppError(
        'name-not-allowed',
        `"${name}" cannot be the name of a folder. Leave out \\ / : * ? " < > |.`,
        { name },
      );
    }
    return createAndOpen(deps, join(parent, `${name}.samsyn`), { name, codersWanted });
  },
  open: async (deps, { folder }) => {
    const chosen = folder ?? (await deps.dialogs.chooseProject());
    return chosen === null ? null : openFolder(deps, chosen);
  },
  close: async (deps) => {
    await closeProject(deps);
    deps.settings.rememberClosed();
    return null;
  },
  chooseFolder: (deps) => deps.dialogs.chooseParentFolder(),
  verify: (deps) => {
    const { store, blobs } = openProjectOf(deps);
    return verifyProject(store, { blobs });
  },
  revealFolder: async (deps) => {
    await deps.dialogs.reveal(openProjectOf(deps).store.folder);
    return null;
  },
};
