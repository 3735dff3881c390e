import { AppError } from '../../shared/domain/app-error';
import type { ReviewerId } from '../../shared/domain/ids';
import type { Reviewer } from '../../shared/domain/reviewer';
import type { Handlers } from '../../shared/ipc/contract';
import { listReviewers } from '../store/queries/project';
import { addReviewer, renameReviewer } from '../work/reviewers';
import { type Deps, openProjectOf } from './deps';

export const reviewers: Handlers<Deps>['reviewers'] = {
  list: (deps) => listReviewers(openProjectOf(deps).store.db),
  add: (deps, { name }) => {
    const reviewer = addReviewer(openProjectOf(deps).store, name, deps.now());
    deps.publish({ topic: 'reviewers', agreement: null, command: null });
    return reviewer;
  },
  rename: (deps, { reviewer, name }) => {
    const renamed = renameReviewer(openProjectOf(deps).store, reviewer, name, deps.now());
    deps.publish({ topic: 'reviewers', agreement: null, command: null });
    return renamed;
  },
  choose: (deps, { reviewer }) => {
    const project = openProjectOf(deps);
    const chosen = find(deps, reviewer);
    if (reviewer !== null && chosen === null) {
      throw new AppError('reviewer-unknown', 'That reviewer is not in this project.');
    }
    project.reviewer = reviewer;
    deps.publish({ topic: 'reviewers', agreement: null, command: null });
    return chosen;
  },
  current: (deps) => find(deps, openProjectOf(deps).reviewer),
};

function find(deps: Deps, id: ReviewerId | null): Reviewer | null {
  const { store } = openProjectOf(deps);
  return listReviewers(store.db).find((reviewer) => reviewer.id === id) ?? null;
}
