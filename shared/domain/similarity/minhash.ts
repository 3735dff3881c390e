import { mixed, type ShingleSet } from './shingles';
import { type Steps, toItsEnd } from '../steps';

/** Values in a signature; the estimate's standard error is at most 1 / (2 √128) ≈ 0.044. */
const SIGNATURE_LENGTH = 128;

/**
 * Bands of a signature and values in a band. Two documents whose shingles overlap by J share a band
 * with probability 1 − (1 − J³)⁴²: 0.68 at J = 0.3, 0.93 at 0.4, 0.996 at 0.5.
 */
const BANDS = 42;
const BAND_ROWS = 3;

const seeds = Uint32Array.from({ length: SIGNATURE_LENGTH }, (_, at) =>
  mixed(Math.imul(at + 1, 0x9e3779b1)),
);

/** The lowest value of each of 128 hash functions over the shingles. (Broder, 1997) */
export type Signature = Uint32Array;

/** The signature of a set of shingles; all ones where it is empty. */
export function signatureOf(shingles: ShingleSet): Signature {
  return toItsEnd(signatureSteps(shingles));
}

/** Shingles that are hashed in a step. */
const STEP_SHINGLES = 4_096;

/** The same in steps. */
export function* signatureSteps(shingles: ShingleSet): Steps<Signature> {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  let done = 0;
  for (const shingle of shingles) {
    done += 1;
    if (done % STEP_SHINGLES === 0) yield;
    for (let at = 0; at < SIGNATURE_LENGTH; at += 1) {
      // Written out for speed: this is the inner loop of reading in thousands of documents.
      let hash = shingle ^ (seeds[at] ?? 0);
      hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
      hash = (hash ^ (hash >>> 16)) >>> 0;
      if (hash < (signature[at] ?? 0)) signature[at] = hash;
    }
  }
  return signature;
}

/** The share of values that two signatures have in common: an estimate of the sets' Jaccard. */
export function estimatedJaccard(a: Signature, b: Signature): number {
  let same = 0;
  for (let at = 0; at < SIGNATURE_LENGTH; at += 1) if (a[at] === b[at]) same += 1;
  return same / SIGNATURE_LENGTH;
}

/** The signature's bands, each as one number; two documents with one in common are candidates. */
export function bandsOf(signature: Signature): Uint32Array {
  const bands = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band += 1) {
    let key = mixed(band + 1);
    for (let row = 0; row < BAND_ROWS; row += 1) {
      key = mixed(key ^ (signature[band * BAND_ROWS + row] ?? 0));
    }
    bands[band] = key;
  }
  return bands;
}

/**
 * Finds documents that share a band. Entries are chained in flat arrays: ten thousand documents take
 * some megabytes, and none of it is garbage.
 */
export class BandIndex {
  #heads: Int32Array;
  #next: Int32Array;
  #keys: Uint32Array;
  #seen: Uint32Array;
  #turn = 0;
  #size = 0;

  /** `expected`: documents that it is made for; with more it grows. */
  constructor(expected = 64) {
    const entries = BANDS * Math.max(1, expected);
    this.#heads = headsFor(entries);
    this.#next = new Int32Array(entries);
    this.#keys = new Uint32Array(entries);
    this.#seen = new Uint32Array(Math.max(1, expected));
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a document and gives its place, from 0. */
  add(signature: Signature): number {
    const at = this.#size;
    this.#size += 1;
    if (this.#size * BANDS > this.#keys.length) this.#grow();
    bandsOf(signature).forEach((key, band) => this.#link(at * BANDS + band, key));
    return at;
  }

  /** Places of the documents that share a band with this one, itself left out, each once. */
  candidatesOf(signature: Signature, self = -1): number[] {
    this.#turn += 1;
    const found: number[] = [];
    for (const key of bandsOf(signature)) {
      let entry = this.#heads[key & (this.#heads.length - 1)] ?? -1;
      while (entry >= 0) {
        const at = Math.floor(entry / BANDS);
        if (this.#keys[entry] === key && at !== self && this.#seen[at] !== this.#turn) {
          this.#seen[at] = this.#turn;
          found.push(at);
        }
        entry = this.#next[entry] ?? -1;
      }
    }
    return found;
  }

  #link(entry: number, key: number): void {
    const slot = key & (this.#heads.length - 1);
    this.#keys[entry] = key;
    this.#next[entry] = this.#heads[slot] ?? -1;
    this.#heads[slot] = entry;
  }

  #grow(): void {
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const longer = new Uint32Array(old.length * 2);
      longer.set(old);
      return longer;
    };
    const used = (this.#size - 1) * BANDS;
    const keys = wider(this.#keys);
    this.#keys = keys;
    this.#seen = wider(this.#seen);
    this.#next = new Int32Array(keys.length);
    this.#heads = headsFor(keys.length);
    for (let entry = 0; entry < used; entry += 1) this.#link(entry, keys[entry] ?? 0);
  }
}

/** As many chains as there are entries, a power of two. */
function headsFor(entries: number): Int32Array {
  return new Int32Array(1 << Math.ceil(Math.log2(entries))).fill(-1);
}
