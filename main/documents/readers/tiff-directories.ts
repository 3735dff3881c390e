/** A picture in a TIFF, by its directory. */
interface TiffDirectory {
  /** Its place among the file's directories. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** False for thumbnails and masks of another page. */
  readonly isPage: boolean;
}

/** Reduced versions of another page and masks, by TIFF's NewSubfileType. */
const NOT_A_PAGE = 0b101;

const WIDTH = 256;
const HEIGHT = 257;
const KIND = 254;
const SHORT = 3;

/**
 * The pictures of a TIFF in order; `null` where the chain of directories leads out of the file or back
 * into itself, `too-many` where it has no end in sight. Nothing is decoded.
 */
export function tiffDirectories(
  bytes: Uint8Array,
  most: number,
): TiffDirectory[] | 'too-many' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: TiffDirectory[] = [];
  const seen = new Set<number>();
  try {
    const little = view.getUint16(0) === 0x4949;
    let at = view.getUint32(4, little);
    while (at !== 0) {
      if (seen.has(at)) return null;
      if (seen.size >= most) return 'too-many';
      seen.add(at);
      const count = view.getUint16(at, little);
      const values = new Map<number, number>();
      for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12) {
        const isShort = view.getUint16(entry + 2, little) === SHORT;
        const value = isShort
          ? view.getUint16(entry + 8, little)
          : view.getUint32(entry + 8, little);
        values.set(view.getUint16(entry, little), value);
      }
      found.push({
        index: found.length,
        width: values.get(WIDTH) ?? 0,
        height: values.get(HEIGHT) ?? 0,
        isPage: ((values.get(KIND) ?? 0) & NOT_A_PAGE) === 0,
      });
      at = view.getUint32(at + 2 + 12 * count, little);
    }
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  return found.length === 0 ? null : found;
}
