import { z } from 'zod';

import { Answer, MissingKind, Value } from './answer';
import { DocumentRole } from './document-place';
import { Evidence } from './evidence';
import { AgreementId, DocumentId, EntryId, ProjectId, ReviewerId, VariableId } from './ids';
import { DecisionOrigin, SubmittedAnswer } from './journal';
import { DocumentFormat } from './page';
import { Reviewer } from './reviewer';

/** What the screens, the terminal and the export read: shapes computed from the tables. */

export const ProjectView = z.object({
  id: ProjectId,
  name: z.string(),
  folder: z.string(),
  /** How many independent codings an agreement should have. */
  codersWanted: z.int().positive(),
  /** Opened without the right to write; `reason` says why. */
  readOnly: z.object({ reason: z.string() }).nullable(),
});
export type ProjectView = z.output<typeof ProjectView>;

export const DocumentView = z.object({
  id: DocumentId,
  fileName: z.string(),
  size: z.int(),
  format: DocumentFormat,
  pageCount: z.int(),
  /** What it is to its agreement. */
  role: DocumentRole,
  /** It was opened with a password that was not kept: there is its text, and no picture of it. */
  locked: z.boolean(),
});
export type DocumentView = z.output<typeof DocumentView>;

/** Whether the received bytes of a document are there as they came. */
export const OriginalState = z.enum(['whole', 'missing', 'altered']);
export type OriginalState = z.output<typeof OriginalState>;

/** A document that a coding quotes, or that was received in an agreement, and that is in another one now. */
export const MovedDocument = DocumentView.extend({
  agreement: AgreementId,
  /** Of the agreement that it is in now. */
  number: z.int().nullable(),
});
export type MovedDocument = z.output<typeof MovedDocument>;

/** How far an agreement has come, as far as anyone may know it. */
export const AgreementStage = z.enum(['uncoded', 'coding', 'to-settle', 'settled']);
export type AgreementStage = z.output<typeof AgreementStage>;

export const AgreementRow = z.object({
  id: AgreementId,
  number: z.int(),
  /** The first document's file name: the agreement's name until it has a better one. */
  fileName: z.string(),
  format: DocumentFormat.nullable(),
  /** Of all its documents together. */
  pageCount: z.int(),
  /** How many documents belong to it; 0 when they were all moved elsewhere. */
  documents: z.int(),
  receivedAt: z.string(),
  /** How many codings were handed in. */
  submitted: z.int(),
  stage: AgreementStage,
  /** Disputed variables without a decision; 0 while the codings are blind to each other. */
  disagreements: z.int(),
  /** The asking reviewer's own coding. */
  own: z.enum(['none', 'draft', 'submitted']),
  /** What somebody said that another agreement is to this one; the closest, where there are several. */
  related: z.enum(['same-agreement', 'another-version']).nullable(),
  /** Scanned pages of its documents that a person should look at; absent where there are none. */
  scan: z.object({ failed: z.int(), hard: z.int() }).optional(),
});
export type AgreementRow = z.output<typeof AgreementRow>;

const AgreementSort = z.enum(['number', 'fileName', 'stage', 'receivedAt']);

type AgreementSort = z.output<typeof AgreementSort>;

export const AgreementQuery = z.object({
  search: z.string().max(500).default(''),
  stage: AgreementStage.nullable().default(null),
  own: z.enum(['none', 'draft', 'submitted']).nullable().default(null),
  sort: AgreementSort.default('number'),
  descending: z.boolean().default(false),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(500).default(100),
});
export type AgreementQuery = z.output<typeof AgreementQuery>;

export const ProjectCounts = z.object({
  agreements: z.int(),
  documents: z.int(),
  /** The asking reviewer's submitted codings, and how many agreements there are for them to code. */
  ownSubmitted: z.int(),
  ownTotal: z.int(),
  /** Agreements with at least one disagreement that nobody has settled. */
  disputedAgreements: z.int(),
  openDisagreements: z.int(),
  settledAgreements: z.int(),
  doubleCoded: z.int(),
  /** Pairs of documents that are alike and of which nobody has said what they are. */
  openPairs: z.int(),
});
export type ProjectCounts = z.output<typeof ProjectCounts>;

export const OwnAnswer = z.object({
  variable: VariableId,
  answer: Answer,
  evidence: z.array(Evidence),
});
export type OwnAnswer = z.output<typeof OwnAnswer>;

/** One reviewer's own coding of an agreement: all that the form shows. */
export const CodingView = z.object({
  agreement: AgreementId,
  number: z.int(),
  documents: z.array(DocumentView),
  /** Documents that the coding quotes and that were moved to other agreements since. */
  elsewhere: z.array(MovedDocument),
  reviewer: ReviewerId,
  state: z.enum(['draft', 'submitted']),
  /** May be taken back: nobody has seen it yet. */
  canReopen: z.boolean(),
  /** Not begun, and too late to begin: the codings of the others may be read already. */
  isClosed: z.boolean(),
  answers: z.array(OwnAnswer),
  undo: EntryId.nullable(),
  redo: EntryId.nullable(),
  /** Codings that were handed in on this agreement, this one included; whose and what stays unseen. */
  submitted: z.int(),
  codersWanted: z.int(),
});
export type CodingView = z.output<typeof CodingView>;

export const SubmittedCoding = z.object({
  submission: EntryId,
  reviewer: Reviewer,
  submittedAt: z.string(),
  codebookVersion: z.int(),
  answers: z.array(SubmittedAnswer),
});
export type SubmittedCoding = z.output<typeof SubmittedCoding>;

export const DecisionView = z.object({
  variable: VariableId,
  value: Value.nullable(),
  missing: MissingKind.nullable(),
  origin: DecisionOrigin,
  rationale: z.string(),
  decidedBy: z.array(ReviewerId),
  at: z.string(),
});
export type DecisionView = z.output<typeof DecisionView>;

export const VerdictKind = z.enum(['not-coded', 'single', 'agreed', 'text-differs', 'disputed']);
export type VerdictKind = z.output<typeof VerdictKind>;

export const VariableComparison = z.object({
  variable: VariableId,
  verdict: VerdictKind,
  /** What settling as unanimous would give; `null` unless agreed. */
  proposal: z.object({ value: Value.nullable(), missing: MissingKind.nullable() }).nullable(),
  decision: DecisionView.nullable(),
  /** A decision that stands no longer, because a coding was handed in later that says otherwise. */
  former: DecisionView.nullable(),
});
export type VariableComparison = z.output<typeof VariableComparison>;

/** Everything about one agreement whose codings may be seen. */
export const DisagreementView = z.object({
  agreement: AgreementId,
  number: z.int(),
  documents: z.array(DocumentView),
  /** Documents that the codings quote and that were moved to other agreements since. */
  elsewhere: z.array(MovedDocument),
  codings: z.array(SubmittedCoding),
  variables: z.array(VariableComparison),
});
export type DisagreementView = z.output<typeof DisagreementView>;

export const DisagreementRow = z.object({
  agreement: AgreementId,
  number: z.int(),
  fileName: z.string(),
  /** Disputed or differing variables without a decision, in codebook order. */
  open: z.array(VariableId),
  /** Those of `open` that are disputed; the others only wait for somebody to choose. */
  disputed: z.array(VariableId),
  /** Agreed variables that await the one step that settles them. */
  agreedOpen: z.int(),
  /** Variables with a decision. */
  settled: z.int(),
});
export type DisagreementRow = z.output<typeof DisagreementRow>;
