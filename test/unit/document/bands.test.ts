import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { bandsOf } from '../../../renderer/viewer/bands';

const stretch = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('bandsOf', () => {
  it('gives the whole height to a stretch that lies alone', () => {
    expect(bandsOf([{ start: 2, end: 9 }])).toEqual([[{ start: 2, end: 9, band: 0, bands: 1 }]]);
  });

  it('shares the height where two lie over the same words, and only there', () => {
    expect(
      bandsOf([
        { start: 0, end: 10 },
        { start: 4, end: 6 },
      ]),
    ).toEqual([
      [
        { start: 0, end: 4, band: 0, bands: 1 },
        { start: 4, end: 6, band: 0, bands: 2 },
        { start: 6, end: 10, band: 0, bands: 1 },
      ],
      [{ start: 4, end: 6, band: 1, bands: 2 }],
    ]);
  });

  it('gives two stretches over the very same words a half each', () => {
    const same = { start: 3, end: 8 };

    expect(bandsOf([same, same])).toEqual([
      [{ ...same, band: 0, bands: 2 }],
      [{ ...same, band: 1, bands: 2 }],
    ]);
  });

  it('covers each stretch exactly once, and no two of them share a band', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
        const all = bandsOf(stretches);

        for (const [index, { start, end }] of stretches.entries()) {
          const bands = all[index] ?? [];
          expect(bands[0]?.start).toBe(start);
          expect(bands.at(-1)?.end).toBe(end);
          expect(bands.slice(1).map((band) => band.start)).toEqual(
            bands.slice(0, -1).map((band) => band.end),
          );
        }
        for (let place = 0; place < 90; place += 1) {
          const here = all.flatMap((bands) =>
            bands.filter((band) => band.start <= place && band.end > place),
          );
          expect(here.map(({ band }) => band).sort((a, b) => a - b)).toEqual(
            here.map((_, at) => at),
          );
          expect(here.every(({ bands }) => bands === here.length)).toBe(true);
        }
      }),
    );
  });
});
