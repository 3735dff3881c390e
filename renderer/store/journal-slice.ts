import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { JournalRow } from '../../shared/ipc/shapes';
import type { Slice } from './index';
import { IDLE, ready, type Loadable } from './loadable';

const JOURNAL_PAGE = 200;

export interface JournalSlice {
  /** Newest first. */
  journal: Loadable<{ readonly rows: readonly JournalRow[]; readonly complete: boolean }>;
  loadJournal(): Promise<void>;
  /** The rows before the oldest that is shown. */
  loadEarlierJournal(): Promise<void>;
  journalChanged(event: ChangeEvent): void;
}

export const createJournalSlice =
  (api: Api): Slice<JournalSlice> =>
  (set, get) => {
    const load = async (before: number | null): Promise<void> => {
      const owner = get().project.value?.folder;
      const shown = before === null ? [] : (get().journal.value?.rows ?? []);
      if (get().journal.value === null) {
        set({ journal: { state: 'loading', value: null, problem: null } });
      }
      const reply = await api.journal.list({ before, limit: JOURNAL_PAGE });
      if (get().project.value?.folder !== owner) return;
      if (!reply.ok) {
        set({ journal: { state: 'failed', value: get().journal.value, problem: reply.error } });
        return;
      }
      const complete = reply.value.length < JOURNAL_PAGE;
      set({ journal: ready({ rows: [...shown, ...reply.value], complete }) });
    };

    return {
      journal: IDLE,
      loadJournal: () => load(null),
      loadEarlierJournal: () => load(get().journal.value?.rows.at(-1)?.row ?? null),
      journalChanged: ({ topic }) => {
        if (topic === 'settings' || topic === 'command') return;
        const isShown = get().route.screen === 'journal' && get().journal.state !== 'idle';
        if (isShown) void load(null);
      },
    };
  };
