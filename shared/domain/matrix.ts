/**
 * An affine map of the plane as PDF writes it (ISO 32000-1, 8.3.3): `[a b c d e f]` takes `(x, y)` to
 * `(a·x + c·y + e, b·x + d·y + f)`.
 */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The six numbers of a matrix in what a library gave; `null` where there are fewer. */
export function matrixOf(numbers: ArrayLike<number>): Matrix | null {
  if (numbers.length < 6) return null;
  const at = (place: number): number => numbers[place] ?? 0;
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** First `other`, then `one`. */
export function times(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** The way back; of a matrix that flattens the plane there is none, and what is given is not to be used. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const determinant = a * d - b * c || 1;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}
