// What a person sees while set-up works: one line per step, and a sign of life from long ones.

const signOfLifeMs = 15_000;

let steps = 0;

/**
 * Runs one step under a numbered title on stderr and tells how long it took. Which steps there are shows
 * only on the way, so those that are done are numbered.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  steps += 1;
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  process.stderr.write(`[${steps}] ${title}\n`);
  const timer = setInterval(() => process.stderr.write(`      … ${seconds()} s\n`), signOfLifeMs);
  try {
    const result = await work();
    if (seconds() >= 2) process.stderr.write(`      done in ${seconds()} s\n`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
