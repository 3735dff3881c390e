import { drawnPdf } from '../../scripts/sample/writers/drawn-pdf';

export { drawnPdf };

/** A password-protected PDF. */
export function encryptedPdf(): Promise<Buffer> {
  return drawnPdf((document) => document.text('Hemligt avtal'), { userPassword: 'hemligt' });
}

/** Opens without a password, but forbids copying: a PDF that a municipality has locked against changes. */
export function lockedPdf(): Promise<Buffer> {
  return drawnPdf((document) => document.text('Låst avtal'), {
    ownerPassword: 'ägare',
    permissions: { copying: false, modifying: false },
  });
}

/**
 * A PDF written by hand, one line of text after the other on each page: quick for thousands of pages,
 * and every byte is known.
 *
 * @param pages lines of each page, in Latin-1
 */
export function plainPdf(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>');
  objects.push(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [index, lines] of pages.entries()) {
    const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
    const content = `BT /F1 11 Tf 14 TL 72 770 Td\n${shown}\nET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const startOfTable = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${startOfTable}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** As `plainPdf`, with pages that say which one they are and hold a paragraph each. */
export function longPdf(pageCount: number): Buffer {
  return plainPdf(
    Array.from({ length: pageCount }, (_, index) => [
      `Sida ${index + 1} av ${pageCount}`,
      ...Array.from(
        { length: 20 },
        (__, line) => `${line + 1}. Parterna är överens om att samverka enligt denna punkt.`,
      ),
    ]),
  );
}
