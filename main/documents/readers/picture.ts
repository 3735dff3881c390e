import type Canvas from '@napi-rs/canvas';

import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { MOST_PAGES } from '../reader-protocol';
import { pageSizeOf, pictureHeader } from './picture-header';
import { tiffDirectories } from './tiff-directories';
import { jpegPicture, type PicturePage, picturePdf, pixelPicture, pngPicture } from './picture-pdf';

/** Pixels of a picture, at most: more than A2 at 400 dots per inch. Told by its header, before decoding. */
export const MOST_MEGAPIXELS = 100;

/** Of pictures whose own data a PDF cannot hold; the received file stays as it is. */
const JPEG_QUALITY = 92;

/**
 * Takes a picture as a document: a page for each picture in the file, drawn as it is and without text
 * until its text is recognised.
 *
 * Errors: `file-damaged`, `picture-too-large`, `too-many-pages`.
 */
export async function readPicture(
  bytes: Uint8Array,
  fileName: string,
  { onPage, onDrawing }: ReadOptions,
): Promise<ReadSummary> {
  const isTiff = /^(II\*\0|MM\0\*)/.test(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));
  const pages = isTiff ? await tiffPages(bytes, fileName) : [await singlePage(bytes, fileName)];
  for (const [index, { width, height }] of pages.entries()) {
    onPage({ number: index + 1, width, height, text: '', words: [], blocks: [], isPicture: true });
  }
  onDrawing?.(picturePdf(pages));
  return { format: 'image', pageCount: pages.length, notices: [] };
}

async function singlePage(bytes: Uint8Array, fileName: string): Promise<PicturePage> {
  const header = pictureHeader(bytes);
  if (header === null) throw damaged(fileName);
  const { kind, width, height, orientation } = header;
  checkPixels(width, height, fileName);
  if (!isWhole(kind, bytes)) throw documentError('file-damaged', fileName, { context: 'cut-off' });
  const picture =
    kind === 'jpeg'
      ? jpegPicture(bytes, width, height)
      : ((kind === 'png' ? pngPicture(bytes, width, height) : null) ??
        (await decoded(bytes, fileName)));
  return { ...uprightSize(header), orientation, picture };
}

/** Whether the end of the file is there, where the format has one. */
function isWhole(kind: string, bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-4096)).toString('latin1');
  if (kind === 'png') return tail.includes('IEND');
  if (kind === 'jpeg')
    return (
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(
        '\xff\xd9',
        undefined,
        'latin1',
      ) >
      bytes.length / 2
    );
  return true;
}

async function decoded(bytes: Uint8Array, fileName: string) {
  const canvases = await loadCanvases();
  const { createCanvas, loadImage } = canvases;
  const image = await loadImage(bytes).catch((error: unknown) => {
    throw damaged(fileName, error);
  });
  checkPixels(image.width, image.height, fileName);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.length);
  return pixelPicture(
    pixels,
    image.width,
    image.height,
    asJpeg(canvases, image.width, image.height),
  );
}

/** A library of its own weight, which most pictures need not wait for. */
function loadCanvases(): Promise<typeof Canvas> {
  return import('@napi-rs/canvas');
}

function asJpeg(
  { createCanvas, ImageData }: typeof Canvas,
  width: number,
  height: number,
): (pixels: Uint8Array) => Uint8Array {
  return (pixels) => {
    const canvas = createCanvas(width, height);
    const clamped = new Uint8ClampedArray(
      pixels.buffer as ArrayBuffer,
      pixels.byteOffset,
      pixels.length,
    );
    canvas.getContext('2d').putImageData(new ImageData(clamped, width, height), 0, 0);
    return new Uint8Array(canvas.toBuffer('image/jpeg', JPEG_QUALITY));
  };
}

/** The parts of UTIF's description of a picture that are used; values come as lists. */
interface Directory {
  width?: number;
  height?: number;
  t274?: number[];
  t282?: (number | number[])[];
  t296?: number[];
  data?: Uint8Array;
}

async function tiffPages(bytes: Uint8Array, fileName: string): Promise<PicturePage[]> {
  const canvases = await loadCanvases();
  const { default: UTIF } = await import('utif2');
  const whole = bytes.buffer.slice(
    bytes.byteOffset,
    bytes.byteOffset + bytes.length,
  ) as ArrayBuffer;
  // Sizes and order by a look of our own, before a library goes through the file.
  const found = tiffDirectories(bytes, MOST_PAGES);
  if (found === null) throw damaged(fileName);
  if (found === 'too-many') throw documentError('too-many-pages', fileName, { limit: MOST_PAGES });
  for (const { width, height } of found) checkPixels(width, height, fileName);
  const all = attempt(fileName, () => UTIF.decode(whole) as unknown as Directory[]);
  const directories = found.flatMap(({ index, isPage }) => {
    const directory = all[index];
    return isPage && directory !== undefined ? [directory] : [];
  });
  if (directories.length === 0) throw damaged(fileName);
  return directories.map((directory) => {
    const pixels = attempt(fileName, () => {
      UTIF.decodeImage(whole, directory as never);
      return UTIF.toRGBA8(directory as never);
    });
    const { width = 0, height = 0 } = directory;
    checkPixels(width, height, fileName);
    if (pixels.length < width * height * 4) throw damaged(fileName);
    const orientation = directory.t274?.[0] ?? 1;
    const header = { width, height, orientation, dpi: tiffDpi(directory) };
    // What was unpacked for this page is not kept for the next.
    delete directory.data;
    return {
      ...uprightSize(header),
      orientation,
      picture: pixelPicture(new Uint8Array(pixels), width, height, asJpeg(canvases, width, height)),
    };
  });
}

function tiffDpi({ t282, t296 }: Directory): number | null {
  const [given = 0] = t282 ?? [];
  const dots = Array.isArray(given) ? (given[0] ?? 0) / (given[1] ?? 1) : given;
  const dpi = Math.round(t296?.[0] === 3 ? dots * 2.54 : dots);
  return dpi > 1 && t296?.[0] !== 1 ? dpi : null;
}

/** The size of the page once the picture stands upright. */
function uprightSize(header: {
  width: number;
  height: number;
  dpi: number | null;
  orientation: number;
}): { width: number; height: number } {
  const { width, height } = pageSizeOf(header.width, header.height, header.dpi);
  return header.orientation >= 5 ? { width: height, height: width } : { width, height };
}

function checkPixels(width: number, height: number, fileName: string): void {
  const megapixels = Math.ceil((width * height) / 1_000_000);
  if (!(width >= 1 && height >= 1)) throw damaged(fileName);
  if (megapixels > MOST_MEGAPIXELS) {
    throw documentError('picture-too-large', fileName, { megapixels, limit: MOST_MEGAPIXELS });
  }
}

/** Runs a decoder that throws anything at all when a file is not as it should be. */
function attempt<T>(fileName: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw damaged(fileName, error);
  }
}

function damaged(fileName: string, error?: unknown) {
  const reason =
    error instanceof Error ? error.message : 'it is not put together as such a file is';
  return documentError('file-damaged', fileName, { context: 'structure', reason });
}
