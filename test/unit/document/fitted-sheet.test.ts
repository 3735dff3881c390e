import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { scaleToFit, sheetAt } from '../../../renderer/viewer/fitted-sheet';

const rooms = fc.record({
  frame: fc.integer({ min: 100, max: 2400 }),
  table: fc.integer({ min: 0, max: 2000 }),
});

describe('a sheet fitted to its frame', () => {
  it.each([
    ['a wide one', { frame: 1588, table: 0 }, 2, 794],
    ['one a little narrower than A4', { frame: 700, table: 0 }, 700 / 794, 794],
    ['a narrow one: shorter lines, letters that can be read', { frame: 360, table: 0 }, 0.8, 450],
    ['a very narrow one: smaller letters', { frame: 210, table: 0 }, 0.5, 420],
    ['one too narrow for its table', { frame: 350, table: 700 }, 0.5, 700],
    ['a table wider than A4', { frame: 635, table: 1270 }, 0.5, 794],
  ])('is right for %s', (_, room, scale, width) => {
    expect(scaleToFit(room)).toBeCloseTo(scale, 6);
    expect(sheetAt(scaleToFit(room), room)).toBe(width);
  });

  it('is as wide as the frame, to a dot, wherever no table is wider than A4', () => {
    fc.assert(
      fc.property(rooms, ({ frame, table }) => {
        fc.pre(table <= 794);
        const scale = scaleToFit({ frame, table });

        expect(Math.abs(sheetAt(scale, { frame, table }) * scale - frame)).toBeLessThanOrEqual(
          scale,
        );
      }),
    );
  });
});

it('gets shorter lines, not a way to go sideways, when it is enlarged; A4 when there is room', () => {
  const room = { frame: 620, table: 0 };

  expect([0.5, 0.78, 1, 1.4, 3].map((scale) => sheetAt(scale, room))).toEqual([
    794, 794, 620, 443, 420,
  ]);
});
