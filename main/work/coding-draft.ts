import { AppError } from '../../shared/domain/app-error';
import { type Answer, EMPTY_ANSWER, isCoded, isEmpty } from '../../shared/domain/answer';
import { sameAnswer } from '../../shared/domain/answer-changes';
import { mayCode } from '../../shared/domain/blinding';
import type { Codebook } from '../../shared/domain/codebook';
import { type Passage, samePassage } from '../../shared/domain/evidence';
import type { AgreementId, ReviewerId, VariableId } from '../../shared/domain/ids';
import { type Happening, SubmittedAnswer } from '../../shared/domain/journal';
import type { OwnAnswer } from '../../shared/domain/views';
import { codebookOf, codersWantedIn } from '../handlers/deps';
import { newEvidenceId } from '../ids';
import type { ProjectStore } from '../store/project-store';
import { countSubmitted, hasDraft, isSubmitted, listOwnAnswers } from '../store/queries/codings';

/** What is to change in a reviewer's coding of one variable. */
export interface DraftChange {
  readonly variable: VariableId;
  /** The answer to come instead of the one that stands; `null` leaves that one. */
  readonly answer: ((standing: Answer) => Answer) | null;
  readonly passages: readonly Passage[];
}

/** What changes would write, before anything is written. */
interface PreparedDraft {
  readonly happenings: Happening[];
  readonly answers: number;
  readonly evidence: number;
}

/**
 * The happenings by which a reviewer's coding of an agreement comes to hold changes, and with
 * `submit` is handed in as it then stands. What it holds already writes nothing: an answer that is
 * the same, a passage that is attached to the variable, all of a coding that is handed in.
 *
 * Throws `coding-submitted` when a coding that is handed in would change, `coding-revealed` when one
 * would begin too late, and with `submit` `coding-empty` when nothing at all would be answered.
 */
export function prepareDraft(
  store: ProjectStore,
  coding: { agreement: AgreementId; reviewer: ReviewerId },
  changes: readonly DraftChange[],
  { submit }: { submit: boolean },
): PreparedDraft {
  const { agreement, reviewer } = coding;
  const codebook = codebookOf(store);
  const standing = new Map(
    listOwnAnswers(store.db, agreement, reviewer).map((own) => [own.variable, own]),
  );
  const happenings: Happening[] = [];
  let answers = 0;
  let evidence = 0;
  for (const { variable, answer: change, passages } of changes) {
    const own: OwnAnswer = standing.get(variable) ?? {
      variable,
      answer: EMPTY_ANSWER,
      evidence: [],
    };
    const answer = change?.(own.answer) ?? own.answer;
    if (!sameAnswer(answer, own.answer)) {
      const recorded = isEmpty(answer) ? null : answer;
      happenings.push({
        kind: 'answer.recorded',
        payload: { agreement, variable, reviewer, answer: recorded },
      });
      answers += 1;
    }
    const attached = [...own.evidence];
    for (const passage of passages) {
      if (attached.some((each) => samePassage(each.passage, passage))) continue;
      const id = newEvidenceId();
      attached.push({ id, passage });
      happenings.push({
        kind: 'evidence.attached',
        payload: { evidence: id, agreement, variable, reviewer, passage },
      });
      evidence += 1;
    }
    standing.set(variable, { variable, answer, evidence: attached });
  }
  if (happenings.length > 0) refuseIfClosed(store, coding);
  if (submit && !isSubmitted(store.db, agreement, reviewer)) {
    happenings.push({
      kind: 'coding.submitted',
      payload: {
        agreement,
        reviewer,
        codebookVersion: codebook.version,
        answers: answersToSubmit(codebook, [...standing.values()]),
      },
    });
  }
  return { happenings, answers, evidence };
}

/**
 * A draft as it is handed in, in the order of the codebook; what was not touched is left out.
 * Throws `coding-empty` when nothing at all was answered.
 */
export function answersToSubmit(
  codebook: Codebook,
  draft: readonly OwnAnswer[],
): SubmittedAnswer[] {
  const known = new Map(draft.map((own) => [own.variable, own]));
  const answers = codebook.variables.flatMap((variable) => {
    const own = known.get(variable.id);
    return own === undefined || (isEmpty(own.answer) && own.evidence.length === 0)
      ? []
      : [SubmittedAnswer.parse(own)];
  });
  if (answers.some(({ answer }) => isCoded(answer))) return answers;
  throw new AppError(
    'coding-empty',
    'Nothing has been answered yet. Answer at least one variable, or say why it cannot be answered.',
  );
}

/** Throws `coding-submitted` when the coding is handed in. */
export function refuseIfSubmitted(
  store: ProjectStore,
  { agreement, reviewer }: { agreement: AgreementId; reviewer: ReviewerId },
): void {
  if (!isSubmitted(store.db, agreement, reviewer)) return;
  throw new AppError(
    'coding-submitted',
    'This coding has been submitted and stays as it is. Take the submission back first, if it can still be taken back.',
  );
}

/** Whether a reviewer who has not handed in may code an agreement, or go on with it. */
export function isOpenTo(
  store: ProjectStore,
  { agreement, reviewer }: { agreement: AgreementId; reviewer: ReviewerId },
): boolean {
  return mayCode({
    submitted: countSubmitted(store.db, agreement),
    codersWanted: codersWantedIn(store),
    ownDraft: hasDraft(store.db, agreement, reviewer),
  });
}

/**
 * Throws `coding-submitted`, and `coding-revealed` when the reviewer has not begun and may already
 * read what the others answered.
 */
export function refuseIfClosed(
  store: ProjectStore,
  coding: { agreement: AgreementId; reviewer: ReviewerId },
): void {
  refuseIfSubmitted(store, coding);
  if (isOpenTo(store, coding)) return;
  throw new AppError(
    'coding-revealed',
    'The codings of this agreement are revealed; it can no longer be coded blind. Take the next agreement, or settle what differs in this one under Disagreements.',
  );
}
