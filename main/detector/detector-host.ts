import { AppError } from '../../shared/domain/app-error';
import type { Codebook } from '../../shared/domain/codebook';
import type { DetectorPage, Finding } from '../../shared/domain/detector/proposal';
import { createProcessPool, type PoolWork } from '../documents/process-pool';
import type { ForkChild } from '../documents/reader-child';
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

interface DetectorHostOptions {
  fork: ForkDetector;
  /** Milliseconds that one agreement may take, starting the process not counted. */
  patience?: number;
  /** Milliseconds that the process may take to start. */
  startPatience?: number;
  /** Milliseconds after which an idle process is ended, to give its memory back. */
  idle?: number;
}

interface Task {
  readonly codebook: Codebook;
  readonly pages: readonly DetectorPage[];
}

/** Runs the detector process, one agreement at a time, and ends it when it hangs. */
export function createDetectorHost({
  fork,
  patience = 5_000,
  startPatience = 30_000,
  idle = 60_000,
}: DetectorHostOptions): DetectorHost {
  const pool = createProcessPool(fork, detecting, {
    processes: 1,
    limit: patience,
    startLimit: startPatience,
    idle,
  });
  return {
    detect: (codebook, pages) => pool.run({ codebook, pages }),
    close: pool.close,
  };
}

const detecting: PoolWork<ToDetector, FromDetector, Task, Finding[]> = {
  understand: (message) => FromDetector.safeParse(message).data ?? null,
  hand: (child, { codebook, pages }, job) => {
    child.send({ kind: 'detect', job, codebook, pages: [...pages] });
  },
  hear: (_, said) =>
    said.kind === 'found' ? { result: said.findings } : { reason: failed(said.reason) },
  tookTooLong: () => failed('it took too long'),
  outOfOrder: () => failed('it answered out of order'),
  crashed: (_, { code }) => failed(`it ended with code ${code ?? '?'}`),
  closed: () => new AppError('detector-closed', 'Looking for proposals was stopped.'),
};

function failed(reason: string): AppError {
  return new AppError(
    'detector-failed',
    `No proposals could be made for this agreement: ${reason}. Code it without, or open it again to try once more.`,
    { reason },
  );
}
