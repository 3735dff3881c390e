type Document = PDFKit.PDFDocument;

export interface Font {
  readonly name: string;
  readonly size: number;
}

/** The standard fonts of one family; every reader has them, so no font is embedded. */
export function fontsOf(family: 'Times' | 'Helvetica'): {
  regular: string;
  bold: string;
  italic: string;
} {
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
export function breakLines(
  doc: Document,
  text: string,
  font: Font,
  width: number,
  indent = 0,
): string[] {
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

/**
 * Draws one line. Within a `width` it is aligned, or stretched to fill it. The measuring is done here:
 * given a width, pdfkit would break the line again where it sees fit.
 */
export function drawLine(
  doc: Document,
  text: string,
  at: { x: number; y: number },
  font: Font,
  how: {
    width?: number;
    align?: 'left' | 'right' | 'center' | 'justify';
    colour?: string;
  } = {},
): void {
  const line = how.align === 'justify' ? text.replace(/ {2,}/g, ' ') : text;
  const room = (how.width ?? 0) - widthOf(doc, line, font);
  const gaps = line.split(' ').length - 1;
  const shift = how.align === 'right' ? room : how.align === 'center' ? room / 2 : 0;
  doc.fillColor(how.colour ?? '#111111');
  doc.text(line, at.x + shift, at.y, {
    lineBreak: false,
    ...(how.align === 'justify' && gaps > 0 ? { wordSpacing: room / gaps } : {}),
  });
}
