import PDFDocument from 'pdfkit';

import { Random } from '../random';
import { areas } from '../vocabulary/areas';
import { collect } from './render-pdf';

/**
 * A valid PDF of `count` pages of Swedish text for tests of size. Each page begins with its number
 * ("Sida 17") and holds a word of its own ("ord17") that a search must find once.
 */
export async function pdfOfPages(count: number): Promise<Uint8Array> {
  const random = new Random(count);
  const fragments = Object.values(areas).flatMap((area) => [...area.goals, ...area.activities]);
  const sentences = fragments
    .filter((fragment) => !fragment.includes('{'))
    .map((fragment) => `Parterna ska ${fragment}.`);
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0, info: fixedInfo('Stort dokument') });
  const bytes = collect(doc);
  doc.font('Times-Roman').fontSize(11);
  for (let number = 1; number <= count; number += 1) {
    doc.addPage({ size: 'A4', margin: 0 });
    const lines = Array.from({ length: 34 }, () => random.pick(sentences));
    [`Sida ${number}`, `Kontrollord: ord${number}`, ...lines].forEach((line, at) =>
      doc.text(line, 72, 72 + at * 19, { lineBreak: false }),
    );
  }
  doc.end();
  return bytes;
}

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
  return { Title: title, Producer: 'Samsyn sample collection', CreationDate: new Date(Date.UTC(2024, 11, 31, 12)) };
}
