import { AppError } from '../../shared/domain/app-error';
import type { Handlers } from '../../shared/ipc/contract';
import {
  countProject,
  findAgreement,
  listAgreements,
  listDocumentsOf,
} from '../store/queries/agreements';
import { type Deps, codersWantedIn, openProjectOf } from './deps';

export const agreements: Handlers<Deps>['agreements'] = {
  list: (deps, query) => {
    const { store, reviewer } = openProjectOf(deps);
    return listAgreements(store.db, query, reviewer);
  },
  counts: (deps) => {
    const { store, reviewer } = openProjectOf(deps);
    return countProject(store.db, reviewer, codersWantedIn(store));
  },
  get: (deps, { agreement }) => {
    const { store, reviewer } = openProjectOf(deps);
    const row = findAgreement(store.db, agreement, reviewer);
    if (row === null) {
      throw new AppError(
        'agreement-unknown',
        `There is no agreement ${agreement} in this project.`,
        { agreement },
      );
    }
    return { row, documents: listDocumentsOf(store.db, agreement) };
  },
};
