import { AppError } from '../../shared/domain/app-error';
import { type Answer, fitsVariable, isEmpty } from '../../shared/domain/answer';
import { mayReopen } from '../../shared/domain/blinding';
import { type Variable, variableOf } from '../../shared/domain/codebook';
import type { Evidence, Passage } from '../../shared/domain/evidence';
import type { AgreementId, EntryId, EvidenceId, ReviewerId } from '../../shared/domain/ids';
import { type Happening, entryIdOf } from '../../shared/domain/journal';
import type { CodingView } from '../../shared/domain/views';
import { codebookOf, codersWantedIn } from '../handlers/deps';
import { newEvidenceId } from '../ids';
import type { ProjectStore } from '../store/project-store';
import { findAgreement } from '../store/queries/agreements';
import { findDocument, listDocumentsOf, listElsewhere } from '../store/queries/documents';
import {
  countSubmitted,
  findAnswer,
  findEvidence,
  isSubmitted,
  listOwnAnswers,
} from '../store/queries/codings';
import { answersToSubmit, isOpenTo, refuseIfClosed, refuseIfSubmitted } from './coding-draft';
import { historyOf, takeBack } from './history';

/** Who codes what, and when: the same for every step of a coding. */
export interface CodingStep {
  readonly store: ProjectStore;
  readonly agreement: AgreementId;
  readonly reviewer: ReviewerId;
  readonly at: string;
}

/** The reviewer's own coding of an agreement. Holds nothing of any other's. */
export function viewCoding(step: Omit<CodingStep, 'at'>): CodingView {
  const { store, agreement, reviewer } = step;
  const row = findAgreement(store.db, agreement, reviewer);
  if (row === null) {
    throw new AppError('agreement-unknown', `There is no agreement ${agreement} in this project.`, {
      agreement,
    });
  }
  const ownSubmitted = isSubmitted(store.db, agreement, reviewer);
  const submitted = countSubmitted(store.db, agreement);
  const codersWanted = codersWantedIn(store);
  const past = historyOf(store, agreement, reviewer);
  const answers = listOwnAnswers(store.db, agreement, reviewer);
  return {
    agreement,
    number: row.number,
    documents: listDocumentsOf(store.db, agreement),
    elsewhere: listElsewhere(
      store.db,
      agreement,
      answers.flatMap(({ evidence }) => evidence.map(({ passage }) => passage.document)),
    ),
    reviewer,
    state: ownSubmitted ? 'submitted' : 'draft',
    canReopen: mayReopen({ ownSubmitted, submitted, codersWanted }),
    isClosed: !ownSubmitted && !isOpenTo(store, { agreement, reviewer }),
    answers,
    undo: past.undo,
    redo: past.redo,
    submitted,
    codersWanted,
  };
}

/**
 * Records an answer; `null` or an empty one takes it away. An answer that is there already writes
 * nothing.
 *
 * Throws `agreement-unknown`, `coding-submitted`, `coding-revealed`, `variable-unknown` or
 * `value-does-not-fit`.
 */
export function recordAnswer(step: CodingStep, variable: string, answer: Answer | null): void {
  const { store, agreement, reviewer } = step;
  const found = draftVariable(step, variable);
  if (answer?.value != null && !fitsVariable(found, answer.value)) {
    throw new AppError(
      'value-does-not-fit',
      `That value does not fit the variable "${found.label.en}".`,
      { variable },
    );
  }
  const next = answer === null || isEmpty(answer) ? null : answer;
  const before = findAnswer(store.db, agreement, reviewer, variable);
  if (JSON.stringify(before) === JSON.stringify(next)) return;
  write(step, {
    kind: 'answer.recorded',
    payload: { agreement, variable: found.id, reviewer, answer: next },
  });
}

/**
 * Attaches a passage to a variable. Throws as `recordAnswer`, and `document-not-of-agreement`.
 */
export function attachEvidence(step: CodingStep, variable: string, passage: Passage): Evidence {
  const { store, agreement, reviewer } = step;
  const found = draftVariable(step, variable);
  const document = findDocument(store.db, passage.document);
  if (document?.agreement !== agreement || passage.page > document.pageCount) {
    throw new AppError(
      'document-not-of-agreement',
      'That passage is not from a document of this agreement.',
      { page: passage.page },
    );
  }
  const id = newEvidenceId();
  write(step, {
    kind: 'evidence.attached',
    payload: { evidence: id, agreement, variable: found.id, reviewer, passage },
  });
  return { id, passage };
}

/** Removes one's own evidence. Throws `coding-submitted` or `evidence-unknown`. */
export function removeEvidence(step: CodingStep, evidence: EvidenceId): void {
  const { store, agreement, reviewer } = step;
  refuseIfSubmitted(step.store, step);
  const found = findEvidence(store.db, agreement, reviewer, evidence);
  if (found === null) {
    throw new AppError('evidence-unknown', 'That passage is not attached any more.');
  }
  write(step, {
    kind: 'evidence.removed',
    payload: { evidence, agreement, variable: found.variable, reviewer },
  });
}

/** Takes back the last step of one's own coding; nothing to take back is not an error. */
export function undo(step: CodingStep): void {
  refuseIfSubmitted(step.store, step);
  const id = historyOf(step.store, step.agreement, step.reviewer).undo;
  if (id !== null) write(step, takeBack(step, id, 'undo'));
}

/** Brings back the step that was taken back last. */
export function redo(step: CodingStep): void {
  refuseIfSubmitted(step.store, step);
  const id = historyOf(step.store, step.agreement, step.reviewer).redo;
  if (id !== null) write(step, takeBack(step, id, 'redo'));
}

/**
 * Hands in the coding as it stands: the answers go into the entry itself, so nothing that is
 * recorded later can change them. Variables without an answer are *not coded* in it.
 *
 * Throws `coding-submitted`, `coding-revealed`, or `coding-empty` when nothing at all was answered.
 */
export function submitCoding(step: CodingStep): EntryId {
  const { store, agreement, reviewer } = step;
  viewCoding(step);
  refuseIfClosed(store, step);
  const codebook = codebookOf(store);
  const answers = answersToSubmit(codebook, listOwnAnswers(store.db, agreement, reviewer));
  const [entry] = store.append(
    [
      {
        kind: 'coding.submitted',
        payload: { agreement, reviewer, codebookVersion: codebook.version, answers },
      },
    ],
    { reviewer, at: step.at },
  );
  if (entry === undefined) throw new Error('A submission gave no entry');
  return entryIdOf(entry);
}

/** Takes a submission back while nobody can have seen it. Throws `coding-seen`. */
export function reopenCoding(step: CodingStep): void {
  const view = viewCoding(step);
  if (!view.canReopen) {
    throw new AppError(
      'coding-seen',
      'This coding can no longer be taken back: the codings of this agreement have been revealed to each other. Settle what differs under Disagreements.',
    );
  }
  write(step, {
    kind: 'coding.reopened',
    payload: { agreement: step.agreement, reviewer: step.reviewer },
  });
}

function draftVariable(step: CodingStep, variable: string): Variable {
  if (findAgreement(step.store.db, step.agreement, null) === null) {
    throw new AppError(
      'agreement-unknown',
      `There is no agreement ${step.agreement} in this project.`,
      { agreement: step.agreement },
    );
  }
  refuseIfClosed(step.store, step);
  const found = variableOf(codebookOf(step.store), variable);
  if (found === undefined) {
    throw new AppError('variable-unknown', `The codebook has no variable "${variable}".`, {
      variable,
    });
  }
  return found;
}

function write(step: CodingStep, happening: Happening): void {
  step.store.append([happening], { reviewer: step.reviewer, at: step.at });
}
