import type { ComparedWord } from './words';

/** Words that make a shingle: few, so that a misread letter spoils no more than three of them. */
export const SHINGLE_WORDS = 3;

/**
 * Shingles that are kept of a document. Of a longer one those with the lowest hashes are kept, which
 * is a fair sample of it; `sharedOf` compares only as far as both samples reach.
 */
export const MOST_SHINGLES = 16_384;

/** FNV-1a over the code units, mixed at the end so that all bits count. */
export function hashOf(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return mixed(hash);
}

/** The finishing step of MurmurHash3 (public domain, A. Appleby): each bit in changes half of the bits out. */
export function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The hash of the shingle that begins at each word, in order; empty where there are too few words. */
export function shingleHashes(words: readonly Pick<ComparedWord, 'folded'>[]): Uint32Array {
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    let text = '';
    for (let word = at; word < at + SHINGLE_WORDS; word += 1) text += `${words[word]?.folded} `;
    hashes[at] = hashOf(text);
  }
  return hashes;
}

/** A document's shingles, each once, ascending; of a long document a sample. */
export type ShingleSet = Uint32Array;

/** The set of these hashes, sampled where there are more than `MOST_SHINGLES`. */
export function shingleSet(hashes: Iterable<number>): ShingleSet {
  const sorted = Uint32Array.from(new Set(hashes)).sort();
  return sorted.length > MOST_SHINGLES ? sorted.slice(0, MOST_SHINGLES) : sorted;
}

/**
 * Gathers `shingleSet` little by little. However long the document is, it holds few more hashes than
 * are kept in the end, so that no step of it has much to sort.
 */
export class ShingleGathering {
  readonly #held = new Uint32Array(2 * MOST_SHINGLES);
  #count = 0;
  /** Of those above it there are enough below. */
  #highest = 0xffffffff;

  add(hashes: Iterable<number>): void {
    for (const hash of hashes) {
      if (hash > this.#highest) continue;
      if (this.#count === this.#held.length) this.#thin();
      this.#held[this.#count] = hash;
      this.#count += 1;
    }
  }

  /** What was gathered so far. */
  set(): ShingleSet {
    return shingleSet(this.#held.subarray(0, this.#count));
  }

  #thin(): void {
    const kept = this.set();
    this.#held.set(kept);
    this.#count = kept.length;
    if (kept.length === MOST_SHINGLES) this.#highest = kept[kept.length - 1] ?? 0;
  }
}

/** What two sets have in common, weighed: how much is in both, and how much in each. */
interface Shared {
  readonly both: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Weighs what is in each set and in both. Where one of them is a sample, the other counts only as far
 * as the sample reaches, so that the shares are those of the whole texts.
 */
export function sharedOf(
  a: ShingleSet,
  b: ShingleSet,
  weight: (shingle: number) => number = () => 1,
): Shared {
  const reach = Math.min(reachOf(a), reachOf(b));
  let both = 0;
  let ofA = 0;
  let ofB = 0;
  let i = 0;
  let j = 0;
  for (;;) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    const next = Math.min(x, y);
    if (next > reach) break;
    const w = weight(next);
    if (x === next) {
      ofA += w;
      i += 1;
    }
    if (y === next) {
      ofB += w;
      j += 1;
    }
    if (x === y) both += w;
  }
  return { both, a: ofA, b: ofB };
}

function reachOf(set: ShingleSet): number {
  return set.length < MOST_SHINGLES ? 0xffffffff : (set[set.length - 1] ?? 0);
}

/** |A ∩ B| / |A ∪ B|; 0 where both are empty. (Jaccard, 1901) */
export function jaccardOf({ both, a, b }: Shared): number {
  const union = a + b - both;
  return union <= 0 ? 0 : both / union;
}

/** |A ∩ B| / min(|A|, |B|): 1 where one stands whole in the other. (Szymkiewicz–Simpson) */
export function overlapOf({ both, a, b }: Shared): number {
  const smaller = Math.min(a, b);
  return smaller <= 0 ? 0 : both / smaller;
}
