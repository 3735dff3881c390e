import { createHash } from 'node:crypto';

import { canonicalJson } from '../../shared/domain/canonical-json';
import {
  type Entry,
  EntryHead,
  FIRST_PREVIOUS_HASH,
  type Happening,
  subjectOf,
} from '../../shared/domain/journal';
import type { ReplicaId, ReviewerId } from '../../shared/domain/ids';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 over the salt and the canonical payload. */
function payloadHashOf(salt: string, payload: unknown): string {
  return sha256(`${salt}\n${canonicalJson(payload)}`);
}

/** SHA-256 over the canonical JSON of all columns but the hash itself. */
export function entryHashOf(head: EntryHead): string {
  return sha256(canonicalJson(EntryHead.parse(head)));
}

/** Closes an entry: gives it its place in the replica's chain and its hashes. */
export function seal(
  happening: Happening,
  place: {
    replica: ReplicaId;
    n: number;
    lamport: number;
    reviewer: ReviewerId | null;
    at: string;
    salt: string;
    previousHash: string;
  },
): Entry {
  const { salt, ...rest } = place;
  const head: EntryHead = {
    ...rest,
    kind: happening.kind,
    subject: subjectOf(happening),
    payloadHash: payloadHashOf(salt, happening.payload),
  };
  return { ...head, hash: entryHashOf(head), salt, payload: happening.payload };
}

/** What is wrong with an entry taken by itself; `null` when its hashes are its own. */
export function flawOf(entry: Entry): 'hash' | 'payload' | null {
  if (entryHashOf(entry) !== entry.hash) return 'hash';
  if (entry.payload !== null && payloadHashOf(entry.salt, entry.payload) !== entry.payloadHash) {
    return 'payload';
  }
  return null;
}

/** The hash that an entry must name as its previous one. */
export function previousHashFor(last: { hash: string } | null): string {
  return last?.hash ?? FIRST_PREVIOUS_HASH;
}
