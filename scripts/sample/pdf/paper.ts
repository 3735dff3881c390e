import type { DocumentModel } from '../blocks';
import { Random } from '../random';
import { page } from './letterhead';
import { drawLine, widthOf } from './text-layout';

type Document = PDFKit.PDFDocument;

/** The watermark of a draft; drawn before anything else. */
export function drawPaper(doc: Document, { look }: DocumentModel): void {
  if (look.draft) {
    doc.save();
    doc.rotate(-45, { origin: [page.width / 2, page.height / 2] });
    const font = { name: 'Helvetica-Bold', size: 110 };
    const width = widthOf(doc, 'UTKAST', font);
    drawLine(doc, 'UTKAST', { x: (page.width - width) / 2, y: page.height / 2 - 55 }, font, {
      colour: '#ececec',
    });
    doc.restore();
  }
}

/** The registry's stamp: received when, under which number. */
export function drawStamp(doc: Document, model: DocumentModel, lines: readonly string[]): void {
  // Where the sender's head leaves room.
  const y = { column: 62, centred: 38, band: 94, form: 124 }[model.letterhead.template];
  doc.save();
  doc.rotate(-3, { origin: [470, y + 24] });
  const font = { name: 'Helvetica-Bold', size: 8 };
  const width = Math.max(...lines.map((line) => widthOf(doc, line, font))) + 16;
  const x = page.right - width + 36;
  doc
    .lineWidth(1.2)
    .strokeColor('#7a2340')
    .rect(x, y, width, 12 + lines.length * 12)
    .stroke();
  lines.forEach((line, at) =>
    drawLine(doc, line, { x: x + 8, y: y + 7 + at * 12 }, font, { colour: '#7a2340' }),
  );
  doc.restore();
}

/** A signature that nobody can read, the same for the same name. */
export function drawScribble(doc: Document, at: { x: number; y: number }, name: string): void {
  const seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const random = new Random(seed);
  doc.save().lineWidth(1).strokeColor('#1d2f7a').lineCap('round');
  let { x, y } = at;
  doc.moveTo(x, y);
  for (let stroke = 0; stroke < 7; stroke += 1) {
    const step = 10 + random.next() * 14;
    doc.bezierCurveTo(
      x + step * 0.2,
      y - 18 * random.next() - 4,
      x + step * 0.9,
      y + 12 * random.next(),
      x + step,
      at.y - 5 + random.next() * 8,
    );
    x += step;
    y = at.y;
  }
  doc.stroke().restore();
}
