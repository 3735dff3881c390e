import { z } from 'zod';

import { Answer, MissingKind, Value } from './answer';
import { Codebook } from './codebook';
import { CandidateId } from './detector/proposal';
import { type DocumentPair, DocumentRelation } from './comparison-of-documents';
import { DocumentRole } from './document-place';
import { Passage } from './evidence';
import {
  AgreementId,
  DocumentId,
  EntryId,
  EvidenceId,
  ProjectId,
  ReplicaId,
  ReviewerId,
  VariableId,
} from './ids';
import { DocumentFormat } from './page';
import { Reviewer } from './reviewer';

/**
 * Everything a person decides is one of these; every table is computed from them.
 *
 * A kind is a verb in the past tense. A kind, once released, keeps its meaning for ever: a new
 * meaning is a new kind.
 */
const what = <Kind extends string, Payload extends z.ZodType>(kind: Kind, payload: Payload) =>
  z.object({ kind: z.literal(kind), payload });

/** The entry that an undo or redo takes back; absent for what a person did directly. */
const takesBack = {
  undoes: EntryId.optional(),
  redoes: EntryId.optional(),
};

/** Two documents that were compared, in the order of `pairOf`: so a pair has one register. */
const documentPair = { a: DocumentId, b: DocumentId };
const isInOrder = ({ a, b }: DocumentPair): boolean => a < b;

export const SubmittedAnswer = z.object({
  variable: VariableId,
  answer: Answer,
  evidence: z.array(z.object({ id: EvidenceId, passage: Passage })),
});
export type SubmittedAnswer = z.output<typeof SubmittedAnswer>;

export const DecisionOrigin = z.enum([
  'unanimous',
  'adjudicated',
  'consensus',
  'single-coded',
  'verified',
  'imported',
]);
export type DecisionOrigin = z.output<typeof DecisionOrigin>;

export const Happening = z.discriminatedUnion('kind', [
  what(
    'project.created',
    z.object({
      id: ProjectId,
      name: z.string().min(1).max(200),
      codersWanted: z.int().min(1).max(20),
    }),
  ),
  what('codebook.adopted', z.object({ codebook: Codebook })),
  what('reviewer.added', Reviewer),
  /** Carries the whole row, as every entry does: whichever comes last is how the reviewer is called. */
  what('reviewer.renamed', Reviewer),
  what('agreement.opened', z.object({ agreement: AgreementId, number: z.int().positive() })),
  what(
    'document.received',
    z.object({
      document: DocumentId,
      agreement: AgreementId,
      fileName: z.string().min(1).max(1000),
      size: z.int().nonnegative(),
      format: DocumentFormat,
      pageCount: z.int().positive(),
      /** Its place in an agreement that has documents already; else they stand in the order they came. */
      position: z.number().optional(),
      /** What it came as; else what its format says. */
      role: DocumentRole.optional(),
      /** It was opened with a password, which was not kept. */
      locked: z.literal(true).optional(),
    }),
  ),
  /** Says where a document belongs from now on; before that, it belongs where it was received. */
  what(
    'document.placed',
    z.object({
      document: DocumentId,
      agreement: AgreementId,
      /** Documents of an agreement stand by rising position. */
      position: z.number(),
      role: DocumentRole,
      ...takesBack,
    }),
  ),
  what(
    'answer.recorded',
    z.object({
      agreement: AgreementId,
      variable: VariableId,
      reviewer: ReviewerId,
      /** `null` takes the answer away: the variable is not coded yet. */
      answer: Answer.nullable(),
      ...takesBack,
    }),
  ),
  what(
    'evidence.attached',
    z.object({
      evidence: EvidenceId,
      agreement: AgreementId,
      variable: VariableId,
      reviewer: ReviewerId,
      passage: Passage,
      ...takesBack,
    }),
  ),
  what(
    'evidence.removed',
    z.object({
      evidence: EvidenceId,
      agreement: AgreementId,
      variable: VariableId,
      reviewer: ReviewerId,
      ...takesBack,
    }),
  ),
  what(
    'coding.submitted',
    z.object({
      agreement: AgreementId,
      reviewer: ReviewerId,
      codebookVersion: z.int().positive(),
      /** The coding as it was handed in; it stays so whatever is recorded later. */
      answers: z.array(SubmittedAnswer),
    }),
  ),
  what('coding.reopened', z.object({ agreement: AgreementId, reviewer: ReviewerId })),
  what(
    'decision.settled',
    z.object({
      agreement: AgreementId,
      variable: VariableId,
      value: Value.nullable(),
      missing: MissingKind.nullable(),
      origin: DecisionOrigin,
      rationale: z.string().max(20_000),
      decidedBy: z.array(ReviewerId),
      /** The submissions that were looked at; a coding handed in later is not settled by this. */
      settles: z.array(EntryId),
    }),
  ),
  what('decision.withdrawn', z.object({ agreement: AgreementId, variable: VariableId })),
  /** Whether proposals are shown for agreements by which reliability is measured. */
  what('proposals.allowed', z.object({ inReliabilitySample: z.boolean() })),
  /** A reviewer was shown what the detector proposes for an agreement. */
  what(
    'proposals.shown',
    z.object({
      agreement: AgreementId,
      reviewer: ReviewerId,
      detectorVersion: z.int().positive(),
      /** The same for the same offers: shown again, they are not told again. */
      offer: z.string().regex(/^[0-9a-f]{16}$/),
      offered: z
        .array(
          z.object({
            variable: VariableId,
            outcome: z.enum(['proposed', 'unclear']),
            candidates: z.array(CandidateId).max(20),
          }),
        )
        .max(100),
    }),
  ),
  /** A proposal became the answer, with its passages as evidence: one step. */
  what(
    'proposal.taken',
    z.object({
      agreement: AgreementId,
      variable: VariableId,
      reviewer: ReviewerId,
      proposal: CandidateId,
      answer: Answer,
      evidence: z.array(z.object({ id: EvidenceId, passage: Passage })).max(40),
      ...takesBack,
    }),
  ),
  /** Such a step taken back: the answer is as it was before, and the evidence is gone. */
  what(
    'proposal.returned',
    z.object({
      agreement: AgreementId,
      variable: VariableId,
      reviewer: ReviewerId,
      proposal: CandidateId,
      answer: Answer.nullable(),
      evidence: z.array(EvidenceId).max(40),
      ...takesBack,
    }),
  ),
  what(
    'documents.compared',
    z
      .object({ ...documentPair, relation: DocumentRelation, note: z.string().max(20_000) })
      .refine(isInOrder),
  ),
  what('comparison.withdrawn', z.object(documentPair).refine(isInOrder)),
]);
export type Happening = z.output<typeof Happening>;
type HappeningKind = Happening['kind'];
export type PayloadOf<Kind extends HappeningKind> = Extract<Happening, { kind: Kind }>['payload'];

/** What an entry is about: the key of the register that it writes. */
export function subjectOf(happening: Happening): string {
  const { kind, payload } = happening;
  switch (kind) {
    case 'project.created':
      return 'project';
    case 'codebook.adopted':
      return 'codebook';
    case 'reviewer.added':
    case 'reviewer.renamed':
      return payload.id;
    case 'agreement.opened':
      return payload.agreement;
    case 'document.received':
    case 'document.placed':
      return payload.document;
    case 'answer.recorded':
    case 'proposal.taken':
    case 'proposal.returned':
      return `${payload.agreement}/${payload.variable}/${payload.reviewer}`;
    case 'evidence.attached':
    case 'evidence.removed':
      return `${payload.agreement}/${payload.variable}/${payload.reviewer}/${payload.evidence}`;
    case 'proposals.allowed':
      return 'project';
    case 'proposals.shown':
      return `${payload.agreement}/${payload.reviewer}/${payload.offer}`;
    case 'coding.submitted':
    case 'coding.reopened':
      return `${payload.agreement}/${payload.reviewer}`;
    case 'decision.settled':
    case 'decision.withdrawn':
      return `${payload.agreement}/${payload.variable}`;
    case 'documents.compared':
    case 'comparison.withdrawn':
      return `${payload.a}/${payload.b}`;
  }
}

/** The columns of an entry beside its payload: what the hash chain covers. */
export const EntryHead = z.object({
  replica: ReplicaId,
  /** From 1 without gaps, per replica. */
  n: z.int().positive(),
  /** Lamport time: higher than that of every entry the writer had seen. */
  lamport: z.int().positive(),
  reviewer: ReviewerId.nullable(),
  kind: z.string().min(1).max(100),
  subject: z.string().max(500),
  /** Wall time, ISO 8601 UTC: shown, never decides. */
  at: z.iso.datetime(),
  /** SHA-256 over salt and canonical payload, so a payload can be erased and the chain still holds. */
  payloadHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Hash of the replica's entry before, or 64 zeros. */
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type EntryHead = z.output<typeof EntryHead>;

/** An entry as it lies on disk and travels: its kind may be one that this version does not know. */
export const Entry = EntryHead.extend({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  payload: z.unknown(),
});
export type Entry = z.output<typeof Entry>;

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** Place of an entry in the one order that all replicas agree on. */
export type EntryOrder = Pick<EntryHead, 'lamport' | 'replica' | 'n'>;

/** `replica-n`. */
export function entryIdOf(entry: Pick<EntryHead, 'replica' | 'n'>): EntryId {
  return EntryId.parse(`${entry.replica}-${entry.n}`);
}
