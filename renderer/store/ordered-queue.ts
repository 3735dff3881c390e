/** Runs what it is given one at a time, in the order it was given. */
interface OrderedQueue {
  /** Waits for everything before it, then runs; gives what the task gives. */
  add<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is running or waiting any more, also what came while it waited. */
  idle(): Promise<void>;
}

/**
 * A queue for one person's writes, so that no answer overtakes another.
 *
 * A task that throws fails for whoever added it; those behind it run all the same.
 */
export function createOrderedQueue(): OrderedQueue {
  let last: Promise<unknown> = Promise.resolve();

  const add = <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };

  const idle = async (): Promise<void> => {
    let seen: Promise<unknown>;
    do {
      seen = last;
      await seen;
    } while (seen !== last);
  };

  return { add, idle };
}
