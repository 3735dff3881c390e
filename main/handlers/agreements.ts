import type { Handlers } from '../../shared/ipc/contract';
import { countProject, listAgreements, listDocumentsOf } from '../store/queries/agreements';
import { agreementIn } from '../work/agreements';
import { listOpenPairs } from '../work/comparisons';
import { type Deps, codersWantedIn, openProjectOf } from './deps';

export const agreements: Handlers<Deps>['agreements'] = {
  list: (deps, query) => {
    const { store, reviewer } = openProjectOf(deps);
    return listAgreements(store.db, query, reviewer);
  },
  counts: (deps) => {
    const project = openProjectOf(deps);
    const { store, reviewer } = project;
    const counts = countProject(store.db, reviewer, codersWantedIn(store));
    return { ...counts, openPairs: listOpenPairs(project).length };
  },
  get: (deps, { agreement }) => {
    const { store, reviewer } = openProjectOf(deps);
    const row = agreementIn(store, agreement, reviewer);
    return { row, documents: listDocumentsOf(store.db, agreement) };
  },
};
