import { dirname } from 'node:path';

import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';

import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import { type CodedUnit, reliabilitySteps } from '../../shared/domain/reliability/reliability';
import type { ProposalFilter } from '../../shared/domain/proposal-views';
import { answersTo } from '../../shared/domain/standing';
import type { Steps } from '../../shared/domain/steps';
import type { contract } from '../../shared/ipc/contract';
import { reliabilityTable } from '../exchange/reliability-table';
import { codebookOf, codingIn, type Deps } from '../handlers/deps';
import { Slices } from '../slices';
import type { Db } from '../store/connection';
import type { ProjectStore } from '../store/project-store';
import { hasDraft } from '../store/queries/codings';
import { listAgreementsByNumber } from '../store/queries/dataset';
import { listShown } from '../store/queries/proposals';
import { listReviewers } from '../store/queries/project';
import { storageError } from '../store/storage-error';
import { type Submission, listSubmissions } from '../store/queries/submissions';
import { withSnapshot } from '../store/snapshot';
import { refuseInside } from './originals';

export type ReliabilitySummary = z.output<typeof contract.reliability.summarise.output>;

/**
 * How well the codings agree, variable by variable: over the agreements whose codings are revealed
 * and that two or more have coded, from the codings as they were handed in. What is settled later
 * changes none of it.
 *
 * `proposals` keeps to agreements for which none, or at least one, of those who coded it was shown
 * what the detector proposes: proposals pull readers together, so their figures are told apart.
 *
 * Agreements that `viewer` has a draft of are left out: the figures would tell how the others coded
 * them. `null`: nobody in particular asks.
 *
 * The codings are those of the moment in which this begins. The intervals of a large project take a
 * while: it goes on in slices.
 */
export async function summariseReliability(
  store: ProjectStore,
  viewer: ReviewerId | null = null,
  proposals: ProposalFilter = 'all',
  slices = new Slices(),
): Promise<ReliabilitySummary> {
  const codebook = codebookOf(store);
  const reviewers = listReviewers(store.db);
  const { everyDoubleCoded, shown } = await withSnapshot(store, async ({ db }) => ({
    everyDoubleCoded: await slices.run(doubleCodedSteps(db, viewer)),
    shown: listShown(db),
  }));
  const hadProposals = ({ agreement, submissions }: DoubleCoded) =>
    submissions.some(({ reviewer }) => shown.has(`${agreement}/${reviewer}`));
  const withProposals = everyDoubleCoded.filter(hadProposals);
  const doubleCoded =
    proposals === 'all'
      ? everyDoubleCoded
      : everyDoubleCoded.filter((each) => hadProposals(each) === (proposals === 'with'));
  const readers = new Set(
    doubleCoded.flatMap(({ submissions }) => submissions.map(({ reviewer }) => reviewer)),
  );
  const summary = {
    agreements: doubleCoded.length,
    byProposals: {
      all: everyDoubleCoded.length,
      without: everyDoubleCoded.length - withProposals.length,
      with: withProposals.length,
    },
    reviewers: reviewers.filter(({ id }) => readers.has(id)),
    codebookVersion: codebook.version,
  };
  const variables: ReliabilitySummary['variables'] = [];
  for (const variable of codebook.variables) {
    const units = doubleCoded.map(({ agreement, submissions }): CodedUnit => ({
      agreement,
      answers: answersTo(variable, submissions),
    }));
    variables.push(await slices.run(reliabilitySteps(variable, units)));
  }
  return { ...summary, variables };
}

interface DoubleCoded {
  readonly agreement: AgreementId;
  readonly submissions: readonly Submission[];
}

/** The agreements whose codings are revealed, also to the viewer, and that two or more have coded. */
function* doubleCodedSteps(db: Db, viewer: ReviewerId | null): Steps<DoubleCoded[]> {
  const found: DoubleCoded[] = [];
  for (const { id: agreement, revealed } of listAgreementsByNumber(db)) {
    yield;
    if (!revealed || (viewer !== null && hasDraft(db, agreement, viewer))) continue;
    const submissions = listSubmissions(db, agreement);
    if (submissions.length >= 2) found.push({ agreement, submissions });
  }
  return found;
}

/** Writes a file whole or not at all. */
type WriteWhole = (path: string, content: string) => Promise<void>;
const writeWhole: WriteWhole = (path, content) => writeFileAtomic(path, content);

/**
 * Saves the figures as a table where the person says; `null` when they changed their mind.
 *
 * They are those that the person may see. Throws `copy-inside-project`, `disk-full` and `not-writable`;
 * a file of that name is then as it was.
 */
export async function saveReliabilityTable(
  deps: Deps,
  proposals: ProposalFilter,
  write: WriteWhole = writeWhole,
): Promise<string | null> {
  const { store, reviewer, longWork } = codingIn(deps);
  const codebook = codebookOf(store);
  const summary = await longWork.run('reliability-table', (slices) =>
    summariseReliability(store, reviewer, proposals, slices),
  );
  const table = reliabilityTable(summary, codebook);
  const path = await deps.dialogs.chooseTable(
    proposals === 'all' ? 'reliability.csv' : `reliability-${proposals}-proposals.csv`,
  );
  if (path === null) return null;
  refuseInside(store.folder, path);
  try {
    await write(path, table);
  } catch (error) {
    throw storageError(error, dirname(path));
  }
  return path;
}
