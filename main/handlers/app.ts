import type { Handlers } from '../../shared/ipc/contract';
import type { Deps } from './deps';

export const app: Handlers<Deps>['app'] = {
  about: (deps) => ({ version: deps.version, language: deps.language }),
  readSettings: (deps) => deps.settings.read(),
  changeSettings: async (deps, changes) => {
    const settings = await deps.settings.change(changes);
    // Where panes and screens stand is the window's own news; only what others follow is told.
    if (changes.language !== undefined || changes.theme !== undefined) {
      deps.publish({ topic: 'settings', agreement: null, command: null });
    }
    return settings;
  },
};
