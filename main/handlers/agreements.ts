import type { Handlers } from '../../shared/ipc/contract';
import { listAgreements } from '../store/queries/agreements';
import { listDocumentsOf } from '../store/queries/documents';
import { countProject } from '../store/queries/project-counts';
import { agreementIn } from '../work/agreements';
import { listOpenPairs } from '../work/comparisons';
import { scanTroublesIn } from '../work/recognition';
import { type Deps, codersWantedIn, openProjectOf } from './deps';

export const agreements: Handlers<Deps>['agreements'] = {
  list: (deps, query) => {
    const project = openProjectOf(deps);
    const { total, rows } = listAgreements(project.store.db, query, project.reviewer);
    const shown = rows.map(({ id }) => id);
    const troubles = scanTroublesIn(project, shown);
    return {
      total,
      rows: rows.map((row) => {
        const scan = troubles.get(row.id);
        return scan === undefined ? row : { ...row, scan };
      }),
    };
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
