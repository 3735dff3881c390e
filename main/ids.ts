import { randomBytes } from 'node:crypto';

import { AgreementId, EvidenceId, ProjectId, ReplicaId, ReviewerId } from '../shared/domain/ids';

/** 80 random bits as hex: enough that no two machines ever make the same id. */
const random = (prefix: string): string => `${prefix}-${randomBytes(10).toString('hex')}`;

export const newProjectId = (): ProjectId => ProjectId.parse(random('p'));
export const newReviewerId = (): ReviewerId => ReviewerId.parse(random('r'));
export const newAgreementId = (): AgreementId => AgreementId.parse(random('a'));
export const newEvidenceId = (): EvidenceId => EvidenceId.parse(random('e'));
export const newReplicaId = (): ReplicaId => ReplicaId.parse(randomBytes(8).toString('hex'));
