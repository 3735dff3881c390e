import type { Charge } from '../blocks';

type Document = PDFKit.PDFDocument;

/**
 * An invented mark in the manner of a municipal coat of arms: a shield with one simple charge. It is
 * drawn, not copied, and belongs to nobody.
 */
export function drawShield(
  doc: Document,
  box: { x: number; y: number; height: number },
  colour: string,
  charge: Charge,
): void {
  const { x, y, height: h } = box;
  const w = h * 0.82;
  const outline = () =>
    doc
      .moveTo(x, y)
      .lineTo(x + w, y)
      .lineTo(x + w, y + h * 0.55)
      .bezierCurveTo(x + w, y + h * 0.82, x + w * 0.66, y + h * 0.92, x + w / 2, y + h)
      .bezierCurveTo(x + w * 0.34, y + h * 0.92, x, y + h * 0.82, x, y + h * 0.55)
      .closePath();

  doc.save();
  outline().fill(colour);
  outline().clip();
  doc
    .fillColor('#ffffff')
    .strokeColor('#ffffff')
    .lineWidth(h * 0.05);
  draw[charge](doc, { cx: x + w / 2, cy: y + h * 0.46, x, y, w, h });
  doc.restore();
  doc.save();
  doc.lineWidth(h * 0.02);
  outline().stroke('#222222');
  doc.restore();
}

interface Field {
  readonly cx: number;
  readonly cy: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const draw: Readonly<Record<Charge, (doc: Document, field: Field) => void>> = {
  waves(doc, { x, y, w, h }) {
    for (const level of [0.4, 0.55, 0.7]) {
      const at = y + h * level;
      doc
        .moveTo(x, at)
        .bezierCurveTo(x + w * 0.25, at - h * 0.1, x + w * 0.25, at + h * 0.1, x + w * 0.5, at)
        .bezierCurveTo(x + w * 0.75, at - h * 0.1, x + w * 0.75, at + h * 0.1, x + w, at)
        .stroke();
    }
    star(doc, x + w / 2, y + h * 0.2, h * 0.11, 6);
  },
  tree(doc, { cx, cy, h }) {
    doc.rect(cx - h * 0.035, cy + h * 0.05, h * 0.07, h * 0.26).fill();
    for (const [dx, dy, r] of [
      [0, -0.16, 0.15],
      [-0.15, -0.02, 0.12],
      [0.15, -0.02, 0.12],
    ] as const) {
      doc.circle(cx + dx * h, cy + dy * h, r * h).fill();
    }
  },
  star(doc, { cx, cy, h }) {
    star(doc, cx, cy, h * 0.28, 5);
  },
  wheel(doc, { cx, cy, h }) {
    const r = h * 0.25;
    doc.circle(cx, cy, r).stroke();
    for (let spoke = 0; spoke < 4; spoke += 1) {
      const angle = (spoke * Math.PI) / 4;
      const [dx, dy] = [Math.cos(angle) * r, Math.sin(angle) * r];
      doc
        .moveTo(cx - dx, cy - dy)
        .lineTo(cx + dx, cy + dy)
        .stroke();
    }
  },
  chevron(doc, { x, y, w, h }) {
    doc.lineWidth(h * 0.1);
    doc
      .moveTo(x, y + h * 0.68)
      .lineTo(x + w / 2, y + h * 0.4)
      .lineTo(x + w, y + h * 0.68)
      .stroke();
    star(doc, x + w * 0.28, y + h * 0.24, h * 0.1, 6);
    star(doc, x + w * 0.72, y + h * 0.24, h * 0.1, 6);
  },
  key(doc, { cx, y, h }) {
    doc.circle(cx, y + h * 0.26, h * 0.11).stroke();
    doc.rect(cx - h * 0.03, y + h * 0.36, h * 0.06, h * 0.38).fill();
    doc.rect(cx, y + h * 0.58, h * 0.16, h * 0.05).fill();
    doc.rect(cx, y + h * 0.68, h * 0.12, h * 0.05).fill();
  },
  tower(doc, { cx, y, h }) {
    doc.rect(cx - h * 0.17, y + h * 0.32, h * 0.34, h * 0.42).fill();
    for (const step of [-0.17, -0.035, 0.1])
      doc.rect(cx + step * h, y + h * 0.2, h * 0.07, h * 0.13).fill();
    doc.save();
    doc
      .fillColor('#222222')
      .rect(cx - h * 0.05, y + h * 0.54, h * 0.1, h * 0.2)
      .fill();
    doc.restore();
  },
  leaf(doc, { cx, y, h }) {
    doc
      .moveTo(cx, y + h * 0.14)
      .bezierCurveTo(cx + h * 0.32, y + h * 0.3, cx + h * 0.22, y + h * 0.62, cx, y + h * 0.7)
      .bezierCurveTo(cx - h * 0.22, y + h * 0.62, cx - h * 0.32, y + h * 0.3, cx, y + h * 0.14)
      .fill();
    doc
      .moveTo(cx, y + h * 0.6)
      .lineTo(cx, y + h * 0.84)
      .stroke();
  },
};

function star(doc: Document, cx: number, cy: number, radius: number, points: number): void {
  for (let corner = 0; corner < points * 2; corner += 1) {
    const angle = (corner * Math.PI) / points - Math.PI / 2;
    const r = corner % 2 === 0 ? radius : radius * 0.42;
    const [x, y] = [cx + Math.cos(angle) * r, cy + Math.sin(angle) * r];
    if (corner === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  }
  doc.closePath().fill();
}
