import type { Steps } from '../shared/domain/steps';

/** Milliseconds of work between two breaths: what the window waits for at most. */
const SLICE = 6;

/** Lets whatever else there is have its turn. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Cuts long work into slices of some milliseconds, so that nobody has to wait for the whole of it. */
export class Slices {
  readonly #breathe: () => Promise<void>;
  readonly #milliseconds: number;
  #began = performance.now();

  /**
   * @param breathe called when a slice is used up; resolves when the next may begin, rejects to stop
   * @param milliseconds how long a slice is
   */
  constructor(breathe: () => Promise<void> = nextTurn, milliseconds: number = SLICE) {
    this.#breathe = breathe;
    this.#milliseconds = milliseconds;
  }

  /** Slices that end with this error once the signal is given. */
  static until(signal: AbortSignal, stopped: () => Error): Slices {
    return new Slices(async () => {
      await nextTurn();
      if (signal.aborted) throw stopped();
    });
  }

  /** Pauses where the slice is used up. */
  async rest(): Promise<void> {
    if (!this.#isUsedUp()) return;
    await this.#breathe();
    this.#began = performance.now();
  }

  /** Runs all steps, resting between them, and gives what they come to. */
  async run<T>(steps: Steps<T>): Promise<T> {
    const work: Iterator<void, T> = steps;
    try {
      for (;;) {
        const step = work.next();
        if (this.#isUsedUp()) await this.rest();
        if (step.done === true) return step.value;
      }
    } finally {
      // Where it was stopped, what it holds open must not outlive it.
      work.return?.();
    }
  }

  #isUsedUp(): boolean {
    return performance.now() - this.#began >= this.#milliseconds;
  }
}
