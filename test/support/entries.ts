import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import {
  AgreementId,
  DocumentId,
  EntryId,
  EvidenceId,
  ProjectId,
  ReplicaId,
  ReviewerId,
  VariableId,
} from '../../shared/domain/ids';
import { type Entry, type Happening, entryIdOf } from '../../shared/domain/journal';
import { previousHashFor, seal } from '../../main/store/seal';

/** Builders of ids: short names in, valid ids out. */
export const ids = {
  agreement: (name: string) => AgreementId.parse(`a-${name}`),
  reviewer: (name: string) => ReviewerId.parse(`r-${name}`),
  evidence: (name: string) => EvidenceId.parse(`e-${name}`),
  variable: (name: string) => VariableId.parse(name),
  document: (digit: string) => DocumentId.parse(digit.padStart(64, '0')),
  replica: (digit: string) => ReplicaId.parse(digit.padStart(16, '0')),
  entry: (replica: string, n: number) => EntryId.parse(`${replica.padStart(16, '0')}-${n}`),
};

/** The first two happenings of any project. */
export const beginnings: Happening[] = [
  {
    kind: 'project.created',
    payload: { id: ProjectId.parse('p-test'), name: 'Test', codersWanted: 2 },
  },
  { kind: 'codebook.adopted', payload: { codebook: IOP_CODEBOOK } },
];

/**
 * Seals happenings as several replicas would have written them side by side: each has its own chain
 * and has seen of the others only what its Lamport time says.
 */
export function sealAll(
  written: readonly { replica: string; lamport: number; happening: Happening }[],
): Entry[] {
  const last = new Map<string, Entry>();
  return written.map(({ replica, lamport, happening }, index) => {
    const before = last.get(replica) ?? null;
    const entry = seal(happening, {
      replica: ids.replica(replica),
      n: (before?.n ?? 0) + 1,
      lamport: Math.max(lamport, (before?.lamport ?? 0) + 1),
      reviewer: null,
      at: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
      salt: index.toString(16).padStart(32, '0'),
      previousHash: previousHashFor(before),
    });
    last.set(replica, entry);
    return entry;
  });
}

export { entryIdOf };
