import type { DocumentRole } from '../../shared/domain/document-place';
import type { AgreementId, DocumentId } from '../../shared/domain/ids';
import type {
  AgreementRow,
  DocumentView,
  MovedDocument,
  OriginalState,
} from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, type Problem } from './loadable';

/** The documents of one agreement, and what can be done about where they are. */
export interface AgreementDocuments {
  readonly row: AgreementRow;
  readonly documents: readonly DocumentView[];
  readonly movedAway: readonly MovedDocument[];
  readonly placedBefore: readonly {
    readonly document: DocumentId;
    readonly number: number | null;
  }[];
}

export interface PlacingSlice {
  placing: {
    /** The agreement whose documents are shown; `null` when the dialog is closed. */
    readonly agreement: AgreementId | null;
    readonly list: Loadable<AgreementDocuments>;
    /** Why the last step was refused. */
    readonly problem: Problem | null;
  };
  showDocuments(agreement: AgreementId): void;
  hideDocuments(): void;
  placeDocument(
    document: DocumentId,
    agreement: AgreementId,
    before: DocumentId | null,
  ): Promise<boolean>;
  changeRole(document: DocumentId, role: DocumentRole): Promise<boolean>;
  /** Gives the new agreement's number; `null` when it was refused. */
  splitOff(document: DocumentId): Promise<number | null>;
  placeBack(document: DocumentId): Promise<boolean>;
  /** Agreements that a number or name may mean. */
  searchAgreements(search: string): Promise<readonly AgreementRow[]>;
  openOriginal(document: DocumentId): Promise<boolean>;
  /** Gives the path that was written; `null` when the person changed their mind or it was refused. */
  saveOriginal(document: DocumentId): Promise<string | null>;
  /** Whether the received bytes are there; `null` where that cannot be asked. */
  stateOfOriginal(document: DocumentId): Promise<OriginalState | null>;
  addLocked(ticket: string, password: string): Promise<Reply<null>>;
  unlockDocument(document: DocumentId, password: string): Promise<Reply<null>>;
  placingChanged(event: ChangeEvent): void;
}

export const createPlacingSlice =
  (api: Api): Slice<PlacingSlice> =>
  (set, get) => {
    const put = (change: Partial<PlacingSlice['placing']>): void =>
      set(({ placing }) => ({ placing: { ...placing, ...change } }));

    const load = createLoader<AgreementDocuments>({
      ask: async () => {
        const { agreement } = get().placing;
        if (agreement === null) throw new Error('No agreement’s documents are shown');
        return api.documents.listOf({ agreement });
      },
      read: () => get().placing.list,
      write: (list) => put({ list }),
      belongsTo: () => get().placing.agreement,
    });

    /** Takes a step and shows what it came to; what was refused is told in the dialog. */
    const step = async <T>(call: () => Promise<Reply<T>>): Promise<Reply<T>> => {
      put({ problem: null });
      const reply = await call();
      if (!reply.ok) put({ problem: reply.error });
      else if (get().placing.agreement !== null) await load();
      return reply;
    };
    const done = async (call: () => Promise<Reply<unknown>>): Promise<boolean> =>
      (await step(call)).ok;

    return {
      placing: { agreement: null, list: IDLE, problem: null },

      showDocuments: (agreement) => {
        put({ agreement, list: IDLE, problem: null });
        void load();
      },
      hideDocuments: () => put({ agreement: null, list: IDLE, problem: null }),

      placeDocument: (document, agreement, before) =>
        done(() => api.documents.place({ document, agreement, before })),
      changeRole: (document, role) => done(() => api.documents.changeRole({ document, role })),
      splitOff: async (document) => {
        const reply = await step(() => api.documents.splitOff({ document }));
        return reply.ok ? reply.value.number : null;
      },
      placeBack: (document) => done(() => api.documents.placeBack({ document })),

      searchAgreements: async (search) => {
        const reply = await api.agreements.list({ search, limit: 12 });
        if (!reply.ok) put({ problem: reply.error });
        return reply.ok ? reply.value.rows : [];
      },

      openOriginal: (document) => done(() => api.documents.openOriginal({ document })),
      saveOriginal: async (document) => {
        const reply = await step(() => api.documents.saveOriginal({ document }));
        return reply.ok ? reply.value : null;
      },
      stateOfOriginal: async (document) => {
        const reply = await api.documents.stateOfOriginal({ document });
        return reply.ok ? reply.value : null;
      },
      addLocked: (ticket, password) => api.documents.addLocked({ ticket, password }),
      unlockDocument: (document, password) => api.documents.unlock({ document, password }),

      placingChanged: ({ topic }) => {
        const isOurs = topic === 'agreements' || topic === 'documents';
        if (isOurs && get().placing.agreement !== null) void load();
      },
    };
  };
