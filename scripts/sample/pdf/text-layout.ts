type Document = PDFKit.PDFDocument;

export interface Font {
  readonly name: string;
  readonly size: number;
}

/** The standard fonts of one family; every reader has them, so no font is embedded. */
export function fontsOf(family: 'Times' | 'Helvetica'): { regular: string; bold: string; italic: string } {
  return family === 'Times'
    ? { regular: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' }
    : { regular: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' };
}

export function widthOf(doc: Document, text: string, font: Font): number {
  return doc.font(font.name).fontSize(font.size).widthOfString(text);
}

/**
 * Breaks text into lines no wider than `width`, at spaces and at soft hyphens, which vanish
 * elsewhere. `indent` is what the first line has less. Spaces within a line stay as they are.
 */
export function breakLines(doc: Document, text: string, font: Font, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const room = () => width - (lines.length === 0 ? indent : 0);
  const fits = (candidate: string) => widthOf(doc, shown(candidate).trimEnd(), font) <= room();

  for (const piece of text.split(/( +)/)) {
    if (piece === '') continue;
    if (fits(line + piece) || line.trim() === '') {
      line += piece;
      continue;
    }
    const cut = piece.indexOf('\u00ad');
    if (cut > 0 && fits(`${line}${piece.slice(0, cut)}-`)) {
      lines.push(`${shown(line)}${piece.slice(0, cut)}-`);
      line = piece.slice(cut + 1);
      continue;
    }
    lines.push(shown(line).trimEnd());
    line = piece.trimStart();
  }
  if (line.trim() !== '') lines.push(shown(line).trimEnd());
  return lines;
}

const shown = (text: string): string => text.replaceAll('\u00ad', '');

/** Draws one line; with `width` it is stretched to fill it. */
export function drawLine(
  doc: Document,
  text: string,
  at: { x: number; y: number },
  font: Font,
  how: { width?: number; justify?: boolean; align?: 'left' | 'right' | 'center'; colour?: string } = {},
): void {
  doc
    .font(font.name)
    .fontSize(font.size)
    .fillColor(how.colour ?? '#111111');
  doc.text(text, at.x, at.y, {
    lineBreak: false,
    ...(how.width === undefined ? {} : { width: how.width, align: how.justify ? 'justify' : (how.align ?? 'left') }),
  });
}
