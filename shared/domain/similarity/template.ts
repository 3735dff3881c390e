import { comparedWords } from './words';
import { shingleHashes, type ShingleSet, SHINGLE_WORDS } from './shingles';

/** Other documents that must have a passage before it can be the template's. */
const LEAST_OTHERS = 2;

/** A stretch of a document's text that its template gave it. */
export interface TemplateRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What of a text stands in at least half of the documents that are written alike (and in two of them):
 * the common skeleton, seen from this document. Word by word, so that a name or a date filled into a
 * sentence of the template stands out of it.
 *
 * `others`: shingles of the other documents of the group.
 */
export function templateRanges(text: string, others: readonly ShingleSet[]): TemplateRange[] {
  if (others.length < LEAST_OTHERS) return [];
  const words = comparedWords(text);
  const hashes = shingleHashes(words);
  const sets = others.map((set) => new Set(set));
  const least = Math.max(LEAST_OTHERS, others.length / 2);
  const isTemplate = new Uint8Array(words.length);
  for (const [at, hash] of hashes.entries()) {
    let having = 0;
    for (const set of sets) if (set.has(hash)) having += 1;
    if (having >= least) isTemplate.fill(1, at, at + SHINGLE_WORDS);
  }
  const ranges: TemplateRange[] = [];
  for (const [at, { start, end }] of words.entries()) {
    if (isTemplate[at] !== 1) continue;
    const last = ranges.at(-1);
    if (last !== undefined && at > 0 && isTemplate[at - 1] === 1) {
      ranges[ranges.length - 1] = { start: last.start, end };
    } else ranges.push({ start, end });
  }
  return ranges;
}
