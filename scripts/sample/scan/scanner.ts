import { createCanvas, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

import type { Random } from '../random';
import type { ScanLevel } from '../truth';

/** A scanner, and the paper that lies on it. Greys are 0–255. */
export interface Scanner {
  readonly dpi: number;
  /** Degrees that a page may lie askew, either way. */
  readonly skew: number;
  readonly paper: number;
  /** What black becomes. */
  readonly ink: number;
  /** How far a pixel may be off, either way. */
  readonly grain: number;
  readonly specks: number;
  /** How much darker the page is at the edge where the lid stood open, and how many points wide. */
  readonly shadow: { readonly depth: number; readonly width: number };
  readonly isGrey: boolean;
  /** What is darker than this is black and all else white, as a fax sends it. */
  readonly threshold?: number;
  /** Of the JPEG, 0–100. */
  readonly quality: number;
}

/** By level of noise: the office's scanner, a copy of a copy, and such a copy by fax. */
export const SCANNERS: Readonly<Record<ScanLevel, Scanner>> = {
  2: {
    dpi: 200,
    skew: 0.6,
    paper: 246,
    ink: 34,
    grain: 7,
    specks: 40,
    shadow: { depth: 26, width: 16 },
    isGrey: false,
    quality: 60,
  },
  3: {
    dpi: 150,
    skew: 1.7,
    paper: 216,
    ink: 84,
    grain: 20,
    specks: 260,
    shadow: { depth: 70, width: 42 },
    isGrey: true,
    quality: 34,
  },
  4: {
    dpi: 120,
    skew: 2.2,
    paper: 205,
    ink: 90,
    grain: 60,
    specks: 700,
    shadow: { depth: 50, width: 30 },
    isGrey: true,
    threshold: 148,
    quality: 60,
  },
};

/** As an app saves a page that it has cleaned; grain would make the lossless file many times as large. */
export function cleaned(scanner: Scanner): Scanner {
  return { ...scanner, grain: 0, specks: 0 };
}

/** The page as the scanner sees it; the same for the same seed. */
export function scannedPage(page: Canvas, scanner: Scanner, random: Random): Canvas {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.save();
  context.translate(width / 2, height / 2);
  context.rotate(((random.next() * 2 - 1) * scanner.skew * Math.PI) / 180);
  context.translate((random.next() - 0.5) * 12, (random.next() - 0.5) * 12);
  context.drawImage(page, -width / 2, -height / 2);
  context.restore();
  drawHoles(context, scanner.dpi);
  drawSpecks(context, scanner, random);
  develop(context, scanner, random);
  return canvas;
}

/** The holes of a binder. */
function drawHoles(context: SKRSContext2D, dpi: number): void {
  const point = dpi / 72;
  context.fillStyle = '#bbb';
  for (const y of [-113, 113]) {
    context.beginPath();
    context.arc(26 * point, context.canvas.height / 2 + y * point, 7 * point, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawSpecks(context: SKRSContext2D, { specks, dpi }: Scanner, random: Random): void {
  const { width, height } = context.canvas;
  for (let speck = 0; speck < specks; speck += 1) {
    const grey = random.int(60, 170);
    context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
    context.beginPath();
    const radius = ((0.15 + random.next() * 0.35) * dpi) / 72;
    context.arc(random.next() * width, random.next() * height, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Paper for white, faded ink for black, the shadow of the lid, and grain over everything. */
function develop(context: SKRSContext2D, scanner: Scanner, random: Random): void {
  const { width, height } = context.canvas;
  const { paper, ink, grain, shadow, dpi, isGrey, threshold } = scanner;
  const seen = (value: number): number =>
    threshold === undefined ? value : value < threshold ? 0 : 255;
  const picture = context.getImageData(0, 0, width, height);
  const { data } = picture;
  const toned = Uint8Array.from({ length: 256 }, (_, value) => ink + (value * (paper - ink)) / 255);
  const edge = (shadow.width * dpi) / 72;
  const shade = Float32Array.from({ length: width }, (_, x) => shadow.depth * Math.exp(-x / edge));
  let state = random.int(1, 0x7fffffff);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      // Xorshift (Marsaglia 2003), quick and without a pattern to see.
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      // Two draws of one number: their sum lies nearer to nothing than either.
      const noise = (((state >>> 24) + ((state >>> 16) & 255)) / 255 - 1) * grain;
      const change = noise - (shade[x] ?? 0);
      let red = data[at] ?? 255;
      let green = data[at + 1] ?? 255;
      let blue = data[at + 2] ?? 255;
      if (isGrey) red = green = blue = (77 * red + 150 * green + 29 * blue) >> 8;
      // Clamped by the array.
      data[at] = seen((toned[red] ?? paper) + change);
      data[at + 1] = seen((toned[green] ?? paper) + change);
      data[at + 2] = seen((toned[blue] ?? paper) + change);
    }
  }
  context.putImageData(picture, 0, 0);
}
