import { foldName } from '../../shared/domain/actor';
import { AppError } from '../../shared/domain/app-error';
import type { ReviewerId } from '../../shared/domain/ids';
import type { Reviewer } from '../../shared/domain/reviewer';
import { newReviewerId } from '../ids';
import type { ProjectStore } from '../store/project-store';
import { listReviewers } from '../store/queries/project';

const COLOURS = 8;

/** Adds a reviewer with the next free colour. Throws `reviewer-name-taken`: names tell reviewers apart. */
export function addReviewer(store: ProjectStore, name: string, at: string): Reviewer {
  const [reviewer] = addReviewers(store, [name], at);
  if (reviewer === undefined) throw new Error('Adding a reviewer gave none');
  return reviewer;
}

/** Adds several in one step, or none of them: as `addReviewer`. */
export function addReviewers(
  store: ProjectStore,
  names: readonly string[],
  at: string,
): Reviewer[] {
  const reviewers = listReviewers(store.db);
  const added: Reviewer[] = [];
  for (const name of names) {
    const all = [...reviewers, ...added];
    refuseTaken(all, name);
    added.push({ id: newReviewerId(), name: name.trim(), colour: leastUsedColour(all) });
  }
  store.append(
    added.map((payload) => ({ kind: 'reviewer.added', payload })),
    { reviewer: null, at },
  );
  return added;
}

/**
 * Gives a reviewer another name; everything they did stays theirs. The name they have already changes
 * nothing. Throws `reviewer-unknown`, and `reviewer-name-taken` when another one is called so.
 */
export function renameReviewer(
  store: ProjectStore,
  id: ReviewerId,
  name: string,
  at: string,
): Reviewer {
  const reviewers = listReviewers(store.db);
  const reviewer = reviewers.find((each) => each.id === id);
  if (reviewer === undefined) {
    throw new AppError('reviewer-unknown', 'That reviewer is not in this project.');
  }
  refuseTaken(
    reviewers.filter((each) => each.id !== id),
    name,
  );
  const renamed = { ...reviewer, name: name.trim() };
  if (renamed.name === reviewer.name) return reviewer;
  store.append([{ kind: 'reviewer.renamed', payload: renamed }], { reviewer: null, at });
  return renamed;
}

function refuseTaken(reviewers: readonly Reviewer[], name: string): void {
  if (!reviewers.some((reviewer) => foldName(reviewer.name) === foldName(name))) return;
  throw new AppError(
    'reviewer-name-taken',
    `There is already a reviewer called "${name}". Choose another name, or choose that reviewer.`,
    { name },
  );
}

/** The reviewer with that name, in any case. Throws `reviewer-unknown`, naming those there are. */
export function reviewerByName(store: ProjectStore, name: string): Reviewer {
  const reviewers = listReviewers(store.db);
  const found = reviewers.find((reviewer) => foldName(reviewer.name) === foldName(name));
  if (found !== undefined) return found;
  const names = reviewers.map((reviewer) => reviewer.name).join(', ');
  throw new AppError(
    'reviewer-unknown',
    `There is no reviewer called "${name}". ${names === '' ? 'Add one first.' : `There are: ${names}.`}`,
    { name },
  );
}

function leastUsedColour(reviewers: readonly Reviewer[]): number {
  const uses = Array.from({ length: COLOURS }, (_, index) => ({
    colour: index + 1,
    count: reviewers.filter((reviewer) => reviewer.colour === index + 1).length,
  }));
  return uses.reduce((least, each) => (each.count < least.count ? each : least)).colour;
}
