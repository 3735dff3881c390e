import { z } from 'zod';

/**
 * A document as a PDF viewer is to be given it: pieces one after the other, each of them bytes of its
 * own or a stretch of the received file.
 *
 * A picture is shown as the PDF that it would be, so that it has pages, zoom, search and selection
 * like any scan. What the viewer can decode itself is pointed at and not copied.
 */
export const DrawnPart = z.union([
  z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  /** `end` lies outside. */
  z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() }),
]);
export type DrawnPart = z.output<typeof DrawnPart>;

/** Bytes of a part. */
export function lengthOf(part: DrawnPart): number {
  return 'bytes' in part ? part.bytes.length : part.end - part.start;
}

/** Bytes of all parts. */
export function lengthOfAll(parts: readonly DrawnPart[]): number {
  return parts.reduce((sum, part) => sum + lengthOf(part), 0);
}

/**
 * The pieces that make up bytes `start` to `end` of all parts together, in order: cut to that stretch,
 * empty ones left out.
 */
export function partsBetween(parts: readonly DrawnPart[], start: number, end: number): DrawnPart[] {
  const found: DrawnPart[] = [];
  let position = 0;
  for (const part of parts) {
    const length = lengthOf(part);
    const from = Math.max(0, start - position);
    const to = Math.min(length, end - position);
    if (to > from) {
      found.push(
        'bytes' in part
          ? { bytes: part.bytes.subarray(from, to) }
          : { start: part.start + from, end: part.start + to },
      );
    }
    position += length;
  }
  return found;
}
