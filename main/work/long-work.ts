import { AppError } from '../../shared/domain/app-error';
import { Slices } from '../slices';

/** What a person may wait for in an open project. */
export type LongWorkKind =
  | 'verify'
  | 'export'
  | 'reliability'
  | 'reliability-table'
  | 'count-agreed'
  | 'settle-agreed';

interface Running {
  readonly controller: AbortController;
  /** Resolves, whatever came of it, when it does not touch the project any more. */
  readonly finished: Promise<void>;
}

/** Work on an open project that goes on in slices: one of a kind at a time, until the project is closed. */
export class LongWork {
  readonly #running = new Map<LongWorkKind, Running>();

  /**
   * Runs work of a kind once the former one of that kind, which it ends, has come to its end. Rejects
   * as the work does, and with `work-stopped` when it was ended.
   */
  run<T>(kind: LongWorkKind, work: (slices: Slices) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { signal } = controller;
    const result = this.stop(kind).then(() => {
      if (signal.aborted) throw stopped();
      return work(Slices.until(signal, stopped));
    });
    const running: Running = {
      controller,
      finished: result.then(
        () => undefined,
        () => undefined,
      ),
    };
    this.#running.set(kind, running);
    return result.finally(() => {
      if (this.#running.get(kind) === running) this.#running.delete(kind);
    });
  }

  /** Ends what is under way of a kind; resolves when nothing of it touches the project any more. */
  async stop(kind: LongWorkKind): Promise<void> {
    const running = this.#running.get(kind);
    running?.controller.abort();
    await running?.finished;
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#running.keys()].map((kind) => this.stop(kind)));
  }
}

const stopped = (): AppError =>
  new AppError(
    'work-stopped',
    'It was stopped before it was done; nothing was changed. Begin again.',
  );
