import { AppError } from '../../../shared/domain/app-error';
import type { Turn } from '../../../shared/domain/turn';
import type { DrawnPart } from '../drawn-parts';
import { createProcessPool, type PoolWork } from '../process-pool';
import { type ForkChild, ranOutOfMemory, type RunningChild } from '../reader-child';
import {
  FromRecogniser,
  RECOGNISER_MEMORY,
  type Recognised,
  type ToRecogniser,
} from './recogniser-protocol';

/** The bytes of a document that pages are recognised of. */
export interface PictureSource {
  /** What tells it from other documents. */
  readonly id: string;
  readonly path: string;
  readonly parts: readonly DrawnPart[] | null;
}

export interface RecogniserHost {
  /**
   * The text of one page. Rejects with an `AppError` whose code says what went wrong:
   * `page-not-drawn`, `recogniser-timeout`, `recogniser-memory`, `recogniser-crashed`; or with the
   * signal's reason when it is cancelled.
   */
  recognise(
    source: PictureSource,
    page: number,
    options?: { dpi?: number | null; turn?: Turn; signal?: AbortSignal },
  ): Promise<Recognised>;
  /** Ends all processes; pages under way are rejected. */
  close(): void;
}

export interface RecogniserHostOptions {
  fork: ForkChild<ToRecogniser>;
  /** Processes at a time. */
  processes?: number;
  /** Milliseconds that a page may take. */
  patience?: number;
  /** Milliseconds after which an idle process is ended, to give its memory back. */
  idle?: number;
}

/** A process that has recognised this many pages is replaced: WebAssembly never gives memory back. */
const PAGES_PER_PROCESS = 100;

/** A page to recognise. */
interface Task {
  readonly source: PictureSource;
  readonly page: number;
  readonly dpi: number | null;
  readonly turn: Turn;
}

/**
 * Runs recogniser processes, one page at a time in each, and replaces those that hang, crash or take
 * too much memory: a bad page costs itself.
 */
export function createRecogniserHost({
  fork,
  processes = 1,
  patience = 180_000,
  idle = 20_000,
}: RecogniserHostOptions): RecogniserHost {
  const pool = createProcessPool(fork, recognising(), {
    processes,
    limit: patience,
    idle,
    tasksPerProcess: PAGES_PER_PROCESS,
  });
  return {
    recognise: (source, page, { dpi = null, turn = 0, signal } = {}) =>
      pool.run({ source, page, dpi, turn }, signal),
    close: pool.close,
  };
}

function recognising(): PoolWork<ToRecogniser, FromRecogniser, Task, Recognised> {
  /** The document that each process has. */
  const held = new WeakMap<RunningChild<ToRecogniser>, string>();
  return {
    understand: (message) => FromRecogniser.safeParse(message).data ?? null,
    hand: (child, { source, page, dpi, turn }, job) => {
      if (held.get(child) !== source.id) {
        held.set(child, source.id);
        const parts = source.parts === null ? null : [...source.parts];
        child.send({ kind: 'document', path: source.path, parts });
      }
      child.send({ kind: 'recognise', job, page, dpi, turn });
    },
    prefer: (free, { source }) => free.find((child) => held.get(child) === source.id),
    hear: (task, said) =>
      said.kind === 'recognised'
        ? { result: said.found }
        : { reason: pageError('page-not-drawn', task, { reason: said.reason }) },
    tookTooLong: (task, limit) =>
      pageError('recogniser-timeout', task, { seconds: Math.round(limit / 1000) }),
    outOfOrder: (task) =>
      pageError('recogniser-crashed', task, { reason: 'it answered out of order' }),
    crashed: crashError,
    closed: () => new AppError('recogniser-closed', 'Recognising was stopped.'),
  };
}

const sentences = {
  'page-not-drawn': (reason: string | number) =>
    `could not be drawn (${reason}). Open the original to see whether the page is whole, then try again`,
  'recogniser-timeout': (seconds: string | number) =>
    `took more than ${seconds} s to recognise and was given up. Try again, or code from the picture`,
  'recogniser-memory': (megabytes: string | number) =>
    `needs more than ${megabytes} MB of memory and was given up. Code from the picture, or scan it with fewer dots per inch`,
  'recogniser-crashed': (reason: string | number) =>
    `made the recogniser stop (${reason}). Try again, or code from the picture`,
} as const;

/** Why a page has no text: the codes of `RecogniserHost.recognise`. */
export type PageErrorCode = keyof typeof sentences;

function pageError(
  code: PageErrorCode,
  { page }: Task,
  details: Record<string, string | number>,
): AppError {
  const [about = ''] = Object.values(details);
  return new AppError(code, `Page ${page} ${sentences[code](about)}.`, { ...details, page });
}

function crashError(
  task: Task,
  { code, errorOutput }: { code: number | null; errorOutput: string },
): AppError {
  if (ranOutOfMemory(errorOutput)) {
    return pageError('recogniser-memory', task, { megabytes: RECOGNISER_MEMORY });
  }
  return pageError('recogniser-crashed', task, { reason: `exit ${code ?? '?'}` });
}
