import { AppError } from '../../shared/domain/app-error';
import {
  type DocumentRole,
  positionsToPlace,
  roleWhenReceived,
} from '../../shared/domain/document-place';
import type { AgreementId, DocumentId, EntryId, ReviewerId } from '../../shared/domain/ids';
import { Happening, type PayloadOf, entryIdOf } from '../../shared/domain/journal';
import { type Step, undoState } from '../../shared/domain/undo';
import type { MovedDocument } from '../../shared/domain/views';
import { newAgreementId } from '../ids';
import { agreementIn } from './agreements';
import type { ProjectStore } from '../store/project-store';
import { highestNumber } from '../store/queries/agreements';
import { findDocument, listDocumentsOf, listPositionsOf } from '../store/queries/documents';
import { listEntriesAbout } from '../store/queries/journal';

/** Who places a document, and when. */
export interface PlacingStep {
  readonly store: ProjectStore;
  readonly document: DocumentId;
  /** `null` where nobody has said who they are. */
  readonly reviewer: ReviewerId | null;
  readonly at: string;
}

type Placed = Extract<Happening, { kind: 'document.placed' }>;
type Place = Omit<PayloadOf<'document.placed'>, 'undoes' | 'redoes'>;

/**
 * Lets a document stand in an agreement before another of its documents, or last: the same for
 * reordering and for moving to another agreement. Its role goes with it.
 *
 * Throws `document-unknown` and `agreement-unknown`.
 */
export function placeDocument(
  step: PlacingStep,
  { agreement, before }: { agreement: AgreementId; before: DocumentId | null },
): void {
  const document = documentOf(step);
  const { db } = step.store;
  agreementIn(step.store, agreement, null);
  const all = listPositionsOf(db, agreement);
  const at = all.findIndex((each) => each.document === document.id);
  const isThere = at >= 0 && before === (all[at + 1]?.document ?? null);
  if (isThere || (before === document.id && at >= 0)) return;
  const others = all.filter((each) => each.document !== document.id);
  const roles = new Map(listDocumentsOf(db, agreement).map(({ id, role }) => [id, role]));
  const placed = positionsToPlace(document.id, others, before).map((each): Placed => ({
    kind: 'document.placed',
    payload: { ...each, agreement, role: roles.get(each.document) ?? document.role },
  }));
  write(step, placed);
}

/** Says what a document is to its agreement. Throws `document-unknown`. */
export function changeRole(step: PlacingStep, role: DocumentRole): void {
  const { agreement, role: before } = documentOf(step);
  if (role === before) return;
  const { document } = step;
  const found = listPositionsOf(step.store.db, agreement).find(
    (each) => each.document === document,
  );
  if (found === undefined) throw new Error(`${document} is not among the documents it is with`);
  write(step, [{ kind: 'document.placed', payload: { ...found, agreement, role } }]);
}

/**
 * Makes a new agreement of a document of another one. The codings stay with the agreement that it
 * leaves. Throws `document-unknown`, and `document-alone` when there is nothing to split it off from.
 */
export function splitOff(step: PlacingStep): { agreement: AgreementId; number: number } {
  const { db } = step.store;
  const document = documentOf(step);
  const others = listPositionsOf(db, document.agreement).length - 1;
  if (others === 0) {
    throw new AppError(
      'document-alone',
      `“${document.fileName}” is the only document of its agreement already.`,
      { file: document.fileName },
    );
  }
  const agreement = newAgreementId();
  const number = highestNumber(db) + 1;
  const role = document.role === 'annex' ? 'main' : document.role;
  write(step, [
    { kind: 'agreement.opened', payload: { agreement, number } },
    { kind: 'document.placed', payload: { document: document.id, agreement, position: 1, role } },
  ]);
  return { agreement, number };
}

/**
 * Where a document would go if its last placing was taken back; `null` when nobody has placed it, or
 * all of that was taken back.
 */
export function placeBefore(store: ProjectStore, document: DocumentId): Place | null {
  return lastStep(store, document)?.before ?? null;
}

/**
 * Takes back the last placing of a document: it stands again where it stood before. Computed from
 * the journal, so it works after a restart. Throws `document-unknown` and `document-not-moved`.
 */
export function placeBack(step: PlacingStep): void {
  const document = documentOf(step);
  const last = lastStep(step.store, step.document);
  if (last === null) {
    throw new AppError(
      'document-not-moved',
      `“${document.fileName}” stands where it was received; there is nothing to take back.`,
      { file: document.fileName },
    );
  }
  write(step, [{ kind: 'document.placed', payload: { ...last.before, undoes: last.id } }]);
}

/** The placing that would be taken back next, and the place before it. */
function lastStep(
  store: ProjectStore,
  document: DocumentId,
): { id: EntryId; before: Place } | null {
  const steps: Step[] = [];
  const places = new Map<EntryId, Place>();
  const before = new Map<EntryId, Place>();
  let received: Place | null = null;
  let now: Place | null = null;
  for (const entry of listEntriesAbout(store.db, document)) {
    const parsed = Happening.safeParse(entry);
    if (!parsed.success) continue;
    const { kind, payload } = parsed.data;
    if (kind === 'document.received') {
      received = {
        document,
        agreement: payload.agreement,
        position: payload.position ?? entry.lamport,
        role: payload.role ?? roleWhenReceived(payload.format),
      };
      if (places.size === 0) now = received;
    } else if (kind === 'document.placed') {
      const id = entryIdOf(entry);
      const { undoes, redoes, ...place } = payload;
      steps.push({ id, undoes, redoes });
      places.set(id, place);
      if (now !== null) before.set(id, now);
      now = place;
    }
  }
  const { undo } = undoState(steps);
  if (undo === null) return null;
  const place = before.get(undo) ?? received;
  return place === null ? null : { id: undo, before: place };
}

function documentOf({ store, document }: PlacingStep): MovedDocument {
  const found = findDocument(store.db, document);
  if (found === null) {
    throw new AppError('document-unknown', 'That document is not in this project.', { document });
  }
  return found;
}

function write({ store, reviewer, at }: PlacingStep, happenings: readonly Happening[]): void {
  store.append(happenings, { reviewer, at });
}
