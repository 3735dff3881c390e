import { type DocumentFacts, factSteps } from './facts';
import { signatureSteps, type Signature } from './minhash';
import { ShingleGathering, type ShingleSet, shingleHashes } from './shingles';
import { type Steps, toItsEnd } from '../steps';
import { comparedWords, runningLineSteps } from './words';

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
export function* sketchSteps(pages: readonly string[]): Steps<DocumentSketch> {
  const texts = yield* runningLineSteps(pages);
  const gathered = new ShingleGathering();
  let words = 0;
  // The last words of a page and the first of the next make shingles too.
  let tail: { folded: string }[] = [];
  for (let at = 0; at < texts.length; at += STEP_PAGES) {
    const found = comparedWords(texts.slice(at, at + STEP_PAGES).join('\n'));
    words += found.length;
    gathered.add(shingleHashes([...tail, ...found]));
    tail = found.slice(-2);
    yield;
  }
  const shingles = gathered.set();
  yield;
  const facts = yield* factSteps(texts.slice(0, MOST_FACT_PAGES), words);
  yield;
  const signature = yield* signatureSteps(shingles);
  return { signature, shingles, facts };
}

/** Facts are looked for in these first pages: parties and dates stand there. */
const MOST_FACT_PAGES = 60;

/** The sketch in one go. */
export function sketchOf(pages: readonly string[]): DocumentSketch {
  return toItsEnd(sketchSteps(pages));
}
