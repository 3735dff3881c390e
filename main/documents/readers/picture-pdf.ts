import { deflateSync } from 'node:zlib';

import { type DrawnPart, lengthOfAll } from '../drawn-parts';

/** A picture's pixels as a PDF has them: the entries of its dictionary, and its data. */
interface PdfPicture {
  readonly entries: string;
  readonly data: readonly DrawnPart[];
}

/** A page that one picture fills. */
export interface PicturePage {
  /** Points, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** How the picture is turned to stand upright: 1–8, as in EXIF. */
  readonly orientation: number;
  readonly picture: PdfPicture;
}

/**
 * A PDF with one page for each picture, as the parts that it is made of: data that a PDF may hold as
 * it is stays where it lies in the received file.
 */
export function picturePdf(pages: readonly PicturePage[]): DrawnPart[] {
  const parts: DrawnPart[] = [];
  const offsets: number[] = [];
  let position = 0;
  const put = (...given: (string | DrawnPart)[]): void => {
    for (const each of given) {
      const part = typeof each === 'string' ? { bytes: latin1(each) } : each;
      parts.push(part);
      position += lengthOfAll([part]);
    }
  };
  const object = (...given: (string | DrawnPart)[]): void => {
    offsets.push(position);
    put(`${offsets.length} 0 obj\n`, ...given, '\nendobj\n');
  };

  put('%PDF-1.7\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${3 + 3 * index} 0 R`).join(' ');
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const [index, { width, height, orientation, picture }] of pages.entries()) {
    const contents = 4 + 3 * index;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${contents} 0 R` +
        ` /Resources << /XObject << /I ${contents + 1} 0 R >> >> >>`,
    );
    const drawing = `q ${matrixFor(orientation, width, height).join(' ')} cm /I Do Q`;
    object(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`);
    object(
      `<< /Type /XObject /Subtype /Image ${picture.entries} /Length ${lengthOfAll(picture.data)} >>\nstream\n`,
      ...picture.data,
      '\nendstream',
    );
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = position;
  put(
    `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`,
    `trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
  return joined(parts);
}

/** Puts the unit square, as which a PDF sees a picture, onto the page, turned as EXIF says. */
function matrixFor(orientation: number, w: number, h: number): readonly number[] {
  const matrices: Readonly<Record<number, readonly number[]>> = {
    2: [-w, 0, 0, h, w, 0],
    3: [-w, 0, 0, -h, w, h],
    4: [w, 0, 0, -h, 0, h],
    5: [0, -h, -w, 0, w, h],
    6: [0, -h, w, 0, 0, h],
    7: [0, h, w, 0, 0, 0],
    8: [0, h, -w, 0, w, 0],
  };
  return matrices[orientation] ?? [w, 0, 0, h, 0, 0];
}

/** A JPEG as it was received, with as many colours as its frame has. */
export function jpegPicture(bytes: Uint8Array, width: number, height: number): PdfPicture {
  const { components, isInverted } = jpegColours(bytes);
  const space = components === 1 ? 'DeviceGray' : components === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  const decode = isInverted ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  return {
    entries: `/Width ${width} /Height ${height} /ColorSpace /${space} /BitsPerComponent 8${decode} /Filter /DCTDecode`,
    data: [{ start: 0, end: bytes.length }],
  };
}

/** Adobe's programs write CMYK upside down, and say that they wrote it. */
function jpegColours(bytes: Uint8Array): { components: number; isInverted: boolean } {
  let isAdobe = false;
  for (let at = 2; at + 10 <= bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xee) isAdobe = true;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const components = bytes[at + 9] ?? 3;
      return { components, isInverted: isAdobe && components === 4 };
    }
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return { components: 3, isInverted: false };
}

/**
 * A PNG whose data a PDF may hold as it is: not interlaced, without transparency. `null` for others.
 */
export function pngPicture(bytes: Uint8Array, width: number, height: number): PdfPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bits = bytes[24] ?? 8;
  const colour = bytes[25] ?? 0;
  const isInterlaced = bytes[28] !== 0;
  if (isInterlaced || ![0, 2, 3].includes(colour)) return null;
  const data: DrawnPart[] = [];
  let palette = '';
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = latin1Of(bytes, at + 4, at + 8);
    if (at + 12 + length > bytes.length || name === 'tRNS') return null;
    if (name === 'PLTE')
      palette = Buffer.from(bytes.subarray(at + 8, at + 8 + length)).toString('hex');
    if (name === 'IDAT') data.push({ start: at + 8, end: at + 8 + length });
    at += 12 + length;
  }
  const entries = palette.length / 6;
  if (data.length === 0 || (colour === 3 && (entries < 1 || entries > 256))) return null;
  const space =
    colour === 3
      ? `[/Indexed /DeviceRGB ${entries - 1} <${palette}>]`
      : colour === 2
        ? '/DeviceRGB'
        : '/DeviceGray';
  const colours = colour === 2 ? 3 : 1;
  return {
    entries:
      `/Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent ${bits} /Filter /FlateDecode` +
      ` /DecodeParms << /Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width} >>`,
    data,
  };
}

/**
 * Pixels of any other picture, on white: one bit each where all are black or white, one byte where all
 * are grey, else as JPEG.
 *
 * @param pixels red, green, blue and opacity, a byte each
 */
export function pixelPicture(
  pixels: Uint8Array,
  width: number,
  height: number,
  asJpeg: (onWhite: Uint8Array) => Uint8Array,
): PdfPicture {
  const grey = new Uint8Array(width * height);
  let isGrey = true;
  let isTwoTone = true;
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    const opacity = (pixels[at + 3] ?? 255) / 255;
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = Math.round(255 + ((pixels[channel] ?? 255) - 255) * opacity);
    }
    pixels[at + 3] = 255;
    const [red = 255, green = 255, blue = 255] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    isGrey &&= Math.abs(red - green) <= 3 && Math.abs(green - blue) <= 3;
    isTwoTone &&= isGrey && (green === 0 || green === 255);
    grey[pixel] = green;
  }
  const size = `/Width ${width} /Height ${height}`;
  if (!isGrey) {
    const data = [{ bytes: asJpeg(pixels) }];
    return {
      entries: `${size} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      data,
    };
  }
  const bits = isTwoTone ? 1 : 8;
  const data = [
    { bytes: new Uint8Array(deflateSync(isTwoTone ? packed(grey, width, height) : grey)) },
  ];
  return {
    entries: `${size} /ColorSpace /DeviceGray /BitsPerComponent ${bits} /Filter /FlateDecode`,
    data,
  };
}

/** Eight pixels to a byte, rows filled up to whole bytes. */
function packed(grey: Uint8Array, width: number, height: number): Uint8Array {
  const row = Math.ceil(width / 8);
  const bits = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 0) >= 128) {
        const at = y * row + (x >> 3);
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return bits;
}

/** Neighbouring bytes in one part each. */
function joined(parts: readonly DrawnPart[]): DrawnPart[] {
  const result: DrawnPart[] = [];
  let run: Uint8Array[] = [];
  const flush = (): void => {
    if (run.length > 0) result.push({ bytes: new Uint8Array(Buffer.concat(run)) });
    run = [];
  };
  for (const part of parts) {
    if ('bytes' in part) run.push(part.bytes);
    else {
      flush();
      result.push(part);
    }
  }
  flush();
  return result;
}

const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

function latin1Of(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}
