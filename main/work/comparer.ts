import type { ComparingProgress } from '../../shared/ipc/comparison-shapes';
import { compareDocuments } from '../documents/compare-documents';
import { type PageSource, readPages } from '../documents/read-pages';
import { SimilarityCache } from '../documents/similarity-cache';
import type { ProjectStore } from '../store/project-store';
import { listDocuments } from '../store/queries/documents';

interface ComparerOptions extends PageSource {
  readonly store: ProjectStore;
  /** Told when pairs were found, and now and then of how far it has come. */
  readonly onChange?: () => void;
  /** Told of what nobody could expect. */
  readonly onFault?: (error: unknown) => void;
  /** Milliseconds that the rest of the program has between two slices of work. */
  readonly pause?: number;
}

/** How often it is told how far it has come. */
const TELL_EVERY = 400;

/** Looks for documents that are alike, in the background of an open project. */
export class Comparer {
  readonly cache: SimilarityCache;
  readonly #options: ComparerOptions;
  #progress: ComparingProgress = { state: 'waiting', done: 0, total: 0 };
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #rejectStopped: (reason: unknown) => void = () => undefined;
  readonly #untilStopped = new Promise<never>((_, reject) => {
    this.#rejectStopped = reject;
  });
  #delay: NodeJS.Timeout | undefined;

  constructor(options: ComparerOptions) {
    this.#options = options;
    this.cache = new SimilarityCache(options.pages);
    // Somebody waits for it only while a document is read.
    this.#untilStopped.catch(() => undefined);
  }

  get progress(): ComparingProgress {
    return this.#progress;
  }

  /** Begins after a while, so that what was just opened shows first. */
  startSoon(after = 1_500): void {
    clearTimeout(this.#delay);
    if (this.#running === null) this.#progress = { ...this.#progress, state: 'waiting' };
    this.#delay = setTimeout(() => void this.run(), after);
    this.#delay.unref();
  }

  /** Compares what has not been compared; once more when asked while it is under way. */
  run(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Ends what is under way; resolves when nothing of it touches the project any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#delay);
    this.#rejectStopped(STOPPED);
    await this.#running;
  }

  async #rounds(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#round();
      } while (this.#again && !this.#stopped);
    } catch (error) {
      if (error !== STOPPED) this.#options.onFault?.(error);
    }
  }

  async #round(): Promise<void> {
    const { store, pause = 2, onChange } = this.#options;
    let toldAt = performance.now();
    const found = await compareDocuments({
      cache: this.cache,
      documents: listDocuments(store.db),
      // In a project that is only read, pages are kept in memory: reading all of them anew is too much.
      ...(store.readOnlyReason === null && {
        read: (document) =>
          Promise.race([readPages(this.#options, document, 1, 0), this.#untilStopped]),
      }),
      onProgress: (progress) => {
        this.#progress = progress;
        if (performance.now() - toldAt < TELL_EVERY) return;
        toldAt = performance.now();
        onChange?.();
      },
      breathe: async () => {
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (this.#stopped) throw STOPPED;
      },
    });
    const { total } = this.#progress;
    const wasDone = this.#progress.state === 'done';
    this.#progress = { state: 'done', done: total, total };
    if (found || !wasDone) onChange?.();
  }
}

const STOPPED = new Error('Comparing was stopped');
