import { Random } from '../../scripts/sample/random';
import { DocumentId } from '../../shared/domain/ids';
import { BandIndex } from '../../shared/domain/similarity/minhash';
import { jaccardOf, sharedOf } from '../../shared/domain/similarity/shingles';
import { sketchOf } from '../../shared/domain/similarity/sketch';
import { compareDocuments } from '../../main/documents/compare-documents';
import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { SimilarityCache } from '../../main/documents/similarity-cache';
import { aFilling, aTemplate, filledIn, scanned, someText } from '../support/alike-texts';
import { workFolder } from './big-project';
import type { Options } from './options';
import { distributionOf, note, report, rounded, timed } from './report';

/** Documents that are compared with all others one by one, exactly: more would take hours. */
const SUBSET = 600;
/** Passages in common from which two texts are called alike in the subset. */
const ALIKE = 0.5;

/**
 * Finding documents that are alike in a whole collection, beside comparing each with each; which of
 * those that are alike are found, how long the program is kept at a time, and what one document more
 * costs.
 */
export async function measureSimilar({ quick }: Options): Promise<void> {
  await measureSubset();
  await measureLong(quick ? 500 : 2_000);
  for (const size of quick ? [1_000] : [1_000, 10_000]) await measureCollection(size);
}

interface Collection {
  readonly texts: readonly string[];
  /** Pairs that are the same agreement in two states, by their places. */
  readonly pairs: ReadonlySet<string>;
}

/**
 * Agreements from many templates, as municipalities write them; one in thirty comes twice more or
 * less: as another scan, or as a later draft.
 */
function aCollection(size: number, seed: number): Collection {
  const random = new Random(seed);
  const templates = Array.from({ length: Math.max(8, Math.round(size / 60)) }, () =>
    aTemplate(random, random.int(6, 16)),
  );
  const texts: string[] = [];
  const pairs = new Set<string>();
  while (texts.length < size) {
    const template = random.pick(templates);
    const filling = aFilling(random, random.int(60, 260));
    const text = filledIn(template, filling);
    const at = texts.push(text) - 1;
    if (!random.chance(1 / 30) || texts.length >= size) continue;
    const scan = random.chance(0.6);
    const again = scan
      ? scanned(text, random, random.chance(0.5) ? 2 : 3)
      : filledIn(
          template.map((clause, index) =>
            index === 2 ? `${clause} ${someText(random, 30)}` : clause,
          ),
          { ...filling, start: '2026-07-01' },
        );
    pairs.add(`${at}/${texts.push(again) - 1}`);
  }
  return { texts, pairs };
}

/** Candidates by bands against every pair compared exactly, on as many documents as that takes minutes for. */
async function measureSubset(): Promise<void> {
  const { texts } = aCollection(SUBSET, 7);
  const sketches = texts.map((text) => sketchOf([text]));
  const alike: string[] = [];
  const baseline = await timed(() => {
    for (const [at, a] of sketches.entries()) {
      for (let other = 0; other < at; other += 1) {
        const b = sketches[other];
        if (b !== undefined && jaccardOf(sharedOf(a.shingles, b.shingles)) >= ALIKE) {
          alike.push(`${other}/${at}`);
        }
      }
    }
  });
  const found = new Set<string>();
  const samsyn = await timed(() => {
    const index = new BandIndex();
    for (const [at, { signature }] of sketches.entries()) {
      for (const other of index.candidatesOf(signature)) found.add(`${other}/${at}`);
      index.add(signature);
    }
  });
  const recall = alike.filter((pair) => found.has(pair)).length / Math.max(1, alike.length);
  report({
    name: `candidates among ${SUBSET} documents`,
    unit: 'ms',
    samsyn: { p50: rounded(samsyn) },
    baseline: { name: 'exact overlap of every pair', p50: rounded(baseline) },
    ratio: rounded(samsyn / baseline),
    aim: `99 % of the pairs with an overlap of ${ALIKE} or more`,
    met: recall >= 0.99,
    n: 1,
    about: { pairs: (SUBSET * (SUBSET - 1)) / 2, alike: alike.length, recall: rounded(recall) },
  });
}

/** How long the program is kept at a time by one very long document. */
async function measureLong(count: number): Promise<void> {
  const { folder, remove } = workFolder('similar');
  try {
    const random = new Random(3);
    const texts = Array.from({ length: count }, (_, at) =>
      [`Kommunen, sida ${at + 1}`, filledIn(aTemplate(random, 6), aFilling(random, 60))].join('\n'),
    );
    const pages = openPageCache(folder);
    const document = { id: keepPages(pages, texts, 1), fileName: 'long', locked: false };
    const slices: number[] = [];
    let began = performance.now();
    const whole = await timed(() =>
      compareDocuments({
        cache: new SimilarityCache(pages),
        documents: [document],
        breathe: async () => {
          slices.push(performance.now() - began);
          await new Promise((resolve) => setImmediate(resolve));
          began = performance.now();
        },
      }),
    );
    const atOnce = await timed(() => sketchOf(texts));
    pages.close();
    const kept = distributionOf(slices);
    report({
      name: `sketching a document of ${count} pages`,
      unit: 'ms',
      samsyn: { p50: rounded(whole), slice99: kept.p99, sliceMax: kept.max },
      baseline: { name: 'the same in one go', p50: rounded(atOnce) },
      ratio: rounded(whole / atOnce),
      aim: '16 ms at a time in 99 of 100',
      met: kept.p99 <= 16,
      n: 1,
    });
  } finally {
    remove();
  }
}

async function measureCollection(size: number): Promise<void> {
  const { folder, remove } = workFolder('similar');
  try {
    note(`similar: making ${size} documents`);
    const { texts, pairs } = aCollection(size, 11);
    const pages = openPageCache(folder);
    const ids = texts.map((text, at) => keep(pages, text, at));
    const cache = new SimilarityCache(pages);
    const documents = ids.map((id, at) => ({ id, fileName: `${at}.txt`, locked: false }));
    const slices: number[] = [];
    let began = 0;
    const run = (all: typeof documents): Promise<number> => {
      began = performance.now();
      return timed(() =>
        compareDocuments({
          cache,
          documents: all,
          breathe: async () => {
            slices.push(performance.now() - began);
            await new Promise((resolve) => setImmediate(resolve));
            began = performance.now();
          },
        }),
      );
    };
    note('similar: comparing');
    const whole = await run(documents);
    const kept = distributionOf(slices);

    const places = new Map(ids.map((id, at) => [id, at]));
    const found = cache.listPairs().map(({ a, b }) => {
      const [x, y] = [places.get(a) ?? 0, places.get(b) ?? 0].sort((one, other) => one - other);
      return `${x}/${y}`;
    });
    const right = found.filter((pair) => pairs.has(pair)).length;

    const one = scanned(texts[3] ?? '', new Random(size), 2);
    const another = keep(pages, one, size);
    const added = await run([...documents, { id: another, fileName: 'one more', locked: false }]);
    // Every pair compared exactly, as far as the time of a sample of them tells.
    const sample = texts.slice(0, 150).map((text) => sketchOf([text]));
    const exact = await timed(() => {
      for (const a of sample) for (const b of sample) sharedOf(a.shingles, b.shingles);
    });
    const brute = (exact / sample.length ** 2) * ((size * (size - 1)) / 2);
    pages.close();
    report({
      name: `alike among ${size} documents`,
      unit: 'ms',
      samsyn: {
        p50: rounded(whole),
        oneMore: rounded(added),
        slice95: kept.p95,
        slice99: kept.p99,
        sliceMax: kept.max,
      },
      baseline: {
        name: 'exact overlap of every pair, from 22,500 of them, without reading the texts',
        p50: rounded(brute),
      },
      ratio: rounded(whole / brute),
      aim: '97 % of the copies and drafts found, 1 in 20 proposals wrong at most, 16 ms at a time in 99 of 100',
      met: right / pairs.size >= 0.97 && right / found.length >= 0.95 && kept.p99 <= 16,
      n: 1,
      about: {
        documents: size,
        planted: pairs.size,
        recall: rounded(right / pairs.size),
        precision: rounded(right / found.length),
        perDocument: rounded(whole / size),
      },
    });
  } finally {
    remove();
  }
}

function keep(pages: PageCache, text: string, at: number): DocumentId {
  const half = text.indexOf(' ', text.length >> 1);
  return keepPages(pages, [text.slice(0, half), text.slice(half)], at);
}

function keepPages(pages: PageCache, texts: readonly string[], at: number): DocumentId {
  const id = DocumentId.parse(at.toString(16).padStart(64, '0'));
  const writer = pages.receive(id);
  for (const [index, text] of texts.entries()) {
    writer.add({ number: index + 1, width: 0, height: 0, text, words: [], blocks: [] });
  }
  writer.finish({ format: 'text', pageCount: texts.length, notices: [] });
  return id;
}
