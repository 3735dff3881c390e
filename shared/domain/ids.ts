import { z } from 'zod';

/**
 * Branded ids: a reviewer's id cannot be passed where an agreement's is wanted.
 *
 * Ids are made outside (`main/ids.ts`), never here: `shared` has no randomness.
 */
const id = <const Brand extends string>(pattern: RegExp) =>
  z.string().regex(pattern).brand<Brand>();

const token = /^[a-z0-9][a-z0-9-]{0,63}$/;

export const ProjectId = id<'ProjectId'>(token);
export type ProjectId = z.output<typeof ProjectId>;

export const ReviewerId = id<'ReviewerId'>(token);
export type ReviewerId = z.output<typeof ReviewerId>;

export const AgreementId = id<'AgreementId'>(token);
export type AgreementId = z.output<typeof AgreementId>;

export const EvidenceId = id<'EvidenceId'>(token);
export type EvidenceId = z.output<typeof EvidenceId>;

/** SHA-256 of the received bytes, lower-case hex: a document is what it holds, not what it is called. */
export const DocumentId = id<'DocumentId'>(/^[0-9a-f]{64}$/);
export type DocumentId = z.output<typeof DocumentId>;

/** One copy of a project on one machine; each has its own hash chain in the journal. */
export const ReplicaId = id<'ReplicaId'>(/^[0-9a-f]{16}$/);
export type ReplicaId = z.output<typeof ReplicaId>;

/** `replica-n`: the n-th entry of a replica. */
export const EntryId = id<'EntryId'>(/^[0-9a-f]{16}-[1-9][0-9]*$/);
export type EntryId = z.output<typeof EntryId>;

export const VariableId = id<'VariableId'>(/^[a-z][a-z0-9_]{0,63}$/);
export type VariableId = z.output<typeof VariableId>;

export const CategoryId = id<'CategoryId'>(/^[a-z][a-z0-9_]{0,63}$/);
export type CategoryId = z.output<typeof CategoryId>;
