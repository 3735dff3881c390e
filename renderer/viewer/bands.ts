/** A part of a stretch that the same stretches cover from begin to end. */
export interface Band {
  readonly start: number;
  readonly end: number;
  /** Which of the `bands` that share this part is the stretch's own, from the top. */
  readonly band: number;
  readonly bands: number;
}

/**
 * Cuts stretches of a text where others begin and end, so that every stretch has a band of its own
 * wherever several lie over the same words.
 *
 * The bands of a part are in the order of their stretches' beginnings, the longer first, so that a
 * stretch keeps to the same side of another for as long as both last.
 */
export function bandsOf(stretches: readonly { start: number; end: number }[]): Band[][] {
  const order = stretches
    .map((stretch, index) => ({ ...stretch, index }))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const borders = [...new Set(order.flatMap(({ start, end }) => [start, end]))].sort(
    (a, b) => a - b,
  );
  const bands: Band[][] = stretches.map(() => []);
  for (const [at, start] of borders.entries()) {
    const end = borders[at + 1];
    if (end === undefined) break;
    const over = order.filter((one) => one.start <= start && one.end >= end);
    for (const [band, { index }] of over.entries()) {
      bands[index]?.push({ start, end, band, bands: over.length });
    }
  }
  return bands.map(joined);
}

/** Neighbouring parts of one stretch that are shared alike are one part. */
function joined(bands: readonly Band[]): Band[] {
  const result: Band[] = [];
  for (const next of bands) {
    const last = result.at(-1);
    if (last !== undefined && last.band === next.band && last.bands === next.bands) {
      result[result.length - 1] = { ...last, end: next.end };
    } else {
      result.push(next);
    }
  }
  return result;
}
