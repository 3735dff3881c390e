import { mixed } from './shingles';

/** Documents that may share a passage before it counts as common: an agreement and copies of it. */
const FEW = 3;

/**
 * In how many documents each shingle and each name stands, counted in a table of fixed size. Where
 * two things fall on one place the count is too high, never too low.
 */
export class Frequencies {
  readonly #counts: Uint16Array;

  /** `bits`: the table has two to the power of this many places, of two bytes each. */
  constructor(bits = 21) {
    this.#counts = new Uint16Array(1 << bits);
  }

  /** Counts one document with these things, each once. */
  add(things: Iterable<number>): void {
    for (const thing of things) {
      const at = this.#placeOf(thing);
      const count = this.#counts[at] ?? 0;
      if (count < 0xffff) this.#counts[at] = count + 1;
    }
  }

  countOf(thing: number): number {
    return this.#counts[this.#placeOf(thing)] ?? 0;
  }

  /**
   * What a thing counts for: 1 where a few documents have it, less and less where many have it.
   *
   * So what a municipality's template puts into all of its agreements says little about whether two
   * of them are the same one: 3 / documents, from four documents on.
   */
  weightOf(thing: number): number {
    const count = this.countOf(thing);
    return count <= FEW ? 1 : FEW / count;
  }

  #placeOf(thing: number): number {
    return mixed(thing ^ 0x5bd1e995) & (this.#counts.length - 1);
  }
}
