import type { MissingKind, Value } from '../../shared/domain/answer';
import { fitsVariable } from '../../shared/domain/answer';
import { AppError } from '../../shared/domain/app-error';
import { mayReadCodings } from '../../shared/domain/blinding';
import { variableOf } from '../../shared/domain/codebook';
import { needsRationale, originOf } from '../../shared/domain/decision';
import type { AgreementId, ReviewerId } from '../../shared/domain/ids';
import type { Happening } from '../../shared/domain/journal';
import { answersTo, originOfAgreed, readingsApart, standingOf } from '../../shared/domain/standing';
import { type Steps, toItsEnd } from '../../shared/domain/steps';
import type { DisagreementView } from '../../shared/domain/views';
import { codebookOf, codersWantedIn } from '../handlers/deps';
import { Slices } from '../slices';
import type { Author, ProjectStore, ReadProject } from '../store/project-store';
import { findAgreement } from '../store/queries/agreements';
import { listDocumentsOf, listElsewhere } from '../store/queries/documents';
import { countSubmitted, hasDraft } from '../store/queries/codings';
import {
  listDecisions,
  listFormerDecisions,
  listRevealedAgreements,
} from '../store/queries/decisions';
import { countEntries } from '../store/queries/journal';
import { listReviewers } from '../store/queries/project';
import { type Submission, listSubmissions } from '../store/queries/submissions';
import { withSnapshot } from '../store/snapshot';

/**
 * The codings of an agreement side by side, with verdicts and decisions.
 *
 * This is where blinding is kept: throws `coding-blind` until as many codings as wanted have been
 * handed in, and to a reviewer whose own coding of the agreement is still a draft.
 */
export function viewDisagreements(
  store: ProjectStore,
  agreement: AgreementId,
  viewer: ReviewerId | null,
): DisagreementView {
  const { db } = store;
  const row = findAgreement(db, agreement, viewer);
  if (row === null) {
    throw new AppError('agreement-unknown', `There is no agreement ${agreement} in this project.`, {
      agreement,
    });
  }
  const submissions = revealedSubmissions(store, agreement, viewer);
  const reviewers = new Map(listReviewers(db).map((reviewer) => [reviewer.id, reviewer]));
  const decisions = new Map(listDecisions(db, agreement).map((each) => [each.variable, each]));
  const former = new Map(listFormerDecisions(db, agreement).map((each) => [each.variable, each]));
  return {
    agreement,
    number: row.number,
    documents: listDocumentsOf(db, agreement),
    elsewhere: listElsewhere(
      db,
      agreement,
      submissions.flatMap(({ answers }) =>
        answers.flatMap(({ evidence }) => evidence.map(({ passage }) => passage.document)),
      ),
    ),
    codings: submissions.map((submission) => ({
      submission: submission.id,
      reviewer: reviewers.get(submission.reviewer) ?? {
        id: submission.reviewer,
        name: submission.reviewer,
        colour: 8,
      },
      submittedAt: submission.submittedAt,
      codebookVersion: submission.codebookVersion,
      answers: submission.answers,
    })),
    variables: codebookOf(store).variables.map((variable) => ({
      variable: variable.id,
      ...standingOf(variable, submissions),
      decision: decisions.get(variable.id) ?? null,
      former: former.get(variable.id) ?? null,
    })),
  };
}

/** Whether somebody may read the codings of an agreement; `null` stands for nobody in particular. */
export function mayRead(
  store: ReadProject,
  agreement: AgreementId,
  viewer: ReviewerId | null,
): boolean {
  return mayReadCodings({
    submitted: countSubmitted(store.db, agreement),
    codersWanted: codersWantedIn(store),
    ownDraft: viewer !== null && hasDraft(store.db, agreement, viewer),
  });
}

/** The codings that were handed in, if the viewer may read them; refuses with `coding-blind`. */
function revealedSubmissions(
  store: ReadProject,
  agreement: AgreementId,
  viewer: ReviewerId | null,
): Submission[] {
  const submissions = listSubmissions(store.db, agreement);
  if (!mayRead(store, agreement, viewer)) {
    throw new AppError(
      'coding-blind',
      'The codings of this agreement are still blind to each other: they are shown when everyone who codes it has submitted.',
      { submitted: submissions.length },
    );
  }
  return submissions;
}

/** A decision as a person makes it. */
interface Choice {
  readonly variable: string;
  readonly value: Value | null;
  readonly missing: MissingKind | null;
  readonly rationale: string;
  readonly decidedBy: readonly ReviewerId[];
}

/**
 * The happening that settles one variable of an agreement; writes nothing yet, so that a whole table
 * of decisions can be checked first. The codings stay as they were handed in.
 *
 * Throws `coding-blind`, `variable-unknown`, `value-does-not-fit`, `decision-empty`,
 * `rationale-missing` or `reviewer-unknown`.
 */
export function settle(
  store: ProjectStore,
  agreement: AgreementId,
  choice: Choice,
  viewer: ReviewerId | null,
): Happening {
  const submissions = revealedSubmissions(store, agreement, viewer);
  const variable = variableOf(codebookOf(store), choice.variable);
  if (variable === undefined) {
    throw new AppError('variable-unknown', `The codebook has no variable "${choice.variable}".`, {
      variable: choice.variable,
    });
  }
  const label = variable.label.en;
  if ((choice.value === null) === (choice.missing === null)) {
    throw new AppError('decision-empty', `Choose a value or a kind of missing for "${label}".`, {
      variable: variable.id,
    });
  }
  if (choice.value !== null && !fitsVariable(variable, choice.value)) {
    throw new AppError('value-does-not-fit', `That value does not fit the variable "${label}".`, {
      variable: variable.id,
    });
  }
  const { verdict } = standingOf(variable, submissions);
  if (
    needsRationale({ variable, verdict, choice, codings: submissions }) &&
    choice.rationale.trim() === ''
  ) {
    throw new AppError(
      'rationale-missing',
      `Say why "${label}" is decided as it is: ${verdict === 'disputed' ? 'the reviewers differ' : 'not every reviewer says so'}.`,
      { variable: variable.id },
    );
  }
  const known = new Set(listReviewers(store.db).map((reviewer) => reviewer.id));
  if (choice.decidedBy.length === 0 || !choice.decidedBy.every((id) => known.has(id))) {
    throw new AppError('reviewer-unknown', 'Say which of the reviewers decide.');
  }
  // Nobody decides on an agreement whose codings they must not see yet, whoever asks.
  for (const decider of choice.decidedBy) revealedSubmissions(store, agreement, decider);
  return {
    kind: 'decision.settled',
    payload: {
      agreement,
      variable: variable.id,
      value: choice.value,
      missing: choice.missing,
      origin: originOf(
        submissions.map((submission) => submission.reviewer),
        choice.decidedBy,
      ),
      rationale: choice.rationale.trim(),
      decidedBy: [...choice.decidedBy],
      settles: submissions.map((submission) => submission.id),
    },
  };
}

/** What the one step settles: everything that is agreed and open, of one agreement or of all, found at once. */
export function settleAgreed(
  store: ProjectStore,
  agreement: AgreementId | null,
  viewer: ReviewerId | null,
): Happening[] {
  return toItsEnd(agreedSteps(store, agreement, viewer)).map(({ happening }) => happening);
}

/**
 * Settles everything that is agreed and open, of all agreements: all of it in one step, or nothing.
 * What that is is found in slices; where something is written meanwhile, it is found anew at once.
 *
 * Throws as `append`, and what the slices end with; then nothing was written.
 *
 * @returns what was written.
 */
export async function settleAllAgreed(
  store: ProjectStore,
  author: Author,
  slices = new Slices(),
): Promise<Happening[]> {
  const found = await withSnapshot(store, async (then) => ({
    entries: countEntries(then.db),
    agreed: await slices.run(agreedSteps(then, null, author.reviewer)),
  }));
  const happenings =
    countEntries(store.db) === found.entries
      ? found.agreed.map(({ happening }) => happening)
      : settleAgreed(store, null, author.reviewer);
  store.append(happenings, author);
  return happenings;
}

/** How much the one step would settle, and how much of it differs in what is no disagreement. */
interface AgreedCount {
  readonly agreements: number;
  readonly decisions: number;
  /** Of the decisions: the readings differ in something that is only shown. */
  readonly apart: number;
}

/** Counts what `settleAgreed` would settle, without settling it: as it is when this begins, in slices. */
export async function countAgreed(
  store: ReadProject,
  agreement: AgreementId | null,
  viewer: ReviewerId | null,
  slices = new Slices(),
): Promise<AgreedCount> {
  const agreed = await withSnapshot(store, (then) =>
    slices.run(agreedSteps(then, agreement, viewer)),
  );
  return {
    agreements: new Set(agreed.map((each) => each.agreement)).size,
    decisions: agreed.length,
    apart: agreed.filter(({ isApart }) => isApart).length,
  };
}

interface Agreed {
  readonly agreement: AgreementId;
  readonly happening: Happening;
  readonly isApart: boolean;
}

function* agreedSteps(
  store: ReadProject,
  agreement: AgreementId | null,
  viewer: ReviewerId | null,
): Steps<Agreed[]> {
  const agreements =
    agreement === null
      ? listRevealedAgreements(store.db, { includeSettled: false, reviewer: viewer }).map(
          (row) => row.agreement,
        )
      : [agreement];
  const agreed: Agreed[] = [];
  for (const each of agreements) {
    agreed.push(...agreedOf(store, each, viewer));
    yield;
  }
  return agreed;
}

function agreedOf(store: ReadProject, agreement: AgreementId, viewer: ReviewerId | null): Agreed[] {
  const submissions = revealedSubmissions(store, agreement, viewer);
  const settledAlready = new Set(listDecisions(store.db, agreement).map((each) => each.variable));
  return codebookOf(store).variables.flatMap((variable): Agreed[] => {
    const { proposal } = standingOf(variable, submissions);
    if (proposal === null || settledAlready.has(variable.id)) return [];
    const happening: Happening = {
      kind: 'decision.settled',
      payload: {
        agreement,
        variable: variable.id,
        ...proposal,
        origin: originOfAgreed(submissions.length),
        rationale: '',
        decidedBy: answersTo(variable, submissions)
          .filter(({ answer }) => answer !== null)
          .map(({ reviewer }) => reviewer),
        settles: submissions.map((submission) => submission.id),
      },
    };
    return [{ agreement, happening, isApart: readingsApart(variable, submissions).length > 0 }];
  });
}

/** The happening that opens a settled variable again. Throws `decision-unknown`. */
export function withdraw(
  store: ProjectStore,
  agreement: AgreementId,
  variable: string,
  viewer: ReviewerId | null,
): Happening {
  revealedSubmissions(store, agreement, viewer);
  const decision = listDecisions(store.db, agreement).find((each) => each.variable === variable);
  if (decision === undefined) {
    throw new AppError('decision-unknown', 'That variable has no decision to take back.', {
      variable,
    });
  }
  return { kind: 'decision.withdrawn', payload: { agreement, variable: decision.variable } };
}
