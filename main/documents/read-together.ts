import { isAppError } from '../../shared/domain/app-error';
import { ExpectedPages, pagesOutOfOrder } from './expected-pages';
import type { ProcessPool } from './process-pool';
import type { ReadSummary } from './read-summary';
import type { ReadJobOptions } from './reader-host';
import { type PagePart, READER_MEMORY } from './reader-protocol';

/** A file to read. */
interface ToBeRead {
  readonly path: string;
  readonly fileName: string;
  readonly options: ReadJobOptions;
}

/** What one process does of reading a file, and how far that has come. */
export interface ReadingTask extends ToBeRead {
  /** Megabytes that a process may take that begins it: half of all once two read the file. */
  memory: number;
  readonly pages: ExpectedPages;
  /** Tells what to read next of a PDF of so many pages; `null`: all of it, without asking. */
  readonly share: ((pageCount: number) => Share) | null;
  /** Another process takes over, from the beginning. */
  beginAgain(): void;
  /** Its process ended by itself, which may be another's doing. */
  hasCrashed: boolean;
  /** When a process first got it. */
  handedAt: number | null;
  /** Bytes of attachments so far. */
  attached: number;
}

interface Share {
  readonly part: PagePart | null;
  readonly memory: number;
}

type Ending = { summary: ReadSummary } | { error: unknown; page: number; isDoubtful: boolean };

type ReaderPool = ProcessPool<ReadingTask, ReadSummary>;

/** Pages that a process is given at once: few, so that both are done at about the same time. */
const PART = 50;

/** Megabytes for each of two that read one file. */
const HALF = READER_MEMORY / 2;

/**
 * Reads a file; a long PDF in two processes at the same time, where another is free.
 *
 * Both together have no more time and memory than one: half the memory each. A file that needs more
 * than that, or whose second process ends by itself (it may have been refused or ended by the system),
 * is read once more by one process alone, in the time that is left. What is wrong with a
 * file is told as if one had read it: of two errors, that of the earlier page.
 *
 * @param limit milliseconds that a file may take
 */
export function readTogether(
  pool: ReaderPool,
  file: ToBeRead,
  limit: number,
): Promise<ReadSummary> {
  return new SharedReading(pool, file, limit).read();
}

class SharedReading {
  readonly #pool: ReaderPool;
  readonly #file: ToBeRead;
  readonly #limit: number;
  readonly #first: ReadingTask;
  #second: Promise<Ending> | null = null;
  /** Known when a long PDF is open. */
  #pageCount: number | null = null;
  /** The first page that was not given out yet. */
  #next = 1;
  /** Parts that a process had that has ended, to be given out again. */
  readonly #back: PagePart[] = [];
  #hasFailed = false;

  constructor(pool: ReaderPool, file: ToBeRead, limit: number) {
    this.#pool = pool;
    this.#file = file;
    this.#limit = limit;
    this.#first = this.#task(file, READER_MEMORY, { mustAsk: false });
  }

  async read(): Promise<ReadSummary> {
    const endings = [await this.#run(this.#first, this.#limit)];
    const isShared = this.#second !== null;
    if (this.#second !== null) endings.push(await this.#second);
    const failed = endings
      .filter((ending) => 'error' in ending)
      .sort((one, other) => one.page - other.page);
    const [earliest] = failed;
    if (isShared && (earliest?.isDoubtful || failed.some(({ error }) => needsMemory(error)))) {
      const alone = { ...this.#task(this.#file, READER_MEMORY, { mustAsk: false }), share: null };
      return this.#pool.run(alone, this.#file.options.signal, this.#timeLeft());
    }
    if (earliest !== undefined) throw earliest.error;
    const [summary] = endings.flatMap((ending) => ('summary' in ending ? [ending.summary] : []));
    const isAllThere = this.#pageCount === null || this.#next > this.#pageCount;
    if (summary === undefined || !isAllThere || this.#back.length > 0) {
      throw pagesOutOfOrder(this.#file.fileName);
    }
    return summary;
  }

  #task(file: ToBeRead, memory: number, { mustAsk }: { mustAsk: boolean }): ReadingTask {
    const pages = new ExpectedPages(file.fileName, { mustAsk });
    return {
      ...file,
      memory,
      pages,
      share: (pageCount) => this.#share(pages, pageCount),
      beginAgain: () => void this.#back.push(...pages.beginAgain()),
      hasCrashed: false,
      handedAt: null,
      attached: 0,
    };
  }

  /** Waits until a process has done its share, or has not. */
  async #run(task: ReadingTask, mostTime: number): Promise<Ending> {
    try {
      return { summary: await this.#pool.run(task, task.options.signal, mostTime) };
    } catch (error) {
      this.#hasFailed = true;
      const isDoubtful = task !== this.#first && task.hasCrashed;
      return { error, page: task.pages.next, isDoubtful };
    }
  }

  #share(pages: ExpectedPages, pageCount: number): Share {
    if (this.#pageCount === null) {
      this.#pageCount = pageCount;
      if (this.#pool.hasRoom()) {
        const { attachments: _, ...options } = this.#file.options;
        const second = this.#task({ ...this.#file, options }, HALF, { mustAsk: true });
        this.#second = this.#run(second, this.#timeLeft());
        // For a process that takes over from the first.
        this.#first.memory = HALF;
      }
    }
    if (pageCount !== this.#pageCount) throw pagesOutOfOrder(this.#file.fileName);
    const part = this.#hasFailed ? null : this.#nextPart(pageCount);
    pages.give(part, pageCount);
    return { part, memory: this.#second === null ? READER_MEMORY : HALF };
  }

  #nextPart(pageCount: number): PagePart | null {
    const back = this.#back.shift();
    if (back !== undefined) return back;
    const from = this.#next;
    if (from > pageCount) return null;
    const to = this.#second === null ? pageCount : Math.min(pageCount, from + PART - 1);
    this.#next = to + 1;
    return { from, to };
  }

  #timeLeft(): number {
    const now = performance.now();
    return Math.max(0, this.#limit - (now - (this.#first.handedAt ?? now)));
  }
}

function needsMemory(error: unknown): boolean {
  return isAppError(error) && error.code === 'reader-memory';
}
