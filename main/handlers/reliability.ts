import type { Handlers } from '../../shared/ipc/contract';
import { summariseReliability } from '../work/reliability';
import { type Deps, codingIn } from './deps';

export const reliability: Handlers<Deps>['reliability'] = {
  summarise: (deps, { proposals }) => {
    const { store, reviewer } = codingIn(deps);
    return summariseReliability(store, reviewer, proposals);
  },
};
