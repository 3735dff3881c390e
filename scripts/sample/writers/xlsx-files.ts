import { aZip } from './zip-files';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

interface XlsxSheet {
  name: string;
  /** Inside `<sheetData>`. */
  rows: string;
  /** Before and after `<sheetData>`. */
  before?: string;
  after?: string;
  /** Area of a table on the sheet. */
  table?: string;
  state?: 'hidden' | 'veryHidden';
}

interface XlsxParts {
  sheets: readonly XlsxSheet[];
  strings?: readonly string[];
  /** Format codes of the cell styles 1, 2 …; 0 is General. */
  formats?: readonly string[];
  properties?: string;
  /** More parts, or others in place of these. */
  parts?: Record<string, string>;
}

/** A row of cells; a number is a number, `[value, style]` one with a style, text an inline string. */
export function xlsxRow(
  number: number,
  cells: readonly (string | number | null | readonly [value: number, style: number])[],
  attributes = '',
): string {
  const written = cells.map((cell, index) => {
    const place = `${String.fromCodePoint(65 + index)}${number}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') {
      return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    }
    return `<c r="${place}" s="${cell[1]}"><v>${cell[0]}</v></c>`;
  });
  return `<row r="${number}" ${attributes}>${written.join('')}</row>`;
}

/** A workbook of these sheets, as Excel would write it. */
export function anXlsx({
  sheets,
  strings = [],
  formats = [],
  properties = '',
  parts = {},
}: XlsxParts): Buffer {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const relations = (inside: string) =>
    `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relations(
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>`,
    ),
    'xl/workbook.xml': `${declaration}<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}" ${state ? `state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      sheets
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(''),
    ),
    'xl/sharedStrings.xml': `${declaration}<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${declaration}<styleSheet ${MAIN}><numFmts>${formats
      .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${164 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  for (const [index, { rows, before = '', after = '', table }] of sheets.entries()) {
    const number = index + 1;
    files[`xl/worksheets/sheet${number}.xml`] =
      `${declaration}<worksheet ${MAIN}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
    if (table === undefined) continue;
    files[`xl/worksheets/_rels/sheet${number}.xml.rels`] = relations(
      `<Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table${number}.xml"/>`,
    );
    files[`xl/tables/table${number}.xml`] =
      `${declaration}<table ${MAIN} id="${number}" name="T" ref="${table}"/>`;
  }
  return aZip({ ...files, ...parts });
}
