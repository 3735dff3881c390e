import type { Handlers } from '../../shared/ipc/contract';
import { saveReliabilityTable, summariseReliability } from '../work/reliability';
import { type Deps, codingIn } from './deps';

export const reliability: Handlers<Deps>['reliability'] = {
  summarise: (deps, { proposals }) => {
    const { store, reviewer, longWork } = codingIn(deps);
    return longWork.run('reliability', (slices) =>
      summariseReliability(store, reviewer, proposals, slices),
    );
  },
  saveTable: (deps, { proposals }) => saveReliabilityTable(deps, proposals),
};
