import { Random } from '../../scripts/sample/random';
import { aFilling, aTemplate, filledIn } from '../support/alike-texts';
import { aDocx, paragraph } from '../support/docx-files';
import { aMsg, anEml } from '../../scripts/sample/writers/mail-files';
import { anOdt } from '../../scripts/sample/writers/odt-files';
import { drawnPdf } from '../../scripts/sample/writers/drawn-pdf';
import {
  jpegOf,
  pngOf,
  scanned,
  scannedPdf,
  textCanvas,
  tiffOf,
} from '../../scripts/sample/writers/pictures';
import { anRtf, rtfText } from '../../scripts/sample/writers/rtf-files';
import { anXlsx, xlsxRow } from '../../scripts/sample/writers/xlsx-files';

/** The same agreement as a file of one format, and what the least program shows of it. */
export interface OfFormat {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How the least program shows it, itself or another of these files that holds the same. */
  readonly baseline: { readonly how: 'pdf' | 'picture' | 'text'; readonly file: string };
}

/** A4 at 150 dots per inch. */
const SHEET = { width: 1240, height: 1754, dpi: 150 };
const LETTERS_A_LINE = 78;
/** Of a scanned page: more would only take longer to recognise, before anything is measured. */
const LINES_SCANNED = 6;

/** An agreement of some pages, once in each format that can be read. */
export async function inEveryFormat(): Promise<readonly OfFormat[]> {
  const random = new Random(15);
  const title = 'Överenskommelse om idéburet offentligt partnerskap';
  const paragraphs = filledIn(aTemplate(random, 20, 60), aFilling(random, 400)).split('\n\n');
  const rows = paragraphs.map((text, at) => [String(at + 1), text.slice(0, 40), text]);
  const text = [title, ...paragraphs].join('\n\n');
  const html = `<h1>${title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}`;
  const sheets = [0, 1].map((page) => scanned(aSheet(text, page), page));
  const [first] = sheets;
  if (first === undefined) throw new Error('No page was drawn');

  const pdf = { how: 'pdf' } as const;
  const picture = { how: 'picture', file: 'bild.png' } as const;
  const plain = { how: 'text', file: 'text.txt' } as const;
  const utf8 = (content: string): Uint8Array => Buffer.from(content);
  return [
    {
      name: 'skriven.pdf',
      bytes: await drawnPdf((document) => document.fontSize(11).text(text)),
      baseline: { ...pdf, file: 'skriven.pdf' },
    },
    {
      name: 'skannad.pdf',
      bytes: await scannedPdf([first], SHEET.dpi),
      baseline: { ...pdf, file: 'skannad.pdf' },
    },
    { name: 'bild.png', bytes: pngOf(first, SHEET.dpi), baseline: picture },
    { name: 'bild.jpg', bytes: jpegOf(first), baseline: { ...picture, file: 'bild.jpg' } },
    { name: 'sidor.tiff', bytes: tiffOf(sheets, SHEET.dpi), baseline: picture },
    {
      name: 'word.docx',
      bytes: aDocx({
        body:
          paragraph(title, { style: 'Rubrik1' }) +
          paragraphs.map((each) => paragraph(each)).join(''),
      }),
      baseline: plain,
    },
    {
      name: 'öppet.odt',
      bytes: anOdt({
        body: `<text:h text:outline-level="1">${title}</text:h>${paragraphs.map((each) => `<text:p>${each}</text:p>`).join('')}`,
      }),
      baseline: plain,
    },
    {
      name: 'rik.rtf',
      bytes: anRtf(
        [`\\pard\\s1 ${rtfText(title)}\\par`]
          .concat(paragraphs.map((each) => `\\pard\\plain ${rtfText(each)}\\par`))
          .join('\n'),
      ),
      baseline: plain,
    },
    {
      name: 'sida.html',
      bytes: utf8(`<!doctype html><meta charset="utf-8">${html}`),
      baseline: plain,
    },
    { name: 'text.txt', bytes: utf8(text), baseline: plain },
    { name: 'märkt.md', bytes: utf8(`# ${text}`), baseline: plain },
    {
      name: 'tabell.csv',
      bytes: utf8(['Nr;Början;Text', ...rows.map((row) => row.join(';'))].join('\r\n')),
      baseline: plain,
    },
    {
      name: 'tabell.xlsx',
      bytes: anXlsx({
        sheets: [{ name: 'Avtal', rows: rows.map((row, at) => xlsxRow(at + 1, row)).join('') }],
      }),
      baseline: plain,
    },
    { name: 'brev.eml', bytes: anEml({ subject: title, html }), baseline: plain },
    {
      name: 'brev.msg',
      bytes: aMsg({ subject: title, text: paragraphs.join('\r\n\r\n') }),
      baseline: plain,
    },
  ];
}

/** A page of the text as it is printed. */
function aSheet(text: string, page: number) {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (line.length <= LETTERS_A_LINE) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return textCanvas(lines.slice(page * LINES_SCANNED, (page + 1) * LINES_SCANNED), SHEET);
}
