import { Random } from '../../scripts/sample/random';
import { SCANNERS, scannedPage } from '../../scripts/sample/scan/scanner';
import { scannedPdf, textCanvas } from '../../scripts/sample/writers/pictures';

/** What stands on the page that is faxed. */
export const FAXED = [
  'Överenskommelse om idéburet partnerskap',
  'mellan Åre kommun och Föreningen Ljuset.',
  'Parterna utser var sin kontaktperson och',
  'möts varje halvår för att följa upp arbetet.',
  'Bidraget är 350 000 kronor om året och',
  'betalas i fyra lika stora delar.',
  'Avtalet gäller från den 1 januari 2024.',
];

/** A PDF of a page as a fax machine sends a copy of a copy: it is hard to read. */
export function faxedPdf(): Promise<Buffer> {
  const fax = SCANNERS[4];
  const paper = textCanvas(FAXED, { width: 700, height: 560, dpi: fax.dpi, size: 11 });
  return scannedPdf([scannedPage(paper, fax, new Random(1))], fax.dpi);
}
