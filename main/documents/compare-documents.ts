import { isAppError } from '../../shared/domain/app-error';
import { type DocumentPair, pairOf } from '../../shared/domain/comparison-of-documents';
import type { DocumentId } from '../../shared/domain/ids';
import type { DocumentFacts } from '../../shared/domain/similarity/facts';
import { BandIndex, estimatedJaccard } from '../../shared/domain/similarity/minhash';
import {
  FEWEST_WORDS,
  figuresOf,
  nameKey,
  proposalOf,
  type Sketch,
} from '../../shared/domain/similarity/pair';
import { Frequencies } from '../../shared/domain/similarity/rarity';
import { sketchSteps } from '../../shared/domain/similarity/sketch';
import type { ComparingProgress } from '../../shared/ipc/comparison-shapes';
import { Slices } from '../slices';
import type { StoredDocument } from './kept-text';
import type { KeptPair, SimilarityCache } from './similarity-cache';

type ComparedDocument = StoredDocument & { readonly id: DocumentId };

interface CompareOptions {
  readonly cache: SimilarityCache;
  /** Every document of the project. */
  readonly documents: readonly ComparedDocument[];
  /** Reads a document that is not in the cache; left out where nothing may be read. */
  readonly read?: (document: ComparedDocument) => Promise<unknown>;
  readonly onProgress?: (progress: ComparingProgress) => void;
  /** Called when a slice of time is used up; resolves when the next may begin, rejects to stop. */
  readonly breathe: () => Promise<void>;
}

/** Candidates whose signatures agree on less than this are not looked at closer. */
const LEAST_ESTIMATE = 0.12;
/** Pages whose texts are fetched at a time. */
const PAGES_READ = 200;
/** Documents whose shingles are held at a time. */
const HELD = 2_000;
/** All pairs are compared anew when the collection has grown by a third: what is common has changed. */
const GROWN = 4 / 3;

/**
 * Finds documents that are alike: sketches those that have none, and compares those that have not
 * been compared with all others. Works in slices of some milliseconds.
 *
 * Resolves with whether anything was found out. Documents that cannot be read are passed over.
 */
export async function compareDocuments(options: CompareOptions): Promise<boolean> {
  const slices = new Slices(options.breathe);
  const sketched = await sketchAll(options, slices);
  return (await pairAll(options, slices)) || sketched;
}

async function sketchAll(
  { cache, documents, read, onProgress, breathe }: CompareOptions,
  slices: Slices,
): Promise<boolean> {
  const known = cache.listSketched();
  let changed = false;
  for (const [done, document] of documents.entries()) {
    const before = known.get(document.id);
    let characters = cache.charactersOf(document.id);
    await slices.rest();
    if (characters === null && before === undefined && read !== undefined) {
      onProgress?.({ state: 'reading', done, total: documents.length });
      await breathe();
      characters = await readOrPass(read, document, () => cache.charactersOf(document.id));
    }
    if (characters === null || before?.characters === characters) continue;
    onProgress?.({ state: 'reading', done, total: documents.length });
    const sketch = await slices.run(sketchSteps(await textsOf(cache, document.id, slices)));
    cache.keep(document.id, sketch, characters);
    await slices.rest();
    changed = true;
  }
  return changed;
}

/** The texts of a document's pages, in order. */
async function textsOf(
  cache: SimilarityCache,
  document: DocumentId,
  slices: Slices,
): Promise<string[]> {
  const texts: string[] = [];
  for (let last = 0; ;) {
    const pages = cache.textsAfter(document, last, PAGES_READ);
    for (const { number, text } of pages) {
      texts.push(text);
      last = number;
    }
    if (pages.length < PAGES_READ) return texts;
    await slices.rest();
  }
}

/** A document that cannot be read is told of where it is opened; here it is one that nothing is like. */
async function readOrPass<T>(
  read: NonNullable<CompareOptions['read']>,
  document: CompareOptions['documents'][number],
  then: () => T,
): Promise<T | null> {
  try {
    await read(document);
    return then();
  } catch (error) {
    if (!isAppError(error)) throw error;
    return null;
  }
}

interface Member {
  readonly id: DocumentId;
  readonly signature: Uint32Array;
  readonly facts: DocumentFacts;
}

async function pairAll(
  { cache, documents, onProgress }: CompareOptions,
  slices: Slices,
): Promise<boolean> {
  const states = cache.listSketched();
  const ids = documents.map(({ id }) => id).filter((id) => states.has(id));
  const all = ids.length > cache.scoredAt() * GROWN;
  const waiting = new Set(all ? ids : ids.filter((id) => states.get(id)?.paired !== true));
  if (waiting.size === 0) return false;

  const frequencies = new Frequencies(tableSize(ids.length));
  const index = new BandIndex(ids.length);
  const members: Member[] = [];
  const held = new Held(cache);
  for (const id of ids) {
    const signature = cache.signatureOf(id);
    const facts = cache.factsOf(id);
    if (signature === null || facts === null) continue;
    frequencies.add(held.shinglesOf(id));
    frequencies.add(facts.names.map(({ folded }) => nameKey(folded)));
    index.add(signature);
    members.push({ id, signature, facts });
    await slices.rest();
  }

  const pairs: KeptPair[] = [];
  let done = 0;
  for (const [at, member] of members.entries()) {
    if (!waiting.has(member.id)) continue;
    done += 1;
    if (done % 50 === 1) onProgress?.({ state: 'comparing', done, total: waiting.size });
    for (const other of index.candidatesOf(member.signature, at)) {
      const partner = members[other];
      // Each pair once: the one that waits and comes later takes it.
      if (partner === undefined || (waiting.has(partner.id) && other > at)) continue;
      if (!mayBeAlike(member, partner)) continue;
      const pair = pairOf(member.id, partner.id);
      const [a, b] = pair.a === member.id ? [member, partner] : [partner, member];
      const figures = figuresOf(held.sketchOf(a), held.sketchOf(b), frequencies);
      if (proposalOf(figures) === 'near') pairs.push({ ...pair, figures });
      await slices.rest();
    }
    await slices.rest();
  }
  cache.keepPairs(pairs, all ? ids : [...waiting], { all });
  return true;
}

function mayBeAlike(one: Member, other: Member): boolean {
  if (Math.min(one.facts.words, other.facts.words) < FEWEST_WORDS) return false;
  return estimatedJaccard(one.signature, other.signature) >= LEAST_ESTIMATE;
}

/** Two to the power of this many counters for a collection: about three for each thing that differs. */
function tableSize(documents: number): number {
  return Math.min(22, Math.max(14, Math.ceil(Math.log2(documents * 1_000 + 1))));
}

/** Shingles that were looked at lately, so that documents of one template are not fetched a thousand times. */
class Held {
  readonly #cache: SimilarityCache;
  readonly #held = new Map<DocumentId, Uint32Array>();

  constructor(cache: SimilarityCache) {
    this.#cache = cache;
  }

  shinglesOf(document: DocumentId): Uint32Array {
    const known = this.#held.get(document);
    if (known !== undefined) return known;
    const found = this.#cache.shinglesOf(document) ?? new Uint32Array();
    this.#held.set(document, found);
    if (this.#held.size > HELD) {
      const [oldest] = this.#held.keys();
      if (oldest !== undefined) this.#held.delete(oldest);
    }
    return found;
  }

  sketchOf({ id, facts }: Member): Sketch {
    return { shingles: this.shinglesOf(id), facts };
  }
}

/** The figures of one pair, also of two that nobody found alike; `null` where one has no sketch. */
export function figuresNow(
  cache: SimilarityCache,
  { a, b }: DocumentPair,
): KeptPair['figures'] | null {
  const one = sketchIn(cache, a);
  const other = sketchIn(cache, b);
  return one === null || other === null ? null : figuresOf(one, other, new Frequencies(14));
}

function sketchIn(cache: SimilarityCache, document: DocumentId): Sketch | null {
  const shingles = cache.shinglesOf(document);
  const facts = cache.factsOf(document);
  return shingles === null || facts === null ? null : { shingles, facts };
}
