import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Random } from '../../../scripts/sample/random';
import {
  BandIndex,
  bandsOf,
  estimatedJaccard,
  signatureOf,
} from '../../../shared/domain/similarity/minhash';
import {
  jaccardOf,
  MOST_SHINGLES,
  overlapOf,
  ShingleGathering,
  sharedOf,
  shingleHashes,
  shingleSet,
} from '../../../shared/domain/similarity/shingles';
import { sketchOf, sketchSteps } from '../../../shared/domain/similarity/sketch';
import {
  comparedWords,
  foldWord,
  withoutRunningLines,
} from '../../../shared/domain/similarity/words';
import { someText } from '../../support/alike-texts';

const numbers = fc.uint32Array({ minLength: 0, maxLength: 300 });

/** Two sets of shingles that overlap by about the share wanted. */
function overlapping(share: number, random: Random, size = 1_000) {
  const number = (): number => random.int(0, 0xffffffff);
  const both = Array.from({ length: Math.round((share * 2 * size) / (1 + share)) }, number);
  const rest = (): number[] => Array.from({ length: size - both.length }, number);
  return { a: shingleSet([...both, ...rest()]), b: shingleSet([...both, ...rest()]) };
}

describe('the words of a text', () => {
  it('are the same with and without what scanners and typists change', () => {
    const clean = comparedWords('Överenskommelsen gäller modern verksamhet, 150 000 kr.');
    const spoilt = comparedWords('ÖVERENS-\nkommelsen  galIer modem verk\u00adsamhet 15O 0OO kr');

    expect(spoilt.map(({ folded }) => folded)).toEqual(clean.map(({ folded }) => folded));
  });

  it('point at where they stand', () => {
    const text = 'Avtal från 2024-03-01, Åsa';

    expect(comparedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Avtal',
      'från',
      '2024-03-01',
      'Åsa',
    ]);
  });

  it('never make two figures one', () => {
    const digits = Array.from({ length: 10 }, (_, digit) => foldWord(String(digit)));

    expect(new Set(digits).size).toBe(10);
  });

  it('leave out what a scanner made of the line at the foot of every page', () => {
    const feet = [
      'Luleå kommun Rådstugatan 11 + 971 85 Luleå',
      'z Luleå kommun » Radstugatan 11 +» 971 85 Luleå',
      'Luleå kommun * Rådstugatan 1l 971 85 Luleå',
    ];
    const pages = feet.map(
      (foot, at) => `Rubrik ${'abc'[at]?.repeat(3)}\nett\ntvå\ntre\nfyra\n${foot}`,
    );

    expect(withoutRunningLines(pages).join('\n')).not.toContain('kommun');
    expect(withoutRunningLines(pages).join('\n')).toContain('Rubrik aaa');
  });

  it('leave out what stands at the edge of most pages, and keep all offsets', () => {
    const page = (n: number) =>
      `Solna stad\nSida ${n} (3)\n\nText som bara sida ${n} har, med ord ${'x'.repeat(n)}\nDnr KS 2024/12`;
    const pages = [page(1), page(2), page(3)];

    const kept = withoutRunningLines(pages);

    expect(kept.map((text) => text.trim())).toEqual([
      'Text som bara sida 1 har, med ord x',
      'Text som bara sida 2 har, med ord xx',
      'Text som bara sida 3 har, med ord xxx',
    ]);
    expect(kept.map((text) => text.length)).toEqual(pages.map((text) => text.length));
  });
});

describe('the overlap of two texts', () => {
  it('is the same in both directions and 1 of a text with itself', () => {
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        const [a, b] = [shingleSet(x), shingleSet(y)];
        expect(jaccardOf(sharedOf(a, b))).toBe(jaccardOf(sharedOf(b, a)));
        expect(overlapOf(sharedOf(a, b))).toBe(overlapOf(sharedOf(b, a)));
        if (a.length > 0) expect(jaccardOf(sharedOf(a, a))).toBe(1);
      }),
    );
  });

  it('is what counting the sets one by one gives', () => {
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        const [a, b] = [new Set(x), new Set(y)];
        const both = [...a].filter((each) => b.has(each)).length;
        const union = new Set([...a, ...b]).size;
        const found = jaccardOf(sharedOf(shingleSet(x), shingleSet(y)));
        expect(found).toBeCloseTo(union === 0 ? 0 : both / union, 12);
      }),
    );
  });

  it('is estimated from a sample of long texts', () => {
    const random = new Random(5);
    const { a, b } = overlapping(0.6, random, 4 * MOST_SHINGLES);

    expect(a).toHaveLength(MOST_SHINGLES);
    expect(jaccardOf(sharedOf(a, b))).toBeCloseTo(0.6, 1);
  });
});

describe('gathering the shingles of a long document', () => {
  it('comes to the set of all of them at once, however they come', () => {
    const random = new Random(5);
    for (const [count, most] of [
      [10, 0xffffffff],
      [MOST_SHINGLES, 0xffffffff],
      [100_000, 0xffffffff],
      [100_000, 20_000],
      [100_000, 9_000],
    ] as const) {
      const hashes = Array.from({ length: count }, () => random.int(0, most));
      const gathered = new ShingleGathering();
      for (let at = 0; at < count;) {
        const some = random.int(1, 3_000);
        gathered.add(hashes.slice(at, at + some));
        at += some;
      }

      expect(gathered.set()).toEqual(shingleSet(hashes));
    }
  });
});

describe('a document of thousands of pages', () => {
  it('is sketched in steps of a few pages, to the same sketch as in one go', () => {
    const random = new Random(6);
    const pages = Array.from(
      { length: 300 },
      (_, at) => `Dnr 4 sida ${at}\n${someText(random, 200)}`,
    );

    const steps = sketchSteps(pages);
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;

    expect(count).toBeGreaterThan(100);
    expect(step.value).toEqual(sketchOf(pages));
  });
});

describe('signatures', () => {
  it('estimate the overlap within four standard errors', () => {
    const random = new Random(11);
    for (let run = 0; run < 200; run += 1) {
      const { a, b } = overlapping(random.next(), random, 400);
      const exact = jaccardOf(sharedOf(a, b));
      const estimate = estimatedJaccard(signatureOf(a), signatureOf(b));
      const error = Math.sqrt((exact * (1 - exact)) / 128);
      expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(4 * error + 1 / 128);
    }
  });

  it('are the same for the same shingles in any order', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const shuffled = [...given].toReversed();
        expect(signatureOf(shingleSet(shuffled))).toEqual(signatureOf(shingleSet(given)));
      }),
      { numRuns: 30 },
    );
  });

  it('share a band as often as their overlap says', () => {
    const random = new Random(3);
    const recallAt = (share: number): number => {
      let met = 0;
      for (let run = 0; run < 150; run += 1) {
        const { a, b } = overlapping(share, random, 250);
        const bands = new Set(bandsOf(signatureOf(a)));
        if (bandsOf(signatureOf(b)).some((band) => bands.has(band))) met += 1;
      }
      return met / 150;
    };

    // 1 − (1 − J³)⁴²: 0.04, 0.68, 0.996 and 1.
    expect(recallAt(0.1)).toBeLessThan(0.12);
    expect(recallAt(0.3)).toBeGreaterThan(0.55);
    expect(recallAt(0.5)).toBeGreaterThan(0.97);
    expect(recallAt(0.7)).toBe(1);
  });

  it('are found by the index exactly where two of them share a band', () => {
    const random = new Random(9);
    const signatures = Array.from({ length: 60 }, () => {
      const { a, b } = overlapping(0.35, random, 120);
      return [signatureOf(a), signatureOf(b)];
    }).flat();
    const index = new BandIndex();
    for (const signature of signatures) index.add(signature);

    for (const [at, signature] of signatures.entries()) {
      const mine = bandsOf(signature);
      const expected = signatures.flatMap((other, place) =>
        place !== at && bandsOf(other).some((band) => mine.includes(band)) ? [place] : [],
      );
      expect(index.candidatesOf(signature, at).sort((a, b) => a - b)).toEqual(expected);
    }
  });
});

describe('a sketch', () => {
  it('is the same however the text is divided into pages', () => {
    const words = someText(new Random(4), 600).split(' ');
    const pages = (size: number): string[] =>
      Array.from({ length: Math.ceil(words.length / size) }, (_, at) =>
        words.slice(at * size, (at + 1) * size).join(' '),
      );

    const whole = sketchOf([words.join(' ')]).shingles;
    expect(sketchOf(pages(100)).shingles).toEqual(whole);
    expect(sketchOf(pages(37)).shingles).toEqual(whole);
  });

  it('is made of too few words without a fault', () => {
    expect(sketchOf([]).shingles).toHaveLength(0);
    expect(shingleHashes(comparedWords('två ord'))).toHaveLength(0);
  });
});
