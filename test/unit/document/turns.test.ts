import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { turnedBy } from '../../../shared/domain/turn';
import { uprightBox, uprightSize } from '../../../renderer/viewer/turns';

describe('a turned page', () => {
  it('comes round after four quarters either way', () => {
    expect(turnedBy(turnedBy(270, 90), -90)).toBe(270);
    expect(turnedBy(0, -90)).toBe(270);
  });

  it('has the first words of an upright page at its upper right after a quarter clockwise', () => {
    // 600 × 800 upright, so 800 × 600 on the screen; words at the top left of the page.
    const shown = { left: 770, top: 20, right: 790, bottom: 220 };

    expect(uprightBox(shown, { width: 800, height: 600 }, 90)).toEqual({
      left: 20,
      top: 10,
      right: 220,
      bottom: 30,
    });
  });

  it('keeps every box on the page, and its size', () => {
    const part = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.tuple(part, part, part, part),
        fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
        ([x, y, w, h], turn) => {
          const paper = { width: 200, height: 300 };
          const box = { left: x, top: y, right: x + w, bottom: y + h };
          const upright = uprightBox(box, paper, turn);
          const size = uprightSize(paper, turn);

          expect(upright.left).toBeGreaterThanOrEqual(0);
          expect(upright.top).toBeGreaterThanOrEqual(0);
          expect(upright.right).toBeLessThanOrEqual(size.width);
          expect(upright.bottom).toBeLessThanOrEqual(size.height);
          const sides = [upright.right - upright.left, upright.bottom - upright.top];
          expect(turn % 180 === 0 ? sides : sides.toReversed()).toEqual([w, h]);
        },
      ),
    );
  });
});
