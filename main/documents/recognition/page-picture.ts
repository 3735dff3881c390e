import { createCanvas, type Canvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

import type { PictureGeometry } from '../../../shared/domain/recognition';
import type { Turn } from '../../../shared/domain/turn';
import { picturesOn } from '../readers/pdf-pictures';
import { skewOf, type GreyPicture } from './skew';

/** Dots per inch that suit the recogniser: fewer lose letters, more cost time and give nothing. */
const LEAST_DPI = 200;
const MOST_DPI = 300;
/** Where the page is drawn and not scanned, or its pictures do not say. */
const USUAL_DPI = 240;

/** Pixels of a rendered page; a poster is taken with fewer dots per inch. */
const MOST_PIXELS = 40_000_000;

/** A page as the recogniser takes it: grey and straight. */
export interface PagePicture {
  readonly picture: GreyPicture;
  readonly geometry: PictureGeometry;
  readonly dpi: number;
}

/**
 * Draws a page of a PDF for the recogniser, and straightens it where it lies askew.
 *
 * @param wanted dots per inch, or `null` for those that suit the page's own pictures
 * @param turn how far it is turned from how the document has it
 */
export async function pagePictureOf(
  pdf: PDFDocumentProxy,
  number: number,
  wanted: number | null,
  operators: Readonly<Record<string, number>>,
  turn: Turn,
): Promise<PagePicture> {
  const page = await pdf.getPage(number);
  const rotation = (page.rotate + turn) % 360;
  try {
    const size = page.getViewport({ scale: 1, rotation });
    const dpi = dpiFor(size.width * size.height, wanted ?? (await ownDpi(page, operators)));
    const scale = dpi / 72;
    const viewport = page.getViewport({ scale, rotation });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    // pdf.js has the types of a browser's canvas; this one has the same methods.
    await page.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise;
    const asItLies = greyOf(canvas);
    const skew = skewOf(asItLies);
    const picture = skew === 0 ? asItLies : greyOf(turnedBy(canvas, -skew));
    return {
      picture,
      dpi,
      geometry: { width: size.width, height: size.height, scale, turned: -skew },
    };
  } finally {
    page.cleanup();
  }
}

/** The resolution of the picture that covers most of the page, within what suits the recogniser. */
async function ownDpi(
  page: PDFPageProxy,
  operators: Readonly<Record<string, number>>,
): Promise<number> {
  const pictures = await picturesOn(page, operators);
  const [largest] = pictures.toSorted((a, b) => b.cover - a.cover);
  if (largest === undefined || largest.cover < 0.3) return USUAL_DPI;
  return Math.min(MOST_DPI, Math.max(LEAST_DPI, Math.round(largest.dpi)));
}

function dpiFor(area: number, wanted: number): number {
  const most = 72 * Math.sqrt(MOST_PIXELS / Math.max(1, area));
  return Math.max(1, Math.min(wanted, most));
}

function turnedBy(canvas: Canvas, angle: number): Canvas {
  const turned = createCanvas(canvas.width, canvas.height);
  const context = turned.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, turned.width, turned.height);
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate(angle);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return turned;
}

/** A canvas as grey (Rec. 601 weights). */
export function greyOf(canvas: Canvas): GreyPicture {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4) {
    grey[pixel] =
      (77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)) >> 8;
  }
  return { width, height, data: grey };
}
