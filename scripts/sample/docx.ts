import { strToU8, zipSync, type Zippable } from 'fflate';

import type { Block, DocumentModel, Signature } from './blocks';
import type { Distort } from './noise';
import type { Placed, Rendered } from './render';
import type { RichText } from './rich-text';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Bytes of the document as a Word file: real headings, lists, tables and a footer with page fields. */
export function renderDocx(model: DocumentModel, distort: Distort): Rendered {
  const placed: Placed[] = [];
  const text = (marked: string): string => {
    const rich: RichText = distort(marked);
    if (rich.marks.length > 0) placed.push({ rich, page: null });
    return rich.text;
  };
  const lists = new Lists();
  const body = [
    ...letterLines(model),
    ...model.blocks.map((block) => blockXml(block, text, lists)),
    `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="708" w:footer="567" w:gutter="0"/></w:sectPr>`,
  ].join('');

  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/word/document.xml', 'wordprocessingml.document.main'],
      ['/word/styles.xml', 'wordprocessingml.styles'],
      ['/word/numbering.xml', 'wordprocessingml.numbering'],
      ['/word/footer1.xml', 'wordprocessingml.footer'],
    ]
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
      )
      .join(
        '',
      )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': relations([
      ['rId1', `${R}/officeDocument`, 'word/document.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(model.title)}</dc:title><dc:creator>${escape(model.author)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2024-12-31T12:00:00Z</dcterms:created></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['rId1', `${R}/styles`, 'styles.xml'],
      ['rId2', `${R}/numbering`, 'numbering.xml'],
      ['rId3', `${R}/footer`, 'footer1.xml'],
    ]),
    'word/styles.xml': styles(
      model.look.family === 'Times' ? 'Times New Roman' : 'Arial',
      model.look.size,
    ),
    'word/numbering.xml': lists.xml(),
    'word/footer1.xml': footer(model),
  };
  // Local time: the file format stores clock time without a zone, so this is the same everywhere.
  const mtime = new Date(2024, 11, 31, 12, 0, 0);
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path, [strToU8(content), { mtime, level: 6 }]]),
  );
  return { bytes: zipSync(zippable), pages: null, placed };
}

/** Each list gets numbering of its own, so that each ordered one begins at 1. */
class Lists {
  #ordered: boolean[] = [];

  add(ordered: boolean): number {
    this.#ordered.push(ordered);
    return this.#ordered.length;
  }

  xml(): string {
    const abstract = (id: number, format: string, mark: string) =>
      `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>`;
    const numbers = this.#ordered.map(
      (ordered, at) =>
        `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${ordered ? 1 : 0}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    );
    return `${XML}<w:numbering xmlns:w="${W}">${abstract(0, 'bullet', '•')}${abstract(1, 'decimal', '%1.')}${numbers.join('')}</w:numbering>`;
  }
}

function blockXml(block: Block, text: (marked: string) => string, lists: Lists): string {
  switch (block.kind) {
    case 'title':
      return block.lines
        .map((line, at) => paragraph(text(line), at === 0 ? 'Title' : 'Subtitle'))
        .join('');
    case 'heading':
      return paragraph(text(block.text), `Heading${block.level}`);
    case 'paragraph': {
      const lead = block.lead === undefined ? '' : run(`${block.lead.replace(/\.?$/, '.')} `, true);
      return `<w:p>${lead}${run(text(block.text))}</w:p>`;
    }
    case 'list': {
      const id = lists.add(block.ordered);
      return block.items
        .map(
          (item) =>
            `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text(item))}</w:p>`,
        )
        .join('');
    }
    case 'table': {
      const head =
        block.header === null
          ? []
          : [tableRow(block.header.map((cell) => cellXml(text(cell), true)))];
      const rows = block.rows.map((row) => tableRow(row.map((cell) => cellXml(text(cell), false))));
      return table(block.widths.length, [...head, ...rows]);
    }
    case 'fields':
      return table(
        2,
        block.rows.map(([label, value]) =>
          tableRow([cellXml(label, true), cellXml(text(value), false)]),
        ),
      );
    case 'signatures':
      return table(
        2,
        pairs(block.parties).map((pair) => tableRow(both(pair.map(signature)))),
      );
    case 'cover': {
      const { cover } = block;
      const centred = (marked: string, style = 'Cover') => paragraph(text(marked), style);
      return [
        centred(cover.title, 'Title'),
        ...(cover.subtitle === '' ? [] : [centred(cover.subtitle, 'Subtitle')]),
        centred('mellan'),
        ...cover.parties.flatMap((party, at) =>
          at === 0 ? [centred(party)] : [centred('och'), centred(party)],
        ),
        ...cover.lines.map((line) => centred(line)),
      ].join('');
    }
    case 'page-break':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  }
}

function letterLines(model: DocumentModel): string[] {
  const { letterhead, caseNumber, dateLabel } = model;
  return [
    `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${run(letterhead.organisation, true)}</w:p>`,
    ...[letterhead.unit, dateLabel, caseNumber === null ? null : `Dnr ${caseNumber}`]
      .filter((line) => line !== null)
      .map((line) => `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${run(line)}</w:p>`),
    '<w:p/>',
  ];
}

function footer(model: DocumentModel): string {
  const { letterhead } = model;
  const field = (name: string) =>
    `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const line = `${letterhead.organisation}, ${letterhead.postalAddress} | ${letterhead.phone} | ${letterhead.email} | Org.nr ${letterhead.organisationNumber}`;
  return `${XML}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${run(line)}</w:p><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>${field('PAGE')}${run(' (')}${field('NUMPAGES')}${run(')')}</w:p></w:ftr>`;
}

function signature(party: Signature): string {
  const lines = [
    `För ${party.party}`,
    party.placeAndDate ?? '………………………………………',
    'Ort och datum',
    party.signed ? `/${party.name}/` : '………………………………………',
    `${party.name}, ${party.role.toLowerCase()}`,
  ];
  return `<w:tc><w:tcPr><w:tcW w:w="4535" w:type="dxa"/></w:tcPr>${lines.map((line, at) => `<w:p>${run(line, at === 0)}</w:p>`).join('')}</w:tc>`;
}

/** A row has two cells also when the last party stands alone. */
const both = (cells: readonly string[]): string[] => [
  ...cells,
  ...(cells.length < 2 ? [cellXml('', false)] : []),
];

function pairs<T>(items: readonly T[]): T[][] {
  return items.flatMap((_, at) => (at % 2 === 0 ? [items.slice(at, at + 2)] : []));
}

const table = (columns: number, rows: readonly string[]): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${Math.floor(9070 / columns)}"/>`.repeat(columns)}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`;
const tableRow = (cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
const cellXml = (text: string, bold: boolean): string =>
  `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p><w:pPr><w:spacing w:after="20"/></w:pPr>${run(text, bold)}</w:p></w:tc>`;
const paragraph = (text: string, style: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

function relations(rows: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function styles(font: string, size: number): string {
  const half = Math.round(size * 2);
  const style = (id: string, name: string, pPr: string, rPr: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>${pPr}</w:pPr><w:rPr>${rPr}</w:rPr></w:style>`;
  const sized = (n: number, extra = '') => `${extra}<w:sz w:val="${n}"/>`;
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('');
  return `${XML}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="${half}"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
    style('Title', 'Title', '<w:spacing w:after="160"/>', sized(half + 14, '<w:b/>')),
    style('Subtitle', 'Subtitle', '<w:spacing w:after="200"/>', sized(half + 4)),
    style(
      'Heading1',
      'heading 1',
      '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="0"/>',
      sized(half + 4, '<w:b/>'),
    ),
    style(
      'Heading2',
      'heading 2',
      '<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="1"/>',
      sized(half + 1, '<w:b/>'),
    ),
    style('ListParagraph', 'List Paragraph', '<w:spacing w:after="40"/><w:ind w:left="720"/>', ''),
    style('Cover', 'Cover', '<w:jc w:val="center"/>', sized(half + 6)),
    style('Footer', 'footer', '<w:spacing w:after="0"/>', sized(15)),
  ].join(
    '',
  )}<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${border}</w:tblBorders></w:tblPr></w:style></w:styles>`;
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
