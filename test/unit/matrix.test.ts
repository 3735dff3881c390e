import fc from 'fast-check';
import { expect, it } from 'vitest';

import { IDENTITY, inverse, type Matrix, matrixOf, times } from '../../shared/domain/matrix';

/** Turned, stretched and moved, and never flat. */
const anyMatrix: fc.Arbitrary<Matrix> = fc
  .record({
    angle: fc.double({ min: 0, max: 6.3, noNaN: true }),
    wide: fc.double({ min: 0.1, max: 50, noNaN: true }),
    high: fc.double({ min: -50, max: -0.1, noNaN: true }),
    x: fc.double({ min: -900, max: 900, noNaN: true }),
    y: fc.double({ min: -900, max: 900, noNaN: true }),
  })
  .map(({ angle, wide, high, x, y }) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [wide * cos, wide * sin, -high * sin, high * cos, x, y];
  });

const applied = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [
  a * x + c * y + e,
  b * x + d * y + f,
];

it('applies the second map first', () => {
  const doubled: Matrix = [2, 0, 0, 2, 0, 0];
  const moved: Matrix = [1, 0, 0, 1, 10, 5];

  expect(applied(times(doubled, moved), 1, 1)).toEqual([22, 12]);
  expect(applied(times(moved, doubled), 1, 1)).toEqual([12, 7]);
});

it('comes back by its inverse', () => {
  fc.assert(
    fc.property(anyMatrix, (matrix) => {
      for (const [at, number] of times(matrix, inverse(matrix)).entries()) {
        expect(number).toBeCloseTo(IDENTITY[at] ?? NaN, 6);
      }
    }),
  );
});

it('is read from six numbers or more, of any kind of list', () => {
  expect(matrixOf([1, 2, 3, 4, 5])).toBeNull();
  expect(matrixOf(new Float32Array([1, 2, 3, 4, 5, 6, 7]))).toEqual([1, 2, 3, 4, 5, 6]);
});
