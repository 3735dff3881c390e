import type { Handlers } from '../../shared/ipc/contract';
import { searchPassages } from '../work/search';
import { searchAnswers } from '../work/search-answers';
import { type Deps, type OpenProject, openProjectOf } from './deps';

/** The search for answers that each project has under way: a newer one ends it. */
const underWay = new WeakMap<OpenProject, AbortController>();

export const search: Handlers<Deps>['search'] = {
  passages: (deps, query) => {
    const { store, pages, reviewer, indexing } = openProjectOf(deps);
    const { waitingDocuments } = indexing;
    return searchPassages({ store, pages, reviewer, waitingDocuments }, query);
  },
  answers: (deps, { text, language }) => {
    const project = openProjectOf(deps);
    underWay.get(project)?.abort();
    const controller = new AbortController();
    underWay.set(project, controller);
    const { store, reviewer } = project;
    return searchAnswers({ store, reviewer, language, signal: controller.signal }, text);
  },
};
