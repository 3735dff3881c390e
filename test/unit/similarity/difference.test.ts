import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Random } from '../../../scripts/sample/random';
import { alignWords } from '../../../shared/domain/similarity/align';
import { comparedText, pageAt } from '../../../shared/domain/similarity/compared-text';
import {
  type Difference,
  differenceOf,
  type DifferenceRow,
  type Piece,
} from '../../../shared/domain/similarity/difference';
import { aFilling, aTemplate, filledIn, scanned } from '../../support/alike-texts';

const page = (number: number, text: string) => ({ number, text, blocks: [] });
const compare = (a: string, b: string): Difference =>
  differenceOf(comparedText([page(1, a)]), comparedText([page(1, b)]));

/** `[ ]` around what is changed, `( )` around what one alone has, `~ ~` around slips. */
const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => {
      if (kind === 'same') return text;
      if (kind === 'slip') return `~${text}~`;
      return kind === 'only' ? `(${text})` : `[${text}]`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
const rows = ({ rows: all }: Difference): [string, string][] =>
  all.map(({ a, b }) => [marked(a), marked(b)]);

const words = fc.array(fc.constantFrom('avtal', 'kommun', 'och', 'parten', 'ska', 'år'), {
  maxLength: 60,
});

describe('aligning words', () => {
  it('covers both lists in order, and calls the same what is the same', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const stretches = alignWords(a, b);
        let [atA, atB] = [0, 0];
        for (const stretch of stretches) {
          expect([stretch.a.from, stretch.b.from]).toEqual([atA, atB]);
          [atA, atB] = [stretch.a.to, stretch.b.to];
          if (stretch.kind === 'same') {
            expect(a.slice(stretch.a.from, atA)).toEqual(b.slice(stretch.b.from, atB));
          }
        }
        expect([atA, atB]).toEqual([a.length, b.length]);
      }),
    );
  });

  it('finds nothing to change in the same list', () => {
    fc.assert(
      fc.property(words, (a) => {
        expect(alignWords(a, a).some(({ kind }) => kind === 'other')).toBe(false);
      }),
    );
  });

  it('gives a stretch up whole where too much of it would have to change', () => {
    const random = new Random(3);
    const many = (): string[] => Array.from({ length: 2_500 }, () => random.pick(['a', 'b', 'c']));
    const [a, b] = [many(), many()];

    expect(alignWords(a, b)).toEqual([
      { kind: 'other', a: { from: 0, to: a.length }, b: { from: 0, to: b.length } },
    ]);
  });

  it('takes long texts that differ throughout in bounded time', () => {
    const random = new Random(1);
    const many = (): string[] =>
      Array.from({ length: 40_000 }, () => `ord${random.int(0, 30_000)}`);
    const started = performance.now();
    alignWords(many(), many());

    expect(performance.now() - started).toBeLessThan(4_000);
  });
});

describe('a difference', () => {
  it('holds both texts whole, whatever they are', () => {
    const text = fc.array(
      fc.constantFrom('Avtal ', 'mellan ', 'a-\nb ', '\n\n', '3 kap. ', '2024-01-01 ', '• ', 'x'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [x.join(''), y.join('')];
        const { rows: found } = compare(a, b);
        const whole = (side: (row: DifferenceRow) => readonly Piece[]): string =>
          found.flatMap((row) => side(row).map((piece) => piece.text)).join('');
        const bare = (given: string): string => given.replace(/\s+/g, '');
        expect(bare(whole((row) => row.a))).toBe(bare(a));
        expect(bare(whole((row) => row.b))).toBe(bare(b));
      }),
    );
  });

  it('marks what is changed and what only one has', () => {
    const a =
      'Avtalet gäller från 2024-01-01.\n\nBidraget är 310 000 kronor.\n\nParterna är överens.';
    const b =
      'Avtalet gäller från 2025-01-01.\n\nBidraget är 310 000 kronor.\n\nHyra tillkommer med 5 procent.\n\nParterna är överens.';

    expect(rows(compare(a, b))).toEqual([
      ['Avtalet gäller från [2024-01-01].', 'Avtalet gäller från [2025-01-01].'],
      ['Bidraget är 310 000 kronor.', 'Bidraget är 310 000 kronor.'],
      ['', '(Hyra tillkommer med 5 procent).'],
      ['Parterna är överens.', 'Parterna är överens.'],
    ]);
  });

  it('calls a misread letter a slip, and another figure a change', () => {
    const difference = compare(
      'Socialtjänsten betalar 3 månader för verksamheten.',
      'Socialtjänstcn betalar 6 månader för verk-\nsamheten.',
    );

    expect(rows(difference)).toEqual([
      [
        '~Socialtjänsten~ betalar [3] månader för verksamheten.',
        '~Socialtjänstcn~ betalar [6] månader för verk- samheten.',
      ],
    ]);
    expect(difference).toMatchObject({ changes: 1, slips: 1 });
  });

  it('of another scan is little more than slips', () => {
    const random = new Random(12);
    const clean = filledIn(aTemplate(random), aFilling(random));
    const { changes, slips } = compare(clean, scanned(clean, random));

    expect(slips).toBeGreaterThan(20);
    expect(changes).toBeLessThan(slips / 3);
  });

  it('tells on which page each row stands', () => {
    const a = comparedText([page(1, 'Första sidan.'), page(2, 'Andra sidan.')]);
    const b = comparedText([page(1, 'Första sidan. Andra sidan.')]);

    expect(differenceOf(a, b).rows.map(({ pageA, pageB }) => [pageA, pageB])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(pageAt(a, a.text.indexOf('Andra'))).toBe(2);
  });
});

describe('paragraphs', () => {
  it('are put together of the lines that were printed', () => {
    const { text, breaks } = comparedText([
      page(
        1,
        'Avtal\nMellan kommunen och föreningen har i dag träffats följande\növerenskommelse om samverkan.\n1. Syfte\nSyftet är att stärka det civila samhället i hela kommunen\noch regionen.',
      ),
    ]);
    const paragraphs = breaks.map((end, at) => text.slice(breaks[at - 1] ?? 0, end).trim());

    expect(paragraphs).toEqual([
      'Avtal',
      'Mellan kommunen och föreningen har i dag träffats följande\növerenskommelse om samverkan.',
      '1. Syfte',
      'Syftet är att stärka det civila samhället i hela kommunen\noch regionen.',
    ]);
  });
});
