import type { Passage } from '../../shared/domain/evidence';
import type { AgreementId, DocumentId } from '../../shared/domain/ids';
import type { DocumentNotice, Page } from '../../shared/domain/page';
import { turnedBy, type Turn } from '../../shared/domain/turn';
import type { DocumentView } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import type { ChangeEvent } from '../../shared/ipc/events';
import type { ImportProgress } from '../../shared/ipc/shapes';
import type { Slice } from './index';
import { createLoader, IDLE, type Loadable, type Problem } from './loadable';

export interface DocumentsSlice {
  documents: {
    /** The import that is running or was the last; `null` when there was none. */
    readonly adding: Loadable<ImportProgress | null>;
    /** The person has put the result away. */
    readonly dismissed: boolean;
    /** Why files could not be taken at all. */
    readonly problem: Problem | null;
    /** A passage that the next pane that shows its document is to show. */
    readonly sought: Passage | null;
    /** Files are being dragged over the window. */
    readonly dragged: boolean;
    /** Counts what main tells of documents: what was asked about one is asked again when it moves. */
    readonly version: number;
    /** How each document was turned, for as long as the program runs. */
    readonly turns: Readonly<Record<DocumentId, Turn>>;
  };
  loadAdding(): Promise<void>;
  addDocuments(paths: readonly string[], agreement?: AgreementId | null): Promise<void>;
  /** Asks for files or a folder and adds what is chosen, each as an agreement or all to the given one. */
  chooseDocuments(kind: 'files' | 'folder', agreement?: AgreementId | null): Promise<void>;
  cancelAdding(): Promise<void>;
  dismissAdding(): void;
  /** All pages of a document that the window lays out itself. */
  readAllPages(document: DocumentView): Promise<Reply<Page[]>>;
  /** Shows a passage in the pane that has its document, now or when its agreement is opened. */
  seekPassage(passage: Passage | null): void;
  turnOf(document: DocumentId): Turn;
  /** Remembers that a document is turned further, so that it opens so the next time. */
  rememberTurned(document: DocumentId, by: 90 | -90): void;
  /** What is to be told about a document; nothing where that cannot be asked. */
  readNotices(document: DocumentId): Promise<readonly DocumentNotice[]>;
  /** Files are dragged over the window, or no longer. */
  dragFiles(isOver: boolean): void;
  documentsChanged(event: ChangeEvent): void;
}

export const createDocumentsSlice =
  (api: Api): Slice<DocumentsSlice> =>
  (set, get) => {
    const put = (change: Partial<DocumentsSlice['documents']>): void =>
      set(({ documents }) => ({ documents: { ...documents, ...change } }));

    return {
      documents: {
        adding: IDLE,
        dismissed: false,
        problem: null,
        version: 0,
        sought: null,
        dragged: false,
        turns: {},
      },

      loadAdding: createLoader({
        ask: () => api.documents.progress(),
        read: () => get().documents.adding,
        write: (adding) => put({ adding }),
        belongsTo: () => get().project.value?.folder,
      }),

      addDocuments: async (paths, agreement = null) => {
        if (paths.length === 0) return;
        put({ dismissed: false, problem: null });
        const reply = await api.documents.add({ paths: [...paths], agreement });
        if (!reply.ok) put({ problem: reply.error });
        else await get().loadAdding();
      },

      chooseDocuments: async (kind, agreement = null) => {
        const reply = await api.documents.chooseFiles({ kind });
        if (!reply.ok) put({ problem: reply.error, dismissed: false });
        else await get().addDocuments(reply.value, agreement);
      },

      cancelAdding: async () => {
        const reply = await api.documents.cancelAdding();
        if (!reply.ok) put({ problem: reply.error });
        await get().loadAdding();
      },

      dismissAdding: () => put({ dismissed: true, problem: null }),

      readAllPages: ({ id, pageCount }) =>
        api.documents.readPages({ document: id, from: 1, to: Math.max(1, pageCount) }),

      seekPassage: (sought) => put({ sought }),

      turnOf: (document) => get().documents.turns[document] ?? 0,
      rememberTurned: (document, by) => {
        const { turns } = get().documents;
        put({ turns: { ...turns, [document]: turnedBy(turns[document] ?? 0, by) } });
      },

      readNotices: async (document) => {
        const reply = await api.documents.notices({ document });
        return reply.ok ? reply.value : [];
      },

      dragFiles: (dragged) => {
        if (get().documents.dragged !== dragged) put({ dragged });
      },

      documentsChanged: ({ topic }) => {
        if (topic !== 'documents') return;
        put({ version: get().documents.version + 1 });
        void get().loadAdding();
      },
    };
  };

/** True while files are being looked for or read. */
export function isAdding(progress: ImportProgress | null): boolean {
  return progress !== null && (progress.state === 'collecting' || progress.state === 'reading');
}
