import { type AppError, isAppError } from '../../shared/domain/app-error';
import { documentError } from './errors';
import type { ProcessPool } from './process-pool';
import type { ReadSummary } from './read-summary';
import type { ReadJobOptions } from './reader-host';
import { READER_MEMORY } from './reader-protocol';

/** A file to read. */
interface ToBeRead {
  readonly path: string;
  readonly fileName: string;
  readonly options: ReadJobOptions;
}

/** A file to read, or a part of one, and how far that has come. */
export interface ReadingTask extends ToBeRead {
  /** The first page to read. */
  readonly from: number;
  /** The last one; `null`: the last of the file. */
  to: number | null;
  /** Megabytes that the process may take. */
  readonly memory: number;
  /** Tells how far to read a PDF of so many pages; `null`: to its end, without asking. */
  readonly share: ((pageCount: number) => Share) | null;
  /** When a process first got it. */
  handedAt: number | null;
  /** The page to come next. */
  expected: number;
  /** Bytes of attachments so far. */
  attached: number;
}

interface Share {
  readonly to: number;
  readonly memory: number;
}

/** Megabytes for each of two that read one file. */
const HALF = READER_MEMORY / 2;

type ReaderPool = ProcessPool<ReadingTask, ReadSummary>;

/**
 * Reads a file; the second half of a long PDF in another process at the same time, where one is free.
 *
 * Both together have no more time and memory than one: half the memory each. A file that needs more
 * than that is read once more by one process alone, in the time that is left.
 *
 * @param limit milliseconds that a file may take
 */
export async function readTogether(
  pool: ReaderPool,
  file: ToBeRead,
  limit: number,
): Promise<ReadSummary> {
  const { signal, attachments: _, ...options } = file.options;
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const halves: { second?: Promise<ReadSummary> } = {};

  const share = (pageCount: number): Share => {
    // Where the first half is tried a second time, another has the second already.
    if (halves.second === undefined) {
      if (!pool.hasRoom()) return { to: pageCount, memory: READER_MEMORY };
      first.to = Math.ceil(pageCount / 2);
      const part = { from: first.to + 1, memory: HALF };
      halves.second = pool.run(taskOf({ ...file, options }, part), either, timeLeft());
      // Heard below, when the first half has come.
      halves.second.catch(() => undefined);
    }
    return { to: first.to ?? pageCount, memory: HALF };
  };
  const first = taskOf(file, { share });
  const timeLeft = (): number => {
    const now = performance.now();
    return Math.max(0, limit - (now - (first.handedAt ?? now)));
  };

  try {
    const summary = await pool.run(first, signal);
    const other = await halves.second;
    if (other !== undefined && other.pageCount !== summary.pageCount) {
      throw pagesOutOfOrder(file.fileName);
    }
    return summary;
  } catch (error) {
    stop.abort(error);
    const wasHalved = halves.second !== undefined;
    if (!wasHalved || !isAppError(error) || error.code !== 'reader-memory') throw error;
    return pool.run(taskOf(file, {}), signal, timeLeft());
  }
}

function taskOf(
  file: ToBeRead,
  { from = 1, memory = READER_MEMORY, share = null }: Partial<ReadingTask>,
): ReadingTask {
  const begun = { handedAt: null, expected: from, attached: 0 };
  return { ...file, from, to: null, memory, share, ...begun };
}

/** The pages of a file came in another order, or another number, than they must. */
export function pagesOutOfOrder(fileName: string): AppError {
  return documentError('reader-crashed', fileName, { reason: 'its pages came out of order' });
}
