import type { DocumentFormat } from '../../shared/domain/page';
import { aDocx, paragraph } from './docx-files';
import { anOdt } from '../../scripts/sample/writers/odt-files';
import { aMsg, anEml } from '../../scripts/sample/writers/mail-files';
import { drawnPdf } from './pdf-files';
import { jpegOf, pngOf, textCanvas, tiffOf } from '../../scripts/sample/writers/pictures';
import { anRtf, rtfRow, rtfText } from '../../scripts/sample/writers/rtf-files';
import { anXlsx, xlsxRow } from '../../scripts/sample/writers/xlsx-files';

/** A file of a format, and what a person does with it: the row of a table of tests. */
interface FormatFile {
  readonly format: DocumentFormat;
  readonly fileName: string;
  readonly bytes: () => Uint8Array | string | Promise<Uint8Array | string>;
  /** To be found once. */
  readonly word: string;
  /** To be marked with the mouse and quoted; stands in one line of the document. */
  readonly passage: string;
  /** What stands in the row of a table that is quoted as a whole, with tabs between the cells. */
  readonly row?: string;
  /** Without it the file does not open. */
  readonly password?: string;
}

const TITLE = 'Överenskommelse om idéburet offentligt partnerskap';
const PARTIES = 'Mellan Åre kommun och föreningen Fjällhjälpen.';
const PURPOSE = 'Partnerskapet ska bryta äldres ensamhet.';
const TABLE = [
  ['År', 'Insats', 'Kronor'],
  ['2024', 'Mötesplats', '120 000'],
  ['2025', 'Hembesök', '135 500'],
] as const;
const ROW = '2025\tHembesök\t135 500';

const drawAgreement = (document: PDFKit.PDFDocument): void => {
  document.fontSize(18).text(TITLE).fontSize(11).moveDown();
  document.text(PARTIES).moveDown().text(PURPOSE);
};

const picture = (...lines: string[]) => textCanvas(lines, { width: 1000, height: 260 });

/** One file of each format, each with the same agreement. */
export const formatFiles: readonly FormatFile[] = [
  {
    format: 'pdf',
    fileName: 'avtal.pdf',
    bytes: () => drawnPdf(drawAgreement),
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
  },
  {
    format: 'docx',
    fileName: 'avtal.docx',
    bytes: () => {
      const cells = (row: readonly string[]) =>
        row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`);
      const rows = TABLE.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('');
      return aDocx({
        body: `${paragraph(TITLE, { style: 'Rubrik1' })}${paragraph(PARTIES)}${paragraph(PURPOSE)}<w:tbl>${rows}</w:tbl>`,
      });
    },
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'text',
    fileName: 'avtal.txt',
    bytes: () => `${TITLE.toUpperCase()}\n\n${PARTIES}\n\n- ${PURPOSE}\n`,
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
  },
  {
    format: 'html',
    fileName: 'avtal.html',
    bytes: () => {
      const rows = TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('');
      return `<!doctype html><meta charset="utf-8"><title>x</title><h1>${TITLE}</h1><p>${PARTIES}
        <script>document.body.textContent = 'Fjällhjälpen'</script>
        <ol><li>${PURPOSE}<li>Avtalet gäller i tre år.</ol><p hidden>Fjällhjälpen</p><table>${rows}</table>`;
    },
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'email',
    fileName: 'avtal.eml',
    bytes: () => {
      const rows = TABLE.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join('')}`).join('');
      const html = `<p>${PARTIES}<p>${PURPOSE}<table>${rows}</table>`;
      return anEml({ subject: TITLE, html });
    },
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'email',
    fileName: 'avtal.msg',
    bytes: () => aMsg({ subject: TITLE, text: `${PARTIES}\r\n\r\n${PURPOSE}` }),
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
  },
  {
    format: 'markdown',
    fileName: 'avtal.md',
    bytes: () => {
      const [head, ...rows] = TABLE.map((row) => `| ${row.join(' | ')} |`);
      return `# ${TITLE}\n\n${PARTIES}\n\n* ${PURPOSE}\n* Avtalet gäller **i tre år**.\n\n${head}\n|---|---|---|\n${rows.join('\n')}\n`;
    },
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'odt',
    fileName: 'avtal.odt',
    bytes: () => {
      const p = (text: string) => `<text:p>${text}</text:p>`;
      const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
      const row = (cells: readonly string[]) =>
        `<table:table-row>${cells.map(cell).join('')}</table:table-row>`;
      const [head, ...rows] = TABLE;
      return anOdt({
        body: `<text:tracked-changes><text:changed-region><text:deletion>${p('Fjällhjälpen')}</text:deletion></text:changed-region></text:tracked-changes>
          <text:h text:outline-level="1">${TITLE}</text:h>${p(PARTIES)}
          <text:list><text:list-item>${p(PURPOSE)}</text:list-item><text:list-item>${p('Avtalet gäller i tre år.')}</text:list-item></text:list>
          <table:table><table:table-header-rows>${row(head)}</table:table-header-rows>${rows.map(row).join('')}</table:table>`,
      });
    },
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'rtf',
    fileName: 'avtal.rtf',
    bytes: () =>
      anRtf(
        [
          `\\pard\\s1 ${rtfText(TITLE)}\\par`,
          `\\pard\\plain ${rtfText(PARTIES)}\\par`,
          `{\\listtext\\f3 \\'b7\\tab}\\pard\\ls1 ${rtfText(PURPOSE)}\\par`,
          `\\pard ${rtfRow(TABLE[0], '\\trhdr')}${rtfRow(TABLE[1])}${rtfRow(TABLE[2])}`,
        ].join('\n'),
      ),
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    row: ROW,
  },
  {
    format: 'xlsx',
    fileName: 'avtal.xlsx',
    bytes: () =>
      anXlsx({
        formats: ['yyyy\\-mm\\-dd', '#,##0'],
        sheets: [
          {
            name: 'Avtal 2024',
            before:
              '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews>',
            rows: [
              xlsxRow(1, ['Part', 'Insats', 'Start', 'Kronor']),
              xlsxRow(2, ['Fjällhjälpen', PURPOSE, [45292, 1], [120000, 2]]),
              xlsxRow(3, ['Umeå kommun', 'Hembesök', [45658, 1], [135500, 2]]),
            ].join(''),
          },
          { name: 'Uppföljning', rows: xlsxRow(1, ['Möten', 4]) },
        ],
      }),
    word: 'Fjällhjälpen',
    passage: 'ensamhet',
    row: 'Umeå kommun\tHembesök\t2025-01-01\t135 500',
  },
  {
    format: 'csv',
    fileName: 'avtal.csv',
    bytes: () =>
      `Avtal;Parter;Insats;Kronor\r\n1;"${PARTIES}";"${PURPOSE}";120000\r\n2;Umeå kommun;Hembesök;135500,50\r\n`,
    word: 'Fjällhjälpen',
    passage: 'ensamhet',
    row: '2\tUmeå kommun\tHembesök\t135500,50',
  },
  {
    format: 'image',
    fileName: 'avtal.png',
    bytes: () => pngOf(picture(TITLE, PARTIES, PURPOSE)),
    word: 'Fjällhjälpen',
    // Each word of a scan is a piece of text of its own.
    passage: 'ensamhet',
  },
];

/** The same agreement in the other ways in which PDFs and pictures come in. */
export const formatVariants: readonly FormatFile[] = [
  {
    format: 'pdf',
    fileName: 'låst mot ändring.pdf',
    bytes: () =>
      drawnPdf(drawAgreement, {
        ownerPassword: 'ägare',
        permissions: { copying: false, modifying: false },
      }),
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
  },
  {
    format: 'pdf',
    fileName: 'med lösenord.pdf',
    bytes: () => drawnPdf(drawAgreement, { userPassword: 'hemligt' }),
    word: 'Fjällhjälpen',
    passage: 'bryta äldres ensamhet',
    password: 'hemligt',
  },
  {
    format: 'pdf',
    fileName: 'till hälften skannat.pdf',
    bytes: () =>
      drawnPdf(
        (document) => {
          document.fontSize(11).text(TITLE).moveDown().text(PARTIES).addPage();
          document.image(jpegOf(picture(PURPOSE)), 0, 0, { width: 360 });
        },
        { size: [400, 200], margin: 20 },
      ),
    word: 'Fjällhjälpen',
    passage: 'ensamhet',
  },
  {
    format: 'image',
    fileName: 'avtal.jpg',
    bytes: () => jpegOf(picture(TITLE, PARTIES, PURPOSE)),
    word: 'Fjällhjälpen',
    passage: 'ensamhet',
  },
  {
    format: 'image',
    fileName: 'två sidor.tif',
    bytes: () => tiffOf([picture(TITLE, PARTIES), picture(PURPOSE)]),
    word: 'Fjällhjälpen',
    passage: 'ensamhet',
  },
];
