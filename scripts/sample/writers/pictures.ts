import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';

import { createCanvas, GlobalFonts, type Canvas } from '@napi-rs/canvas';

import { drawnPdf } from './drawn-pdf';

// A font that comes with a package: what is recognised must not hang on what the machine has.
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts',
);
GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Samsyn Print');

interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dpi?: number;
  /** Degrees that the page lies askew, clockwise. */
  readonly skew?: number;
  /** Points. */
  readonly size?: number;
}

/** Lines of black text on white paper, as a scanner sees them. */
export function textCanvas(
  lines: readonly string[],
  { width = 900, height = 400, dpi = 200, skew = 0, size = 11 }: PictureOptions = {},
): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  const pixels = (size * dpi) / 72;
  context.fillStyle = '#111';
  context.font = `${pixels}px "Samsyn Print"`;
  for (const [index, line] of lines.entries()) {
    context.fillText(line, pixels * 2, pixels * (2 + 1.45 * index));
  }
  return canvas;
}

/** The same page laid in another way up: turned clockwise. */
export function laidIn(canvas: Canvas, turn: 90 | 180 | 270): Canvas {
  const { width, height } = canvas;
  const turned = turn === 180 ? createCanvas(width, height) : createCanvas(height, width);
  const context = turned.getContext('2d');
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(canvas, -width / 2, -height / 2);
  return turned;
}

/** The same page as a poor scanner gives it: greyish paper, grain and specks; the same for the same seed. */
export function scanned(canvas: Canvas, seed: number): Canvas {
  const copy = createCanvas(canvas.width, canvas.height);
  const context = copy.getContext('2d');
  context.drawImage(canvas, 0, 0);
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = picture;
  let state = seed + 1;
  for (let at = 0; at < data.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const isSpeck = state % 40_000 === 0;
    const grain = ((state >>> 16) % 48) - 24;
    const value = isSpeck ? 90 : 30 + (data[at] ?? 255) * 0.8 + grain;
    data[at] = value;
    data[at + 1] = value;
    data[at + 2] = value;
  }
  context.putImageData(picture, 0, 0);
  return copy;
}

/** A PNG that says how many dots per inch it has. */
export function pngOf(canvas: Canvas, dpi = 200): Buffer {
  const png = canvas.toBuffer('image/png');
  const perMetre = Math.round(dpi / 0.0254);
  const data = Buffer.alloc(9);
  data.writeUInt32BE(perMetre, 0);
  data.writeUInt32BE(perMetre, 4);
  data[8] = 1;
  const [head, rest] = [png.subarray(0, 33), png.subarray(33)];
  return Buffer.concat([head, pngChunk('pHYs', data), rest]);
}

/** A chunk of a PNG, with its check sum. */
function pngChunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 8 + data.length);
  return chunk;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** @param quality 0–100 */
export function jpegOf(canvas: Canvas, quality = 85): Buffer {
  return canvas.toBuffer('image/jpeg', quality);
}

/** The same JPEG with EXIF that says how it is to be turned. */
export function turnedJpeg(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** The pixels of a TIFF: 8 bits of grey as they are, or as a fax has them, black or white and packed. */
type TiffKind = 'grey' | 'fax';

/** A TIFF with a page for each canvas. */
export function tiffOf(canvases: readonly Canvas[], dpi = 200, kind: TiffKind = 'grey'): Buffer {
  const parts: Buffer[] = [Buffer.from('II*\0\0\0\0\0', 'latin1')];
  let length = 8;
  const put = (part: Buffer): number => {
    const at = length;
    const padded = part.length % 2 === 0 ? part : Buffer.concat([part, Buffer.alloc(1)]);
    parts.push(padded);
    length += padded.length;
    return at;
  };
  /** Where the place of the next directory is to be written. */
  let link = { part: 0, offset: 4 };
  for (const canvas of canvases) {
    const { width, height } = canvas;
    const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
    const pixels = kind === 'fax' ? deflateSync(blackAndWhite(data, width, height)) : greys(data);
    const strip = put(pixels);
    const resolution = Buffer.alloc(8);
    resolution.writeUInt32LE(dpi, 0);
    resolution.writeUInt32LE(1, 4);
    const dots = put(resolution);
    const short = 3;
    const long = 4;
    const rational = 5;
    const entries: [tag: number, type: number, value: number][] = [
      [256, long, width],
      [257, long, height],
      [258, short, kind === 'fax' ? 1 : 8],
      [259, short, kind === 'fax' ? DEFLATED : 1],
      [262, short, 1],
      [273, long, strip],
      [277, short, 1],
      [278, long, height],
      [279, long, pixels.length],
      [282, rational, dots],
      [283, rational, dots],
      [296, short, 2],
    ];
    const directory = Buffer.alloc(2 + 12 * entries.length + 4);
    directory.writeUInt16LE(entries.length, 0);
    for (const [index, [tag, type, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * index);
      directory.writeUInt16LE(type, 4 + 12 * index);
      directory.writeUInt32LE(1, 6 + 12 * index);
      directory.writeUInt32LE(value, 10 + 12 * index);
    }
    const place = put(directory);
    parts[link.part]?.writeUInt32LE(place, link.offset);
    link = { part: parts.length - 1, offset: 2 + 12 * entries.length };
  }
  return Buffer.concat(parts);
}

/** TIFF's number for strips packed with zlib. */
const DEFLATED = 8;

function greys(data: Uint8ClampedArray): Buffer {
  const grey = Buffer.alloc(data.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel += 1) grey[pixel] = data[4 * pixel] ?? 255;
  return grey;
}

/** Eight pixels to a byte, each row begun anew; set where it is light. */
function blackAndWhite(data: Uint8ClampedArray, width: number, height: number): Buffer {
  const rowLength = Math.ceil(width / 8);
  const bits = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[4 * (y * width + x)] ?? 255) < 128) continue;
      const at = y * rowLength + (x >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bits;
}

/** A PDF whose pages are pictures and nothing else, as a scanner makes it. */
export function scannedPdf(canvases: readonly Canvas[], dpi = 200): Promise<Buffer> {
  return drawnPdf(
    (document) => {
      for (const canvas of canvases) {
        const size = { width: (canvas.width * 72) / dpi, height: (canvas.height * 72) / dpi };
        document.addPage({ size: [size.width, size.height], margin: 0 });
        document.image(jpegOf(canvas), 0, 0, size);
      }
    },
    { autoFirstPage: false },
  );
}
