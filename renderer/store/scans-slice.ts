import type { DocumentId } from '../../shared/domain/ids';
import type { ScannedPage } from '../../shared/domain/recognition';
import type { Api } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { ScanStatus } from '../../shared/ipc/shapes';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, type Problem } from './loadable';

export interface ScansSlice {
  scans: {
    /** How far the reading of scanned pages has come. */
    readonly status: Loadable<ScanStatus>;
    /** The scanned pages of the document that is looked at. */
    readonly pages: { readonly document: DocumentId; readonly list: readonly ScannedPage[] } | null;
    /** Why something that was asked for here was refused. */
    readonly problem: Problem | null;
  };
  loadScans(): Promise<void>;
  /** Takes up a document: its pages are read before others, and its state is followed. */
  lookAtScans(document: DocumentId): Promise<void>;
  pauseScans(): Promise<void>;
  resumeScans(): Promise<void>;
  /** Reads a page once more, or all scanned pages of a document; `dpi` `null`: as seems best. */
  readScanAgain(document: DocumentId, page: number | null, dpi: number | null): Promise<void>;
  scansChanged(event: ChangeEvent): void;
}

export const createScansSlice =
  (api: Api): Slice<ScansSlice> =>
  (set, get) => {
    const put = (change: Partial<ScansSlice['scans']>): void =>
      set(({ scans }) => ({ scans: { ...scans, ...change } }));

    const loadPages = async (document: DocumentId): Promise<void> => {
      const reply = await api.scans.ofDocument({ document });
      const { pages } = get().scans;
      // Another was taken up meanwhile.
      if (pages?.document !== document) return;
      if (reply.ok) put({ pages: { document, list: reply.value } });
      else put({ problem: reply.error });
    };
    const follow = async (asked: ReturnType<Api['scans']['pause']>): Promise<void> => {
      const reply = await asked;
      if (!reply.ok) put({ problem: reply.error });
      await get().loadScans();
    };

    return {
      scans: { status: IDLE, pages: null, problem: null },

      loadScans: createLoader({
        ask: () => api.scans.status(),
        read: () => get().scans.status,
        write: (status) => put({ status }),
        belongsTo: () => get().project.value?.folder,
      }),

      lookAtScans: async (document) => {
        put({ pages: { document, list: [] }, problem: null });
        await Promise.all([loadPages(document), api.scans.lookAt({ document })]);
      },

      pauseScans: () => follow(api.scans.pause()),
      resumeScans: () => follow(api.scans.resume()),

      readScanAgain: async (document, page, dpi) => {
        const reply = await api.scans.again({ document, page, dpi });
        put({ problem: reply.ok ? null : reply.error });
      },

      scansChanged: ({ topic, document }) => {
        const { status, pages } = get().scans;
        const concerns = topic === 'scans' || topic === 'documents' || topic === 'project';
        if (!concerns) return;
        if (topic === 'project') put({ pages: null, problem: null });
        if (status.state !== 'idle') void get().loadScans();
        const isShown = document === undefined || document === null || document === pages?.document;
        if (topic !== 'project' && pages !== null && isShown) void loadPages(pages.document);
      },
    };
  };
