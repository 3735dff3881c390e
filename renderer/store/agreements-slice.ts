import type { AgreementQuery, AgreementRow } from '../../shared/domain/views';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import type { Problem } from './loadable';

/** Rows are fetched this many at a time, around those that are looked at. */
const ROWS_PER_CALL = 100;

/** What the list shows of all agreements, in which order. */
export type AgreementFilter = Omit<AgreementQuery, 'offset' | 'limit'>;

export const NO_FILTER: AgreementFilter = {
  search: '',
  stage: null,
  own: null,
  sort: 'number',
  descending: false,
};

export interface AgreementsSlice {
  agreements: {
    readonly state: 'idle' | 'loading' | 'ready' | 'failed';
    readonly filter: AgreementFilter;
    /** How many there are for the filter. */
    readonly total: number;
    /** By place in the list; only those that were looked at are there. */
    readonly rows: Readonly<Record<number, AgreementRow>>;
    /** The stretch that is looked at, from and up to but not including. */
    readonly window: { readonly from: number; readonly to: number };
    readonly problem: Problem | null;
  };
  loadAgreements(): Promise<void>;
  filterAgreements(change: Partial<AgreementFilter>): void;
  /** Tells which rows are in view; those that are not there yet are fetched. */
  lookAtAgreements(from: number, to: number): void;
  agreementsChanged(event: ChangeEvent): void;
}

export const createAgreementsSlice =
  (api: Api): Slice<AgreementsSlice> =>
  (set, get) => {
    let running = false;
    let again: 'no' | 'missing' | 'all' = 'no';

    const put = (change: Partial<AgreementsSlice['agreements']>): void =>
      set(({ agreements }) => ({ agreements: { ...agreements, ...change } }));

    /** Fetches the stretch in view: what is missing of it, or all of it when something changed. */
    const fetchWindow = async (what: 'missing' | 'all'): Promise<void> => {
      if (running) {
        if (again !== 'all') again = what;
        return;
      }
      running = true;
      do {
        const wanted = again === 'no' ? what : again;
        again = 'no';
        await fetchOnce(wanted);
      } while (again !== 'no');
      running = false;
    };

    const fetchOnce = async (what: 'missing' | 'all'): Promise<void> => {
      const owner = get().project.value?.folder;
      const { filter, window, rows: before } = get().agreements;
      const offset = Math.floor(window.from / ROWS_PER_CALL) * ROWS_PER_CALL;
      const isThere = (from: number): boolean => from in before;
      const offsets: number[] = [];
      for (let from = offset; from < Math.max(window.to, offset + 1); from += ROWS_PER_CALL) {
        if (what === 'all' || !isThere(Math.max(from, window.from))) offsets.push(from);
      }
      const replies = await Promise.all(
        offsets.map((from) =>
          api.agreements.list({ ...filter, offset: from, limit: ROWS_PER_CALL }),
        ),
      );
      if (get().project.value?.folder !== owner) return;
      const rows: Record<number, AgreementRow> = what === 'all' ? {} : { ...before };
      let total = get().agreements.total;
      for (const [index, reply] of replies.entries()) {
        if (!reply.ok) {
          put({ state: 'failed', problem: reply.error });
          return;
        }
        total = reply.value.total;
        for (const [at, row] of reply.value.rows.entries()) {
          rows[(offsets[index] ?? 0) + at] = row;
        }
      }
      put({ state: 'ready', rows, total, problem: null });
    };

    return {
      agreements: {
        state: 'idle',
        filter: NO_FILTER,
        total: 0,
        rows: {},
        window: { from: 0, to: ROWS_PER_CALL },
        problem: null,
      },

      loadAgreements: async () => {
        if (get().agreements.state === 'idle') put({ state: 'loading' });
        await fetchWindow('all');
      },

      filterAgreements: (change) => {
        const { filter } = get().agreements;
        put({ filter: { ...filter, ...change }, window: { from: 0, to: ROWS_PER_CALL } });
        void fetchWindow('all');
      },

      lookAtAgreements: (from, to) => {
        const { window, rows, total } = get().agreements;
        const end = Math.min(to, total);
        if (from === window.from && end === window.to) return;
        put({ window: { from, to: end } });
        for (let at = from; at < end; at += 1) {
          if (!(at in rows)) {
            void fetchWindow('missing');
            return;
          }
        }
      },

      agreementsChanged: ({ topic }) => {
        if (topic === 'settings' || topic === 'command' || topic === 'project') return;
        if (get().agreements.state !== 'idle') void fetchWindow('all');
      },
    };
  };
