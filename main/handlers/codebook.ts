import type { Handlers } from '../../shared/ipc/contract';
import { type Deps, codebookOf, openProjectOf } from './deps';

export const codebook: Handlers<Deps>['codebook'] = {
  current: (deps) => codebookOf(openProjectOf(deps).store),
};
