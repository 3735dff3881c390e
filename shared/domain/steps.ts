/**
 * Work in steps that are each too short to be felt: whoever runs it may pause after any of them, and
 * has the result at the end.
 */
export type Steps<T> = Generator<void, T>;

/** All steps at once. */
export function toItsEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
