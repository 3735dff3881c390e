import type { z } from 'zod';

import type { AgreementId, VariableId } from '../../shared/domain/ids';
import type { ProposalFilter } from '../../shared/domain/proposal-views';
import type { AgreementRow } from '../../shared/domain/views';
import type { Api, contract, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, ready } from './loadable';

export type ReliabilitySummary = z.output<typeof contract.reliability.summarise.output>;

/** No more agreements behind a cell than these are listed; the rest are counted. */
const MOST_BEHIND = 50;

export interface ReliabilitySlice {
  reliability: {
    readonly summary: Loadable<ReliabilitySummary>;
    /** Which agreements the figures are of, by whether proposals were shown. */
    readonly proposals: ProposalFilter;
    /** The variable whose matrix is shown. */
    readonly variable: VariableId | null;
    /** The agreements behind what was chosen in the matrix: where they stand and which they are. */
    readonly behind: {
      readonly key: string;
      readonly total: number;
      readonly rows: Loadable<readonly AgreementRow[]>;
    } | null;
  };
  loadReliability(): Promise<void>;
  filterByProposals(proposals: ProposalFilter): void;
  chooseVariable(variable: VariableId): void;
  /** Lists the agreements behind a cell or a pair of them; `key` says which. */
  lookBehind(key: string, agreements: readonly AgreementId[]): Promise<void>;
  /** Saves the figures that are shown as a table; the place, or `null` when nobody chose one. */
  saveReliabilityTable(): Promise<Reply<string | null>>;
  reliabilityChanged(event: ChangeEvent): void;
}

export const createReliabilitySlice =
  (api: Api): Slice<ReliabilitySlice> =>
  (set, get) => {
    const put = (change: Partial<ReliabilitySlice['reliability']>): void =>
      set(({ reliability }) => ({ reliability: { ...reliability, ...change } }));

    return {
      reliability: { summary: IDLE, proposals: 'all', variable: null, behind: null },

      loadReliability: createLoader({
        ask: () => api.reliability.summarise({ proposals: get().reliability.proposals }),
        read: () => get().reliability.summary,
        write: (summary) => put({ summary }),
        belongsTo: () => get().project.value?.folder,
      }),

      filterByProposals: (proposals) => {
        put({ proposals, behind: null });
        void get().loadReliability();
      },

      chooseVariable: (variable) => put({ variable, behind: null }),

      lookBehind: async (key, agreements) => {
        const total = agreements.length;
        put({ behind: { key, total, rows: { state: 'loading', value: null, problem: null } } });
        const replies = await Promise.all(
          agreements.slice(0, MOST_BEHIND).map((agreement) => api.agreements.get({ agreement })),
        );
        if (get().reliability.behind?.key !== key) return;
        const refused = replies.find((reply) => !reply.ok);
        if (refused !== undefined && !refused.ok) {
          put({
            behind: { key, total, rows: { state: 'failed', value: null, problem: refused.error } },
          });
          return;
        }
        const rows = replies.flatMap((reply) => (reply.ok ? [reply.value.row] : []));
        put({ behind: { key, total, rows: ready(rows.toSorted((a, b) => a.number - b.number)) } });
      },

      saveReliabilityTable: () =>
        api.reliability.saveTable({ proposals: get().reliability.proposals }),

      reliabilityChanged: ({ topic }) => {
        const isOurs = topic === 'codings' || topic === 'agreements';
        if (!isOurs || get().reliability.summary.state === 'idle') return;
        // Computing it takes a moment: it is done anew when it is looked at.
        if (get().route.screen === 'reliability') void get().loadReliability();
        else put({ summary: IDLE, behind: null });
      },
    };
  };
