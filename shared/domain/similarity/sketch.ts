import { type DocumentFacts, factsOf } from './facts';
import { signatureOf, type Signature } from './minhash';
import { type ShingleSet, shingleHashes, shingleSet } from './shingles';
import { comparedWords, withoutRunningLines } from './words';

/** What is kept of a document to compare it by. */
export interface DocumentSketch {
  readonly signature: Signature;
  readonly shingles: ShingleSet;
  readonly facts: DocumentFacts;
}

/** Pages that are taken at a time: what is done between two steps must not be felt. */
const STEP_PAGES = 4;

/**
 * Works out a document's sketch from its pages' texts, pausing between steps so that a long document
 * stops nothing: run it to its end for the result.
 */
export function* sketchSteps(pages: readonly string[]): Generator<void, DocumentSketch> {
  const texts = withoutRunningLines(pages);
  const hashes = new Set<number>();
  let words = 0;
  // The last words of a page and the first of the next make shingles too.
  let tail: { folded: string }[] = [];
  for (let at = 0; at < texts.length; at += STEP_PAGES) {
    const found = comparedWords(texts.slice(at, at + STEP_PAGES).join('\n'));
    words += found.length;
    for (const hash of shingleHashes([...tail, ...found])) hashes.add(hash);
    tail = found.slice(-2);
    yield;
  }
  const shingles = shingleSet(hashes);
  yield;
  const facts = factsOf(texts.slice(0, MOST_FACT_PAGES), words);
  yield;
  return { signature: signatureOf(shingles), shingles, facts };
}

/** Facts are looked for in these first pages: parties and dates stand there. */
const MOST_FACT_PAGES = 60;

/** The sketch in one go. */
export function sketchOf(pages: readonly string[]): DocumentSketch {
  const steps = sketchSteps(pages);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
