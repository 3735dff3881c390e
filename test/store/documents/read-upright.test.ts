import type { Canvas } from '@napi-rs/canvas';
import { beforeAll, expect, it } from 'vitest';

import { loadDrawingPdfjs } from '../../../main/documents/recognition/drawing-pdfjs';
import { pagePictureOf } from '../../../main/documents/recognition/page-picture';
import { readUpright } from '../../../main/documents/recognition/read-upright';
import { Tesseract } from '../../../main/documents/recognition/tesseract';
import { laidIn, scannedPdf, textCanvas } from '../../../scripts/sample/writers/pictures';
import { textOfLines } from '../../../shared/domain/recognition';
import type { Turn } from '../../../shared/domain/turn';

const LINES = [
  'Överenskommelse om idéburet partnerskap',
  'mellan Åre kommun och Föreningen Ljuset.',
  'Syftet är att öka tryggheten för äldre.',
  'Avtalet gäller från den 1 januari 2024.',
];
/** In points: A5, upright. */
const PAPER = { width: 420, height: 595 };
const upright = (skew: number): Canvas =>
  textCanvas(LINES, { width: 1167, height: 1653, skew, size: 12 });

let tesseract: Tesseract;

beforeAll(async () => {
  tesseract = await Tesseract.load();
});

/** Reads a scan of one page and counts how often it was looked at. */
async function read(canvas: Canvas, known: Turn = 0) {
  const { pdfjs, drawing } = await loadDrawingPdfjs();
  const data = new Uint8Array(await scannedPdf([canvas]));
  const task = pdfjs.getDocument({ ...drawing, data });
  const pdf = await task.promise;
  const passes: number[] = [];
  const found = await readUpright(
    {
      draw: (turn) => pagePictureOf(pdf, 1, null, pdfjs.OPS, turn),
      read: (picture, dpi) => {
        passes.push(picture.height);
        return tesseract.recognise(picture, dpi, 'swe');
      },
    },
    known,
  );
  await task.destroy();
  const { geometry } = found.drawn;
  return { ...found, ...textOfLines(found.lines, geometry), geometry, passes };
}

it.each([
  [0, 1.2, [1653]],
  [90, -1.2, [1167, 500, 500, 1653]],
  [180, 0.8, [1653, 500, 1653]],
  [270, 5, [1167, 500, 500, 1653]],
] as const)(
  'reads a page laid in at %d° and askew by %d°, at %j rows',
  async (laid, skew, rows) => {
    const page = upright(skew);
    const { text, words, turn, geometry, passes } = await read(
      laid === 0 ? page : laidIn(page, laid),
    );

    expect(passes).toEqual(rows);
    expect(text).toBe(LINES.join('\n'));
    expect((laid + turn) % 360).toBe(0);
    expect(geometry.width).toBeCloseTo(PAPER.width, 0);
    expect(geometry.height).toBeCloseTo(PAPER.height, 0);
    // Where the page was written: two letters in, two lines and a half down, turned about its middle.
    const box = words.find(({ start }) => text.startsWith('Avtalet', start));
    const at = { x: 24 - PAPER.width / 2, y: 73 - PAPER.height / 2 };
    const angle = (skew * Math.PI) / 180;
    const x = PAPER.width / 2 + at.x * Math.cos(angle) - at.y * Math.sin(angle);
    const y = PAPER.height / 2 + at.x * Math.sin(angle) + at.y * Math.cos(angle);
    expect(Math.abs((box?.x ?? 0) - x)).toBeLessThan(6);
    expect(Math.abs((box?.y ?? 0) + (box?.h ?? 0) / 2 - y)).toBeLessThan(6);
  },
);

it('turns a page on its head that has a line or two alone', async () => {
  const lines = ['För kommunen', 'Anna Ek'];
  const page = textCanvas(lines, { width: 1167, height: 1653, size: 12 });
  const asItLies = await read(page);
  const onItsHead = await read(laidIn(page, 180));

  expect([asItLies.turn, asItLies.passes]).toEqual([0, [1653]]);
  expect([onItsHead.turn, onItsHead.passes]).toEqual([180, [1653, 500, 1653]]);
  expect(onItsHead.text).toBe(lines.join('\n'));
});

it('reads a page once whose turn is known', async () => {
  const { text, turn, passes } = await read(laidIn(upright(0), 180), 180);

  expect({ text, turn, passes }).toEqual({ text: LINES.join('\n'), turn: 180, passes: [1653] });
});
