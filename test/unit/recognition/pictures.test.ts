import { describe, expect, it } from 'vitest';

import { lengthOfAll, partsBetween, type DrawnPart } from '../../../main/documents/drawn-parts';
import { kindOf } from '../../../main/documents/file-kind';
import { readDocument } from '../../../main/documents/read-document';
import { pageSizeOf, pictureHeader } from '../../../main/documents/readers/picture-header';
import { readPdf } from '../../../main/documents/readers/pdf';
import type { Page } from '../../../shared/domain/page';
import {
  jpegOf,
  pngOf,
  textCanvas,
  tiffOf,
  turnedJpeg,
} from '../../../scripts/sample/writers/pictures';

const canvas = textCanvas(['Avtal'], { width: 300, height: 200 });

/** The PDF that a picture is drawn as, put together as the frame is given it. */
async function drawnAs(bytes: Uint8Array) {
  const pages: Page[] = [];
  let parts: readonly DrawnPart[] = [];
  const summary = await readDocument(new Uint8Array(bytes), 'bild', {
    onPage: (page) => pages.push(page),
    onDrawing: (given) => {
      parts = given;
    },
  });
  const pieces = parts.map((part) =>
    'bytes' in part ? part.bytes : bytes.subarray(part.start, part.end),
  );
  return { summary, pages, parts, pdf: new Uint8Array(Buffer.concat(pieces)) };
}

describe('a picture', () => {
  it.each([
    ['png', pngOf(canvas), { width: 300, height: 200, dpi: 200, orientation: 1 }],
    ['jpeg', jpegOf(canvas), { width: 300, height: 200, orientation: 1 }],
    ['jpeg', turnedJpeg(jpegOf(canvas), 6), { width: 300, height: 200, orientation: 6 }],
    ['webp', canvas.toBuffer('image/webp'), { width: 300, height: 200, orientation: 1 }],
  ])('tells by its header what it is: %s', (kind, bytes, expected) => {
    expect(kindOf(bytes)).toEqual({ kind: 'picture' });
    expect(pictureHeader(bytes)).toMatchObject({ kind, ...expected });
  });

  it('is known to be in the telephones’ format, which is refused by name', () => {
    for (const brand of ['heic', 'mif1', 'avif']) {
      const head = Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1');
      expect(kindOf(head)).toEqual({ kind: 'foreign', as: 'heic' });
    }
  });

  it.each([
    ['a PNG', pngOf(canvas), 1],
    ['a JPEG', jpegOf(canvas), 1],
    ['a TIFF with two pages', tiffOf([canvas, canvas]), 2],
    ['a WebP', canvas.toBuffer('image/webp'), 1],
  ])('becomes pages without text that are drawn as a PDF: %s', async (_, bytes, count) => {
    const { summary, pages, pdf } = await drawnAs(bytes);
    const read: Page[] = [];
    const asPdf = await readPdf(pdf, 'bild.pdf', { onPage: (page) => read.push(page) });

    expect(summary).toEqual({ format: 'image', pageCount: count, notices: [] });
    expect(pages.every((page) => page.isPicture === true && page.text === '')).toBe(true);
    expect(asPdf.pageCount).toBe(count);
    expect(read.map(({ width, height }) => [width, height])).toEqual(
      pages.map(({ width, height }) => [width, height]),
    );
  });

  it('is not copied where a PDF can hold its data as it is', async () => {
    for (const bytes of [jpegOf(canvas)]) {
      const { parts } = await drawnAs(bytes);
      const own = parts.filter((part) => 'bytes' in part);

      expect(lengthOfAll(own)).toBeLessThan(1500);
    }
  });

  it('stands upright on its page', async () => {
    const [page] = (await drawnAs(turnedJpeg(jpegOf(canvas), 6))).pages;

    expect(page!.height).toBeGreaterThan(page!.width);
  });

  it('is as large as its dots say, or as a sheet where they say nothing', () => {
    expect(pageSizeOf(1654, 2339, 200)).toEqual({ width: 595.44, height: 842.04 });
    expect(pageSizeOf(3024, 4032, 72)).toMatchObject({ height: 793.33 });
    expect(pageSizeOf(400, 200, null)).toEqual({ width: 300, height: 150 });
  });

  it.each([
    ['cut off', pngOf(canvas).subarray(0, 900)],
    ['a header and nothing else', Buffer.from('\xff\xd8\xff', 'latin1')],
    ['a TIFF that points beyond its end', Buffer.from('II*\0\xff\xff\xff\x0f', 'latin1')],
    ['a TIFF whose directories go round', Buffer.from('II*\0\x08\0\0\0\0\0\x08\0\0\0', 'latin1')],
  ])('is refused when it is damaged: %s', async (_, bytes) => {
    await expect(
      readDocument(new Uint8Array(bytes), 'bild', { onPage: () => {} }),
    ).rejects.toMatchObject({
      name: 'AppError',
      code: 'file-damaged',
    });
  });

  it('is refused before it is decoded when it would unpack to more than a memory holds', async () => {
    const huge = tiffOf([textCanvas([], { width: 10, height: 10 })]);
    // Width and height of the first directory.
    for (const tag of [256, 257]) {
      const at = huge.indexOf(Buffer.from([tag & 255, tag >> 8, 4, 0, 1, 0, 0, 0]));
      huge.writeUInt32LE(50_000, at + 8);
    }

    await expect(
      readDocument(new Uint8Array(huge), 'bild', { onPage: () => {} }),
    ).rejects.toMatchObject({
      code: 'picture-too-large',
      details: { megapixels: 2500, limit: 100 },
    });
  });
});

it('cuts parts to any stretch of them', () => {
  const parts: DrawnPart[] = [
    { bytes: Uint8Array.of(1, 2, 3) },
    { start: 100, end: 110 },
    { bytes: Uint8Array.of(4, 5) },
  ];

  expect(partsBetween(parts, 2, 14)).toEqual([
    { bytes: Uint8Array.of(3) },
    { start: 100, end: 110 },
    { bytes: Uint8Array.of(4) },
  ]);
  expect(partsBetween(parts, 5, 7)).toEqual([{ start: 102, end: 104 }]);
  expect(partsBetween(parts, 15, 99)).toEqual([]);
});
