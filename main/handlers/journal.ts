import { AgreementId, DocumentId, type ReviewerId, VariableId } from '../../shared/domain/ids';
import { type Entry, entryIdOf, Happening } from '../../shared/domain/journal';
import type { Handlers } from '../../shared/ipc/contract';
import type { JournalRow } from '../../shared/ipc/shapes';
import type { z } from 'zod';
import { findAgreement } from '../store/queries/agreements';
import { findDocument } from '../store/queries/documents';
import { countEntries, listNewestEntries } from '../store/queries/journal';
import { listReviewers } from '../store/queries/project';
import type { ProjectStore } from '../store/project-store';
import { mayRead } from '../work/disagreements';
import { type Deps, openProjectOf } from './deps';

export const journal: Handlers<Deps>['journal'] = {
  list: (deps, { before, limit }) => {
    const { store, reviewer } = openProjectOf(deps);
    const offset = before === null ? 0 : Math.max(0, countEntries(store.db) - before + 1);
    return listNewestEntries(store.db, offset, limit).map((each) => toRow(store, each, reviewer));
  },
};

/** What another was shown and took is part of their coding: until it may be read, only that they worked. */
const untold: Readonly<Record<string, string>> = {
  'proposals.shown': 'coding.worked',
  'proposal.taken': 'coding.worked',
  'proposal.returned': 'coding.worked',
};

/**
 * Who did what to which agreement: the log is open to everyone. Which variable it was and what was
 * answered or decided is told of one's own coding, and of others' once one may read them: until then
 * it would tell what the others found in the agreement.
 */
function toRow(
  store: ProjectStore,
  { entry, row }: { entry: Entry; row: number },
  viewer: ReviewerId | null,
): z.input<typeof JournalRow> {
  const payload = entry.payload as Record<string, unknown> | null;
  const agreement = AgreementId.safeParse(payload?.['agreement']).data ?? null;
  const found = agreement === null ? null : findAgreement(store.db, agreement, null);
  const who = listReviewers(store.db).find((reviewer) => reviewer.id === entry.reviewer);
  const isTold =
    agreement === null ||
    (viewer !== null && (payload?.['reviewer'] === viewer || mayRead(store, agreement, viewer)));
  const document = DocumentId.safeParse(payload?.['document']).data ?? null;
  const name =
    payload?.['fileName'] ??
    payload?.['name'] ??
    (document === null ? null : findDocument(store.db, document)?.fileName);
  return {
    row,
    at: entry.at,
    entry: entryIdOf(entry),
    reviewer: who?.name ?? null,
    kind: isTold ? entry.kind : (untold[entry.kind] ?? entry.kind),
    takesBack: typeof payload?.['undoes'] === 'string',
    agreement: found === null ? null : { id: found.id, number: found.number },
    variable: isTold ? (VariableId.safeParse(payload?.['variable']).data ?? null) : null,
    document,
    ...(isTold ? contentOf(entry) : NO_CONTENT),
    summary: typeof name === 'string' ? name : '',
  };
}

type Content = Pick<z.input<typeof JournalRow>, 'said' | 'origin' | 'text'>;

const NO_CONTENT: Content = { said: null, origin: null, text: '' };

/** What an entry that may be read says: an answer, a decision with its reason, or a passage. */
function contentOf(entry: Entry): Content {
  const read = Happening.safeParse(entry);
  if (!read.success) return NO_CONTENT;
  const { kind, payload } = read.data;
  switch (kind) {
    case 'answer.recorded': {
      const { answer } = payload;
      return answer === null
        ? NO_CONTENT
        : {
            said: { value: answer.value, missing: answer.missing },
            origin: null,
            text: answer.note,
          };
    }
    case 'evidence.attached':
      return { ...NO_CONTENT, text: payload.passage.quote };
    case 'decision.settled': {
      const { value, missing, origin, rationale } = payload;
      return { said: { value, missing }, origin, text: rationale };
    }
    default:
      return NO_CONTENT;
  }
}
