import { AppError } from '../../../shared/domain/app-error';
import type { DrawnPart } from '../drawn-parts';
import type { ForkChild, RunningChild } from '../reader-child';
import { MEMORY_MARK } from '../reader-protocol';
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
    options?: { dpi?: number | null; signal?: AbortSignal },
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

interface Job {
  readonly id: number;
  readonly source: PictureSource;
  readonly page: number;
  readonly dpi: number | null;
  resolve(found: Recognised): void;
  reject(reason: unknown): void;
}

interface Recogniser {
  readonly child: RunningChild<ToRecogniser>;
  ready: boolean;
  pages: number;
  /** The document that it holds. */
  holds: string | null;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
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
  const running = new Set<Recogniser>();
  const waiting: Job[] = [];
  let lastJob = 0;

  function startNext(): void {
    while (waiting.length > 0) {
      const free = freeFor(waiting[0]) ?? started();
      if (free === null) return;
      const job = waiting.shift();
      if (job === undefined) return;
      free.job = job;
      free.pages += 1;
      clearTimeout(free.timer);
      free.timer = setTimeout(() => {
        const seconds = Math.round(patience / 1000);
        end(free, pageError('recogniser-timeout', job, { seconds }));
      }, patience);
      if (free.ready) hand(free, job);
    }
  }

  /** One that holds the document already, else any that is free. */
  function freeFor(job: Job | undefined): Recogniser | null {
    const free = [...running].filter((each) => each.job === null);
    return free.find((each) => each.holds === job?.source.id) ?? free[0] ?? null;
  }

  function started(): Recogniser | null {
    if (running.size >= processes) return null;
    const one: Recogniser = {
      child: fork(),
      ready: false,
      pages: 0,
      holds: null,
      job: null,
      timer: undefined,
    };
    running.add(one);
    one.child.onMessage((message) => hear(one, message));
    one.child.onExit(({ code, errorOutput }) => {
      if (!running.delete(one)) return;
      clearTimeout(one.timer);
      const { job } = one;
      if (job !== null) job.reject(crashError(job, code, errorOutput));
      startNext();
    });
    return one;
  }

  function hand(one: Recogniser, { id, source, page, dpi }: Job): void {
    if (one.holds !== source.id) {
      one.holds = source.id;
      const parts = source.parts === null ? null : [...source.parts];
      one.child.send({ kind: 'document', path: source.path, parts });
    }
    one.child.send({ kind: 'recognise', job: id, page, dpi });
  }

  function hear(one: Recogniser, message: unknown): void {
    if (!running.has(one)) return;
    const parsed = FromRecogniser.safeParse(message);
    if (!parsed.success) {
      const reason = 'it answered out of order';
      end(one, one.job === null ? null : pageError('recogniser-crashed', one.job, { reason }));
      return;
    }
    const said = parsed.data;
    if (said.kind === 'ready') {
      one.ready = true;
      if (one.job !== null) hand(one, one.job);
      return;
    }
    const { job } = one;
    if (job === null || said.job !== job.id) return;
    if (said.kind === 'recognised') job.resolve(said.found);
    else job.reject(pageError('page-not-drawn', job, { reason: said.reason }));
    release(one);
  }

  function release(one: Recogniser): void {
    one.job = null;
    clearTimeout(one.timer);
    if (one.pages >= PAGES_PER_PROCESS) end(one, null);
    else {
      one.timer = setTimeout(() => end(one, null), idle);
      one.timer.unref();
    }
    startNext();
  }

  function end(one: Recogniser, reason: unknown): void {
    running.delete(one);
    clearTimeout(one.timer);
    one.child.kill();
    one.job?.reject(reason);
    one.job = null;
    startNext();
  }

  return {
    recognise: (source, page, { dpi = null, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        lastJob += 1;
        const id = lastJob;
        const cancel = () => {
          const at = waiting.findIndex((job) => job.id === id);
          if (at >= 0) waiting.splice(at, 1);
          for (const one of running) if (one.job?.id === id) end(one, signal?.reason);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', cancel, { once: true });
        const settled = () => signal?.removeEventListener('abort', cancel);
        waiting.push({
          id,
          source,
          page,
          dpi,
          resolve: (found) => {
            settled();
            resolve(found);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
        });
        startNext();
      }),
    close: () => {
      const reason = new AppError('recogniser-closed', 'Recognising was stopped.');
      for (const job of waiting.splice(0)) job.reject(reason);
      for (const one of running) end(one, reason);
    },
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
  { page }: Pick<Job, 'page'>,
  details: Record<string, string | number>,
): AppError {
  const [about = ''] = Object.values(details);
  return new AppError(code, `Page ${page} ${sentences[code](about)}.`, { ...details, page });
}

function crashError(job: Job, code: number | null, errorOutput: string): AppError {
  if (errorOutput.includes(MEMORY_MARK) || /heap out of memory/i.test(errorOutput)) {
    return pageError('recogniser-memory', job, { megabytes: RECOGNISER_MEMORY });
  }
  return pageError('recogniser-crashed', job, { reason: `exit ${code ?? '?'}` });
}
