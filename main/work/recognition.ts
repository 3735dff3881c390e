import { type AppError, isAppError } from '../../shared/domain/app-error';
import type { AgreementId, DocumentId } from '../../shared/domain/ids';
import { HIGHER_DPI } from '../../shared/domain/recognition';
import type { ScanStatus } from '../../shared/ipc/shapes';
import type { BlobStore } from '../documents/blob-store';
import type { PageCache } from '../documents/page-cache';
import { readDrawing } from '../documents/read-pages';
import type { WaitingPage } from '../documents/recognition-cache';
import type { ReaderHost } from '../documents/reader-host';
import type { RecogniserHost } from '../documents/recognition/recogniser-host';
import { readLocal, writeLocal } from '../store/local';
import type { ProjectStore } from '../store/project-store';
import {
  findDocument,
  listDocumentIds,
  listDocumentsIn,
  listDocumentsInOrder,
} from '../store/queries/documents';

export interface RecognitionOptions {
  readonly store: ProjectStore;
  readonly blobs: BlobStore;
  readonly pages: PageCache;
  readonly reader: Pick<ReaderHost, 'read'>;
  readonly recogniser: Pick<RecogniserHost, 'recognise'>;
  /** Pages at a time; as many as the recogniser has processes. */
  readonly atOnce?: number;
  /** Goes on though a person paused it in the window: asked for in the terminal, it is meant. */
  readonly ignorePause?: boolean;
  /** Told after every page, and when the queue stops or goes on. */
  readonly changed?: (change: { document: DocumentId | null }) => void;
}

/** A page that could not be read, with its reason. */
export interface FailedPage {
  readonly document: DocumentId;
  readonly fileName: string;
  readonly page: number;
  readonly error: AppError;
}

const PAUSED = 'recognition.paused';

/** How long nothing may come before the window is told again of what has come. */
const TELL_EVERY_MS = 400;

/**
 * Recognises the text of scanned pages, one after the other, in the background.
 *
 * What is left to do is what the page cache says waits, so nothing has to be kept here: after a crash
 * or a restart it goes on where it was. First comes the document that a person looks at, then those
 * of the agreements after it, around. A page that fails is set aside and costs itself.
 */
export class Recognition {
  readonly #options: RecognitionOptions;
  readonly #stop = new AbortController();
  readonly #underWay = new Map<string, Promise<void>>();
  readonly failed: FailedPage[] = [];
  #looking: DocumentId | null = null;
  #read = 0;
  #readInAll = 0;
  #running = 0;
  #toldAt = 0;
  /** Documents whose pages the cache has lost and that could not be read anew. */
  readonly #lost = new Set<string>();
  /** Documents whose pages the cache had lost when it was last looked through, those yet to be read anew. */
  #missing: readonly { readonly id: DocumentId }[] = [];

  constructor(options: RecognitionOptions) {
    this.#options = options;
  }

  get #isPaused(): boolean {
    const { store, ignorePause = false } = this.#options;
    return !ignorePause && readLocal(store.db, PAUSED) === '1';
  }

  /** Goes on, if there is anything to do; to be called whenever there may be. */
  wake(): void {
    const { atOnce = 1 } = this.#options;
    while (this.#running < atOnce && this.#startOne());
    // What was done before belongs to a batch that is over.
    if (this.#running === 0) this.#read = 0;
  }

  /** Stops once the page under way is done. Kept for the next start. */
  pause(): void {
    if (this.#options.store.readOnlyReason === null) {
      writeLocal(this.#options.store.db, PAUSED, '1');
    }
    this.#tell(null, true);
  }

  resume(): void {
    if (this.#options.store.readOnlyReason === null) {
      writeLocal(this.#options.store.db, PAUSED, '0');
    }
    this.wake();
    this.#tell(null, true);
  }

  /** Puts first the document that a person looks at. */
  lookAt(document: DocumentId): void {
    this.#looking = document;
    // Asked with every document that is shown: all of them are gone through only where there is cause to.
    const { pages } = this.#options;
    if (pages.isAnyWaiting() || !pages.hasDocument(document)) this.wake();
  }

  /** Recognises a page anew, or all scanned pages of a document. */
  again(document: DocumentId, page: number | null, dpi: number | null): void {
    this.#options.pages.awaitTextAgain(document, page, dpi);
    this.wake();
    this.#tell(document, true);
  }

  status(): ScanStatus {
    const { waiting, failed, hard } = this.#options.pages.countScannedPages();
    return {
      paused: this.#isPaused,
      running: this.#running > 0,
      read: this.#read,
      total: this.#read + waiting,
      waiting,
      failed,
      hard,
    };
  }

  /** Pages read since this was made. */
  get pagesRead(): number {
    return this.#readInAll;
  }

  /** Puts all pages that failed back in the queue, at a higher resolution. */
  retryFailed(): void {
    const { pages, store } = this.#options;
    for (const { id } of listDocumentsInOrder(store.db)) {
      for (const { page, state } of pages.scannedPagesOf(id)) {
        if (state === 'failed') pages.awaitTextAgain(id, page, HIGHER_DPI);
      }
    }
  }

  /** Settles when nothing waits, or all that waits is paused. */
  async finished(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.race(this.#underWay.values());
  }

  /** Gives up what is under way; it waits again when the project is opened next. */
  async close(): Promise<void> {
    this.#stop.abort(new Error('The project was closed.'));
    await Promise.allSettled(this.#underWay.values());
  }

  #startOne(): boolean {
    if (this.#stop.signal.aborted || this.#isPaused) return false;
    const next = this.#next();
    if (next === null) return false;
    const key = `${next.document}:${next.page?.page ?? 'all'}`;
    this.#running += 1;
    const work = (
      next.page === null ? this.#readAnew(next.document) : this.#recognise(next.document, next.page)
    )
      .finally(() => {
        this.#underWay.delete(key);
        this.#running -= 1;
      })
      .then(() => this.wake());
    this.#underWay.set(key, work);
    return true;
  }

  /** The next page that waits; or a document whose pages the cache has lost, with `page` null. */
  #next(): { document: DocumentId; page: WaitingPage | null } | null {
    const { pages, store } = this.#options;
    const waiting = new Set(pages.waitingDocuments());
    const near = this.#looking === null ? [...waiting] : [...waiting, this.#looking];
    const those = waiting.size === 0 ? [] : listDocumentsInOrder(store.db, near);
    for (const { id, locked } of fromHereOn(those, this.#looking)) {
      if (!waiting.has(id)) continue;
      if (locked) {
        // Without its password, which was not kept, there is nothing to draw.
        for (const { page, state } of pages.scannedPagesOf(id)) {
          if (state === 'waiting') pages.putFailed(id, page, 'page-not-drawn');
        }
        continue;
      }
      const page = pages.nextWaitingIn(id, (number) => this.#underWay.has(`${id}:${number}`));
      if (page !== null) return { document: id, page };
    }
    const lost = this.#nextLost();
    return lost === undefined ? null : { document: lost, page: null };
  }

  /** The first document whose pages the cache has lost and that can be read anew. */
  #nextLost(): DocumentId | undefined {
    const { pages, store } = this.#options;
    // Where the whole cache is gone there may be very many: they are looked for again when all are through.
    const known = this.#nextMissing();
    if (known !== undefined) return known;
    const missing = pages.missingOf(listDocumentIds(store.db));
    this.#missing = missing.length === 0 ? [] : listDocumentsInOrder(store.db, missing);
    return this.#nextMissing();
  }

  #nextMissing(): DocumentId | undefined {
    const { pages } = this.#options;
    const list = fromHereOn(this.#missing, this.#looking);
    const at = list.findIndex(
      ({ id }) => !this.#lost.has(id) && !this.#underWay.has(`${id}:all`) && !pages.hasDocument(id),
    );
    // Those before it were read meanwhile, or cannot be.
    this.#missing = at < 0 ? [] : list.slice(at + 1);
    return list[at]?.id;
  }

  async #recognise(document: DocumentId, { page, dpi, turn }: WaitingPage): Promise<void> {
    const { store, blobs, pages, recogniser } = this.#options;
    const { signal } = this.#stop;
    try {
      const source = {
        id: document,
        path: blobs.pathOf(document),
        parts: pages.drawingOf(document),
      };
      const found = await recogniser.recognise(source, page, { dpi, turn, signal });
      if (signal.aborted) return;
      pages.putRecognised(document, page, found);
      this.#read += 1;
      this.#readInAll += 1;
    } catch (error) {
      if (signal.aborted) return;
      if (!isAppError(error)) throw error;
      pages.putFailed(document, page, error.code);
      const fileName = findDocument(store.db, document)?.fileName ?? document;
      this.failed.push({ document, fileName, page, error });
    }
    this.#tell(document, false);
  }

  async #readAnew(document: DocumentId): Promise<void> {
    const { store, ...source } = this.#options;
    const found = findDocument(store.db, document);
    try {
      if (found !== null) await readDrawing(source, found);
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.#lost.add(document);
    }
    // Where it was forgotten again meanwhile, it is not tried for ever.
    if (!source.pages.hasDocument(document)) this.#lost.add(document);
  }

  #tell(document: DocumentId | null, now: boolean): void {
    const isLast = this.#running <= 1;
    if (
      !now &&
      !isLast &&
      document !== this.#looking &&
      Date.now() - this.#toldAt < TELL_EVERY_MS
    ) {
      return;
    }
    this.#toldAt = Date.now();
    this.#options.changed?.({ document });
  }
}

/** A list from one of its elements on, and around. */
function fromHereOn<T extends { id: string }>(list: readonly T[], id: string | null): readonly T[] {
  const at = list.findIndex((each) => each.id === id);
  return at <= 0 ? list : [...list.slice(at), ...list.slice(0, at)];
}

/** Scanned pages that a person should look at, by the agreement that their document belongs to: of these agreements. */
export function scanTroublesIn(
  { store, pages }: Pick<RecognitionOptions, 'store' | 'pages'>,
  agreements: readonly AgreementId[],
): Map<string, { failed: number; hard: number }> {
  const agreementOf = new Map(
    listDocumentsIn(store.db, agreements).map(({ id, agreement }) => [id as string, agreement]),
  );
  const found = new Map<string, { failed: number; hard: number }>();
  for (const { sha256, failed, hard } of pages.scanTroublesOf([...agreementOf.keys()])) {
    const agreement = agreementOf.get(sha256);
    if (agreement === undefined) continue;
    const before = found.get(agreement) ?? { failed: 0, hard: 0 };
    found.set(agreement, { failed: before.failed + failed, hard: before.hard + hard });
  }
  return found;
}
