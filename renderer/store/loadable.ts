import type { Reply } from '../../shared/ipc/contract';

/** Why something could not be done, as main told it; the window translates it by its code. */
export type Problem = Extract<Reply<unknown>, { ok: false }>['error'];

/** Something that main is asked for, and how far that has come. What was shown stays while it is asked anew. */
export type Loadable<T> =
  | { readonly state: 'idle'; readonly value: null; readonly problem: null }
  | { readonly state: 'loading'; readonly value: T | null; readonly problem: null }
  | { readonly state: 'ready'; readonly value: T; readonly problem: null }
  | { readonly state: 'failed'; readonly value: T | null; readonly problem: Problem };

export const IDLE: Loadable<never> = { state: 'idle', value: null, problem: null };

export const ready = <T>(value: T): Loadable<T> => ({ state: 'ready', value, problem: null });

interface LoaderDeps<T> {
  ask(): Promise<Reply<T>>;
  read(): Loadable<T>;
  write(next: Loadable<T>): void;
  /** What the answer belongs to (the project's folder); an answer that comes after it changed is dropped. */
  belongsTo(): unknown;
}

/**
 * A function that asks for something and keeps the answer.
 *
 * Asked again while an answer is awaited, it asks once more afterwards, however often it was asked:
 * a burst of changes costs two calls, and the last answer is never older than the last change.
 */
export function createLoader<T>({ ask, read, write, belongsTo }: LoaderDeps<T>) {
  let running: Promise<void> | null = null;
  let again = false;

  const run = async (): Promise<void> => {
    do {
      again = false;
      const owner = belongsTo();
      if (read().state !== 'ready') write({ state: 'loading', value: read().value, problem: null });
      const reply = await ask();
      if (belongsTo() !== owner) continue;
      write(
        reply.ok
          ? ready(reply.value)
          : { state: 'failed', value: read().value, problem: reply.error },
      );
    } while (again);
  };

  return (): Promise<void> => {
    if (running !== null) {
      again = true;
      return running;
    }
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
}
