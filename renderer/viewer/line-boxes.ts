/** A rectangle in any one unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * One box per line from the boxes of its pieces, in reading order.
 *
 * Pieces belong to the same line when they overlap by more than half of the lower one's height, and
 * to the same column when no more than two line heights lie between them.
 */
export function lineBoxes(pieces: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const piece of pieces) {
    if (piece.right - piece.left < 0.5 || piece.bottom - piece.top < 0.5) continue;
    const last = lines.at(-1);
    if (last !== undefined && onOneLine(last, piece)) lines[lines.length - 1] = union(last, piece);
    else lines.push(piece);
  }
  return lines;
}

function onOneLine(a: Box, b: Box): boolean {
  const lower = Math.min(a.bottom - a.top, b.bottom - b.top);
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  return overlap > lower / 2 && gap < 2 * lower;
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/**
 * A lane for each stretch, from 0, so that stretches that overlap have different ones: the lines
 * under them are then drawn below each other.
 */
export function lanesOf(stretches: readonly { start: number; end: number }[]): number[] {
  const lanes: number[] = [];
  const order = stretches
    .map((_, index) => index)
    .sort((a, b) => (stretches[a]?.start ?? 0) - (stretches[b]?.start ?? 0) || a - b);
  const ends: number[] = [];
  for (const index of order) {
    const stretch = stretches[index];
    if (stretch === undefined) continue;
    const free = ends.findIndex((end) => end <= stretch.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = stretch.end;
    lanes[index] = lane;
  }
  return lanes;
}
