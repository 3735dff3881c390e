import PDFDocument from 'pdfkit';

import { Random } from '../random';
import { areas } from '../vocabulary/areas';
import { collect } from './render-pdf';

/**
 * A valid PDF of `count` pages of Swedish text for tests of size. Each page begins with its number
 * ("Sida 17") and holds a word of its own ("ord17") that a search must find once. Written by hand:
 * thousands of pages take a moment.
 */
export function pdfOfPages(count: number): Uint8Array {
  const random = new Random(count);
  const sentences = Object.values(areas)
    .flat()
    .flatMap((area) => [...area.goals, ...area.activities])
    .filter((fragment) => !fragment.includes('{'))
    .map((fragment) => `Parterna ska ${fragment}.`);
  const pageAt = (number: number) => 4 + 2 * (number - 1);
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>',
    `<< /Type /Pages /Count ${count} /Kids [${numbers.map((number) => `${pageAt(number)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
    ...numbers.flatMap((number) => {
      const text = Array.from({ length: 34 }, () => random.pick(sentences));
      const lines = [`Sida ${number}`, `Kontrollord: ord${number}`, ...text];
      const content = `BT /F1 11 Tf 19 TL 72 760 Td ${lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageAt(number) + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];

  let pdf = '%PDF-1.7\n%\xe5\xe4\xf6\xe9\n';
  const offsets = objects.map((object, at) => {
    const offset = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const xref = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(pdf, 'latin1'));
}

/** Text within the parentheses of a PDF string, in Latin-1; the dash is the one that WinAnsi has beyond it. */
const escaped = (text: string): string =>
  text.replaceAll('–', '\x96').replace(/[\\()]/g, (sign) => `\\${sign}`);

/** A PDF that cannot be opened without the password. */
export async function encryptedPdf(password: string): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    userPassword: password,
    ownerPassword: `${password}-owner`,
    info: fixedInfo('Skyddat avtal'),
  });
  const bytes = collect(doc);
  doc.font('Times-Roman').fontSize(12).text('Avtalet är skyddat med lösenord.', 72, 72);
  doc.end();
  return bytes;
}

function fixedInfo(title: string): PDFKit.DocumentInfo {
  return {
    Title: title,
    Producer: 'Samsyn sample collection',
    CreationDate: new Date(Date.UTC(2024, 11, 31, 12)),
  };
}
