import { createHash } from 'node:crypto';

import type { Canvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';

import { Random } from '../../scripts/sample/random';
import { printOf } from '../../scripts/sample/scan/print';
import { SCANNERS, scannedPage } from '../../scripts/sample/scan/scanner';
import { drawnPdf } from '../../scripts/sample/writers/drawn-pdf';

const WORDS = 'Överenskommelse om idéburet offentligt partnerskap';
let page: Canvas;

beforeAll(async () => {
  const pdf = await drawnPdf((document) => {
    document.font('Times-Bold').fontSize(20);
    for (let line = 0; line < 12; line += 1) document.text(WORDS);
  });
  const print = await printOf(new Uint8Array(pdf));
  page = await print.picture(1, 60);
  await print.close();
}, 30_000);

/** The greys of a picture, darkest first. */
function greysOf(canvas: Canvas): number[] {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const greys: number[] = [];
  for (let at = 0; at < data.length; at += 4) greys.push(data[at] ?? 0);
  return greys.sort((a, b) => a - b);
}
const quantile = (greys: readonly number[], share: number) =>
  greys[Math.floor(share * (greys.length - 1))] ?? Number.NaN;

describe('a printed page', () => {
  it('has its words in ink', () => {
    const greys = greysOf(page);

    expect(quantile(greys, 0.005)).toBeLessThan(60);
    expect(quantile(greys, 0.5)).toBe(255);
  });
});

describe('a scanned page', () => {
  const scan = (level: 2 | 3 | 4, seed = 1) => scannedPage(page, SCANNERS[level], new Random(seed));

  it('has greyer paper and paler ink the poorer the scan is', () => {
    const [good, poor] = [greysOf(scan(2)), greysOf(scan(3))];

    expect(quantile(good, 0.5)).toBeGreaterThan(235);
    expect(quantile(poor, 0.5)).toBeLessThan(225);
    const contrast = (greys: readonly number[]) => quantile(greys, 0.5) - quantile(greys, 0.005);
    expect(contrast(poor)).toBeLessThan(contrast(good) - 40);
  });

  it('is black and white and nothing between where it came by fax', () => {
    expect(new Set(greysOf(scan(4)))).toEqual(new Set([0, 255]));
  });

  it('is the same for the same seed, and lies otherwise for another', () => {
    const digest = (seed: number) => {
      const picture = scan(3, seed);
      const { data } = picture.getContext('2d').getImageData(0, 0, picture.width, picture.height);
      return createHash('sha256').update(data).digest('hex');
    };

    expect(digest(4)).toBe(digest(4));
    expect(digest(5)).not.toBe(digest(4));
  });
});
