import type { Handlers } from '../../shared/ipc/contract';
import { listRelated } from '../store/queries/comparisons';
import { listPairs, openPair, say, takeBack, templateOf, viewPair } from '../work/comparisons';
import { type Deps, codingIn, openProjectOf } from './deps';

/** Documents that are alike. Only their texts are shown, never what anybody coded. */
export const comparisons: Handlers<Deps>['comparisons'] = {
  list: (deps, query) => {
    const project = openProjectOf(deps);
    return { ...listPairs(project, query), progress: project.comparer.progress };
  },
  open: (deps, { a, b }) => openPair({ ...openProjectOf(deps), reader: deps.reader }, a, b),
  template: (deps, { document }) =>
    templateOf({ ...openProjectOf(deps), reader: deps.reader }, document),
  say: (deps, { a, b, relation, note }) => {
    const project = codingIn(deps);
    const { store, reviewer } = project;
    const happening = say(store, { one: a, other: b, relation, note });
    store.append([happening], { reviewer, at: deps.now() });
    deps.publish({ topic: 'comparisons', agreement: null, command: null });
    return viewPair(project, a, b);
  },
  takeBack: (deps, { a, b }) => {
    const project = codingIn(deps);
    const { store, reviewer } = project;
    store.append(takeBack(store, a, b), { reviewer, at: deps.now() });
    deps.publish({ topic: 'comparisons', agreement: null, command: null });
    return viewPair(project, a, b);
  },
  ofAgreement: (deps, { agreement }) => listRelated(openProjectOf(deps).store.db, agreement),
};
