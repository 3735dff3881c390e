import { AgreementId, DocumentId, VariableId } from '../../shared/domain/ids';
import { type Entry, entryIdOf } from '../../shared/domain/journal';
import type { Handlers } from '../../shared/ipc/contract';
import type { JournalRow } from '../../shared/ipc/shapes';
import type { z } from 'zod';
import { findAgreement } from '../store/queries/agreements';
import { countEntries, listNewestEntries } from '../store/queries/journal';
import { listReviewers } from '../store/queries/project';
import type { ProjectStore } from '../store/project-store';
import { type Deps, openProjectOf } from './deps';

export const journal: Handlers<Deps>['journal'] = {
  list: (deps, { before, limit }) => {
    const { store } = openProjectOf(deps);
    const offset = before === null ? 0 : Math.max(0, countEntries(store.db) - before + 1);
    return listNewestEntries(store.db, offset, limit).map((each) => toRow(store, each));
  },
};

/** Who did what to which agreement, never what they answered: the log is open to everyone. */
function toRow(
  store: ProjectStore,
  { entry, row }: { entry: Entry; row: number },
): z.input<typeof JournalRow> {
  const payload = entry.payload as Record<string, unknown> | null;
  const agreement = AgreementId.safeParse(payload?.['agreement']).data ?? null;
  const found = agreement === null ? null : findAgreement(store.db, agreement, null);
  const who = listReviewers(store.db).find((reviewer) => reviewer.id === entry.reviewer);
  const name = payload?.['fileName'] ?? payload?.['name'];
  return {
    row,
    at: entry.at,
    entry: entryIdOf(entry),
    reviewer: who?.name ?? null,
    kind: entry.kind,
    agreement: found === null ? null : { id: found.id, number: found.number },
    variable: VariableId.safeParse(payload?.['variable']).data ?? null,
    document: DocumentId.safeParse(payload?.['document']).data ?? null,
    summary: typeof name === 'string' ? name : '',
  };
}
