/**
 * A seeded source of numbers in [0, 1): the same seed gives the same numbers on every machine.
 *
 * mulberry32 (Tommy Ettinger, public domain): 32 bits of state, period 2^32; for resampling and
 * made-up examples, never for secrets.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
