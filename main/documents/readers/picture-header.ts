/** What the beginning of a picture says of it; nothing is decoded. */
interface PictureHeader {
  readonly kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'bmp';
  /** Pixels, as they are kept. */
  readonly width: number;
  readonly height: number;
  /** Dots per inch; `null` where the picture does not say. */
  readonly dpi: number | null;
  /** How it is to be turned to stand upright: 1–8, as in EXIF. */
  readonly orientation: number;
}

/** The header of a PNG, JPEG, WebP, GIF or BMP; `null` where it is none, or is cut off or contradictory. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = latin1(bytes, 0, 16);
    if (start.startsWith('\x89PNG\r\n\x1a\n')) return pngHeader(bytes, view);
    if (start.startsWith('\xff\xd8\xff')) return jpegHeader(bytes, view);
    if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return webpHeader(bytes, view);
    if (start.startsWith('GIF8')) {
      return plain('gif', view.getUint16(6, true), view.getUint16(8, true));
    }
    if (start.startsWith('BM')) {
      return plain('bmp', Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
    }
    return null;
  } catch (error) {
    // Looked for something beyond the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function plain(kind: PictureHeader['kind'], width: number, height: number): PictureHeader | null {
  return width > 0 && height > 0 ? { kind, width, height, dpi: null, orientation: 1 } : null;
}

function pngHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  if (latin1(bytes, 12, 16) !== 'IHDR') return null;
  const header = plain('png', view.getUint32(16), view.getUint32(20));
  if (header === null) return null;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = latin1(bytes, at + 4, at + 8);
    if (name === 'IDAT') break;
    if (name === 'pHYs' && view.getUint8(at + 16) === 1) {
      return { ...header, dpi: Math.round(view.getUint32(at + 8) * 0.0254) || null };
    }
  }
  return header;
}

/** The first frame's size, with the resolution and orientation that stand before it. */
function jpegHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  let dpi: number | null = null;
  let exif: Exif = { orientation: 1, dpi: null };
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const header = plain('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
      return header === null
        ? null
        : { ...header, dpi: exif.dpi ?? dpi, orientation: exif.orientation };
    }
    if (marker === 0xe0 && latin1(bytes, at + 4, at + 8) === 'JFIF') {
      const unit = view.getUint8(at + 11);
      const dots = view.getUint16(at + 12);
      if (dots > 1 && unit === 1) dpi = dots;
      if (dots > 1 && unit === 2) dpi = Math.round(dots * 2.54);
    }
    if (marker === 0xe1 && latin1(bytes, at + 4, at + 10) === 'Exif\0\0') {
      exif = exifIn(bytes.subarray(at + 10, at + 2 + length));
    }
    if (marker === 0xda || marker === 0xd9 || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

interface Exif {
  readonly orientation: number;
  readonly dpi: number | null;
}

/** Orientation and resolution of EXIF's first directory; the usual ones where it says nothing sensible. */
function exifIn(bytes: Uint8Array): Exif {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = { orientation: 1, dots: 0, unit: 2 };
  try {
    const little = latin1(bytes, 0, 2) === 'II';
    const directory = view.getUint32(4, little);
    const count = Math.min(200, view.getUint16(directory, little));
    for (let index = 0; index < count; index += 1) {
      const at = directory + 2 + 12 * index;
      const tag = view.getUint16(at, little);
      if (tag === 0x112) found.orientation = view.getUint16(at + 8, little);
      if (tag === 0x128) found.unit = view.getUint16(at + 8, little);
      if (tag === 0x11a) {
        const place = view.getUint32(at + 8, little);
        found.dots = view.getUint32(place, little) / view.getUint32(place + 4, little);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const { orientation, dots, unit } = found;
  const dpi = Math.round(unit === 3 ? dots * 2.54 : dots);
  return {
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    dpi: Number.isFinite(dpi) && dpi > 1 ? dpi : null,
  };
}

function webpHeader(bytes: Uint8Array, view: DataView): PictureHeader | null {
  const threeBytes = (at: number): number =>
    view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  switch (latin1(bytes, 12, 16)) {
    case 'VP8X':
      return plain('webp', 1 + threeBytes(24), 1 + threeBytes(27));
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return plain('webp', 1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff));
    }
    case 'VP8 ':
      return plain('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    start,
    end,
  );
}

/** A4 in points: what a photo of a page shows, more or less. */
const A4 = { long: 842, short: 595 };
/** Screens and cameras write these for want of a better; they say nothing of the paper. */
const NO_DPI = 96;

/**
 * Width and height in points of a picture's page.
 *
 * From its dots per inch, where they are a scanner's. Otherwise as on a screen, made small enough for
 * an A4 sheet: a photo of 4,000 pixels is no poster.
 */
export function pageSizeOf(
  width: number,
  height: number,
  dpi: number | null,
): { width: number; height: number } {
  const isTold = dpi !== null && dpi > NO_DPI;
  const scale = 72 / (isTold ? dpi : NO_DPI);
  const fitting = isTold
    ? 1
    : Math.min(
        1,
        A4.long / (Math.max(width, height) * scale),
        A4.short / (Math.min(width, height) * scale),
      );
  const points = (pixels: number): number =>
    Math.max(1, Math.round(pixels * scale * fitting * 100) / 100);
  return { width: points(width), height: points(height) };
}
