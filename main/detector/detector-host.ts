import { AppError } from '../../shared/domain/app-error';
import type { Codebook } from '../../shared/domain/codebook';
import type { DetectorPage, Finding } from '../../shared/domain/detector/proposal';
import type { ForkChild, RunningChild } from '../documents/reader-child';
import { FromDetector, type ToDetector } from './detector-protocol';

export type ForkDetector = ForkChild<ToDetector>;

export interface DetectorHost {
  /**
   * What the pages say of the codebook's variables. Rejects with `detector-failed` when the detector
   * takes too long or ends, and `detector-closed` when the program does.
   */
  detect(codebook: Codebook, pages: readonly DetectorPage[]): Promise<Finding[]>;
  close(): void;
}

export interface DetectorHostOptions {
  fork: ForkDetector;
  /** Milliseconds that one agreement may take, starting the process not counted. */
  patience?: number;
  /** Milliseconds that the process may take to start. */
  startPatience?: number;
  /** Milliseconds after which an idle process is ended, to give its memory back. */
  idle?: number;
}

interface Job {
  readonly id: number;
  readonly message: ToDetector;
  readonly resolve: (findings: Finding[]) => void;
  readonly reject: (error: AppError) => void;
}

/** Runs the detector process, one agreement at a time, and ends it when it hangs. */
export function createDetectorHost({
  fork,
  patience = 5_000,
  startPatience = 30_000,
  idle = 60_000,
}: DetectorHostOptions): DetectorHost {
  const waiting: Job[] = [];
  let child: RunningChild<ToDetector> | null = null;
  let isReady = false;
  let current: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastJob = 0;

  function startNext(): void {
    if (current !== null) return;
    current = waiting.shift() ?? null;
    if (current === null) {
      rest();
      return;
    }
    if (child === null) start();
    else if (isReady) hand(current);
  }

  function start(): void {
    const started = fork();
    child = started;
    isReady = false;
    wait(startPatience);
    started.onMessage((message) => {
      if (child === started) hear(message);
    });
    started.onExit(({ code }) => {
      if (child === started) giveUp(`it ended with code ${code ?? '?'}`);
    });
  }

  function hand(job: Job): void {
    wait(patience);
    child?.send(job.message);
  }

  function hear(message: unknown): void {
    const parsed = FromDetector.safeParse(message);
    if (!parsed.success) {
      giveUp('it answered out of order');
      return;
    }
    const said = parsed.data;
    if (said.kind === 'ready') {
      isReady = true;
      if (current !== null) hand(current);
      return;
    }
    if (current?.id !== said.job) return;
    const job = current;
    current = null;
    if (said.kind === 'found') job.resolve(said.findings);
    else job.reject(failed(said.reason));
    startNext();
  }

  function wait(time: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp('it took too long'), time);
  }

  function rest(): void {
    clearTimeout(timer);
    timer = setTimeout(end, idle);
    timer.unref();
  }

  function end(): void {
    clearTimeout(timer);
    const ended = child;
    child = null;
    isReady = false;
    ended?.kill();
  }

  /** The process goes, and the job it had with it; the next one gets a fresh process. */
  function giveUp(reason: string): void {
    end();
    const job = current;
    current = null;
    job?.reject(failed(reason));
    if (waiting.length > 0) startNext();
  }

  return {
    detect: (codebook, pages) =>
      new Promise((resolve, reject) => {
        lastJob += 1;
        const message = { kind: 'detect' as const, job: lastJob, codebook, pages: [...pages] };
        waiting.push({ id: lastJob, message, resolve, reject });
        startNext();
      }),
    close: () => {
      const closed = new AppError('detector-closed', 'Looking for proposals was stopped.');
      for (const job of waiting.splice(0)) job.reject(closed);
      current?.reject(closed);
      current = null;
      end();
    },
  };
}

const failed = (reason: string): AppError =>
  new AppError(
    'detector-failed',
    `No proposals could be made for this agreement: ${reason}. Code it without, or open it again to try once more.`,
    { reason },
  );
