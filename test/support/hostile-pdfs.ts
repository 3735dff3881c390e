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
 * A font whose matrix holds code, as in CVE-2024-4367: whoever makes a program of it runs it, and
 * `globalThis.taken` is set.
 */
export function pdfWithCodeInFont(): Buffer {
  const glyph = '0 0 m 500 500 l S';
  return pdfWith({
    font: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 (0\\); globalThis.taken = true; //)] /Encoding << /Type /Encoding /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [500] /CharProcs << /A 6 0 R >> >>',
    objects: [`<< /Length ${glyph.length} >>\nstream\n${glyph}\nendstream`],
  });
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
