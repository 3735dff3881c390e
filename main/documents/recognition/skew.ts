/** A grey picture: one byte for each pixel, 0 black to 255 white, row after row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The most that a page may lie askew and still be straightened; beyond it, it was laid in sideways. */
const MOST = 7;
/** Degrees: coarse steps, then finer ones about the best. */
const STEPS = [0.5, 0.1, 0.02];
/** Less is not worth the loss of sharpness that turning costs. */
const LEAST = 0.15;
/** Width in pixels that is enough to tell a line's slope. */
const ENOUGH = 1200;
/** Dark pixels looked at; more tell no more. */
const MOST_PIXELS = 120_000;
/** How much sharper the rows must be than those of the page as it lies. */
const GAIN = 1.08;

/**
 * By how much the lines of a page fall to the right, in radians; negative where they rise, 0 where
 * they lie straight or there are too few to tell.
 *
 * The projection profile: dark pixels are summed along slanting rows, and where the slant is that of
 * the lines, rows of letters and the gaps between them stand apart most sharply (Postl, _Detection of
 * linear oblique structures and skew scan in digitized documents_, ICPR 1986): the sum of the squared
 * differences of neighbouring rows is greatest.
 */
export function skewOf(picture: GreyPicture): number {
  const { xs, ys, height } = darkPixels(picture);
  if (xs.length < 200) return 0;
  const scoreAt = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const margin = Math.ceil(ENOUGH * Math.tan((MOST * Math.PI) / 180)) + 2;
    const rows = new Float64Array(height + 2 * margin);
    for (let index = 0; index < xs.length; index += 1) {
      const row = Math.round((ys[index] ?? 0) - (xs[index] ?? 0) * slope) + margin;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let score = 0;
    for (let row = 1; row < rows.length; row += 1) {
      score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
    }
    return score;
  };
  const straight = scoreAt(0);
  let best = { degrees: 0, score: straight };
  let reach = MOST;
  for (const step of STEPS) {
    const middle = best.degrees;
    for (let degrees = middle - reach; degrees <= middle + reach + 1e-9; degrees += step) {
      if (Math.abs(degrees) > MOST) continue;
      const score = scoreAt(degrees);
      if (score > best.score) best = { degrees, score };
    }
    reach = step;
  }
  if (Math.abs(best.degrees) < LEAST || best.score < GAIN * straight) return 0;
  return (best.degrees * Math.PI) / 180;
}

/** Coordinates of dark pixels in a picture made small; those of edges, where a scan is often black, are left out. */
function darkPixels({ width, height, data }: GreyPicture): {
  xs: Float32Array;
  ys: Float32Array;
  height: number;
} {
  const factor = Math.max(1, Math.ceil(width / ENOUGH));
  const columns = Math.floor(width / factor);
  const rows = Math.floor(height / factor);
  const threshold = darkerThan(data);
  const found: number[] = [];
  const edgeX = Math.ceil(columns * 0.03);
  const edgeY = Math.ceil(rows * 0.02);
  for (let row = edgeY; row < rows - edgeY; row += 1) {
    for (let column = edgeX; column < columns - edgeX; column += 1) {
      // The darkest of the square, so that thin strokes stay.
      let darkest = 255;
      for (let y = row * factor; y < (row + 1) * factor; y += 1) {
        for (let x = column * factor; x < (column + 1) * factor; x += 1) {
          darkest = Math.min(darkest, data[y * width + x] ?? 255);
        }
      }
      if (darkest < threshold) found.push(column, row);
    }
  }
  const every = Math.max(1, Math.ceil(found.length / 2 / MOST_PIXELS));
  const count = Math.ceil(found.length / 2 / every);
  const xs = new Float32Array(count);
  const ys = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    xs[index] = found[index * every * 2] ?? 0;
    ys[index] = found[index * every * 2 + 1] ?? 0;
  }
  return { xs, ys, height: rows };
}

/** What parts ink from paper: the threshold that leaves both sides most alike within (Otsu, 1979). */
export function darkerThan(data: Uint8Array): number {
  const counts = new Float64Array(256);
  const every = Math.max(1, Math.floor(data.length / 200_000));
  let total = 0;
  let sum = 0;
  for (let index = 0; index < data.length; index += every) {
    const value = data[index] ?? 255;
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
    sum += value;
  }
  let best = { between: -1, threshold: 128 };
  let below = 0;
  let sumBelow = 0;
  for (let value = 0; value < 256; value += 1) {
    below += counts[value] ?? 0;
    sumBelow += value * (counts[value] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between > best.between) best = { between, threshold: value + 1 };
  }
  return best.threshold;
}
