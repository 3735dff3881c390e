import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';

import { readDocument } from '../../../main/documents/read-document';
import type { AppError } from '../../../shared/domain/app-error';
import type { Page } from '../../../shared/domain/page';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { aDocx, paragraph, xml } from '../../support/docx-files';
import { anOdt, odtRoot } from '../../../scripts/sample/writers/odt-files';
import { anXlsx, xlsxRow } from '../../../scripts/sample/writers/xlsx-files';
import { aZip } from '../../../scripts/sample/writers/zip-files';
import { entityBomb, outsideEntities } from '../../support/zip-files';

async function read(bytes: Uint8Array, fileName = 'avtal') {
  const pages: Page[] = [];
  const summary = await readDocument(bytes, fileName, { onPage: (page) => pages.push(page) });
  const lines = pages.flatMap(({ text, blocks }) =>
    blocks.map(
      ({ kind, level, start, end, marker = '', header }) =>
        `${kind}${level || ''}${header ? ' header' : ''} ${marker}| ${text.slice(start, end)}`,
    ),
  );
  return { summary, pages, lines };
}

async function refusal(bytes: Uint8Array, fileName: string): Promise<AppError> {
  return read(bytes, fileName).then(
    () => {
      throw new Error(`${fileName} was read`);
    },
    (error: AppError) => error,
  );
}

const p = (text: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${text}</text:p>`;

describe('reading a Word file', () => {
  const relation = (type: string, target: string) =>
    `<Relationship Id="${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const listed = (text: string, list: number, level = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

  it('shows changes as accepted, leaves comments and hidden text out, and tells so', async () => {
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const deleted = (text: string) => `<w:r><w:delText>${text}</w:delText></w:r>`;
    const { summary, lines } = await read(
      aDocx({
        body: [
          `<w:p>${run('Avtalet ')}<w:del w:id="1">${deleted('gällde ')}</w:del><w:ins w:id="2">${run('gäller ')}</w:ins>${run('nej', '<w:vanish/>')}${run('från 2024.', '<w:vanish w:val="0"/>')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
          `<w:p><w:moveFrom w:id="3">${run('Flyttat.')}</w:moveFrom></w:p>`,
          `<w:p><w:moveTo w:id="4">${run('Flyttat.')}</w:moveTo></w:p>`,
          `<w:tbl><w:tr><w:trPr><w:del w:id="5"/></w:trPr><w:tc><w:p><w:del w:id="6">${deleted('struken rad')}</w:del></w:p></w:tc></w:tr><w:tr><w:trPr><w:ins w:id="7"/></w:trPr><w:tc>${paragraph('ny rad')}</w:tc></w:tr></w:tbl>`,
        ].join(''),
      }),
    );

    expect(lines).toEqual([
      'paragraph | Avtalet gäller från 2024.',
      'paragraph | Flyttat.',
      'table-row | ny rad',
    ]);
    expect(summary.notices.toSorted()).toEqual(['comments', 'hidden', 'tracked-changes']);
  });

  it('tells of no changes where only the layout was changed', async () => {
    const { summary } = await read(
      aDocx({
        body: '<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange w:id="2"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>Avtal</w:t></w:r></w:p>',
      }),
    );

    expect(summary.notices).toEqual([]);
  });

  it('counts lists and headings as Word does', async () => {
    const level = (at: number, format: string, text: string, rest = '') =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${rest}</w:lvl>`;
    const { lines } = await read(
      aDocx({
        body: [
          paragraph('Parter', { style: 'Rubrik1' }),
          paragraph('Kommunen', { style: 'Rubrik2' }),
          listed('ett', 2),
          listed('inre', 2, 1),
          listed('inre igen', 2, 1),
          listed('två', 2),
          listed('punkt', 3),
          paragraph('Syfte', { style: 'Rubrik1' }),
          paragraph('Mål', { style: 'Rubrik2' }),
          listed('ett igen', 4),
          listed('utan nummer', 0),
          '<w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>struken</w:delText></w:r></w:del></w:p>',
          listed('två igen', 4),
        ].join(''),
        relations: relation('numbering', 'numbering.xml') + relation('styles', 'styles.xml'),
        parts: {
          'word/numbering.xml': xml(
            'numbering',
            `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.', '<w:pStyle w:val="Rubrik1"/>')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Rubrik2"/>')}</w:abstractNum>
             <w:abstractNum w:abstractNumId="2">${level(0, 'decimal', '§ %1')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum>
             <w:abstractNum w:abstractNumId="3">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
             <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
             <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
             <w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
          ),
          'word/styles.xml': xml(
            'styles',
            [1, 2]
              .map(
                (number) =>
                  `<w:style w:type="paragraph" w:styleId="Rubrik${number}"><w:name w:val="heading ${number}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
              )
              .join(''),
          ),
        },
      }),
    );

    expect(lines).toEqual([
      'heading1 1.| Parter',
      'heading2 1.1| Kommunen',
      'list-item1 § 1| ett',
      'list-item2 a)| inre',
      'list-item2 b)| inre igen',
      'list-item1 § 2| två',
      'list-item1 •| punkt',
      'heading1 2.| Syfte',
      'heading2 2.1| Mål',
      'list-item1 § 1| ett igen',
      'paragraph | utan nummer',
      'list-item1 § 2| två igen',
    ]);
  });

  it('keeps columns below each other, and knows the row that names them', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const { lines } = await read(
      aDocx({
        body: `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('År')}${cell('Insats')}${cell('Kronor')}</w:tr>
          <w:tr>${cell('2024', '<w:vMerge w:val="restart"/>')}${cell('a')}${cell('1')}</w:tr>
          <w:tr>${cell('', '<w:vMerge/>')}${cell('b')}${cell('2')}</w:tr>
          <w:tr>${cell('summa', '<w:gridSpan w:val="2"/>')}${cell('3')}</w:tr></w:tbl>`,
      }),
    );

    expect(lines).toEqual([
      'table-row header | År\tInsats\tKronor',
      'table-row | 2024\ta\t1',
      'table-row | \tb\t2',
      'table-row | summa\t\t3',
    ]);
  });

  it('is refused where it nests without end', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(5_000)}${'</w:sdtContent></w:sdt>'.repeat(5_000)}`;

    expect(await refusal(aDocx({ body: deep }), 'djup.docx')).toMatchObject({
      code: 'file-damaged',
      details: { reason: 'nested deeper than 500' },
    });
  });
});

describe('reading an OpenDocument text', () => {
  it('gives headings, paragraphs, lists and tables in order', async () => {
    const cell = (text: string, attributes = '') =>
      `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
    const level = (number: number, rest: string) =>
      `<text:list-level-style-number text:level="${number}" style:num-format="1" style:num-suffix="." ${rest}/>`;
    const { summary, lines } = await read(
      anOdt({
        styles: `<style:style style:name="P1" style:parent-style-name="Title"/>
          <text:list-style style:name="L1">${level(1, '')}${level(2, 'text:display-levels="2"')}</text:list-style>
          <text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`,
        body: [
          p('Överenskommelse', 'P1'),
          '<text:h text:outline-level="2">Parter</text:h>',
          p(
            'Åre   kommun\n <text:span>och</text:span><text:s text:c="2"/>vänner<text:line-break/>ny\trad<text:tab/>slut',
          ),
          `<text:list text:style-name="L1"><text:list-item>${p('ett')}${p('mer om ett')}</text:list-item>
            <text:list-item>${p('två')}<text:list><text:list-item>${p('inre')}</text:list-item></text:list></text:list-item></text:list>`,
          `<text:list text:style-name="L2"><text:list-item>${p('punkt')}</text:list-item></text:list>`,
          `<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>${p('tre')}</text:list-item></text:list>`,
          `<table:table><table:table-header-rows><table:table-row>${cell('År')}${cell('Kronor')}</table:table-row></table:table-header-rows>
            <table:table-row>${cell('2024')}${cell(`100</text:p><text:p>kr`)}</table:table-row>
            <table:table-row>${cell('summa', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('x')}</table:table-row></table:table>`,
          p(''),
        ].join('\n'),
      }),
    );

    expect(summary).toEqual({ format: 'odt', pageCount: 1, notices: [] });
    expect(lines).toEqual([
      'heading1 | Överenskommelse',
      'heading2 | Parter',
      'paragraph | Åre kommun och  vänner\nny rad\tslut',
      'list-item1 1.| ett',
      'list-item1 | mer om ett',
      'list-item1 2.| två',
      'list-item2 2.1.| inre',
      'list-item1 –| punkt',
      'list-item1 3.| tre',
      'table-row header | År\tKronor',
      'table-row | 2024\t100\nkr',
      'table-row | summa\t\tx',
    ]);
  });

  it('shows changes as accepted, leaves comments and hidden text out, and tells so', async () => {
    const { summary, lines } = await read(
      anOdt({
        styles:
          '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>',
        body: `<text:tracked-changes>
            <text:changed-region><text:deletion>${p('struket')}</text:deletion></text:changed-region>
            <text:changed-region><text:insertion><office:change-info/></text:insertion></text:changed-region>
          </text:tracked-changes>
          ${p('Avtalet<text:change text:change-id="c1"/> gäller <text:change-start/>från 2024<text:change-end/><office:annotation>' + p('vad?') + '</office:annotation><text:span text:style-name="T1">dolt</text:span>.')}`,
      }),
    );

    expect(lines).toEqual(['paragraph | Avtalet gäller från 2024.']);
    expect(summary.notices.toSorted()).toEqual(['comments', 'hidden', 'tracked-changes']);
  });

  it('keeps notes, boxes, page headers and footers', async () => {
    const { lines } = await read(
      anOdt({
        body: p(
          'Avtal<text:note><text:note-citation>1</text:note-citation><text:note-body>' +
            p('En not') +
            '</text:note-body></text:note> om<draw:frame><draw:text-box>' +
            p('I en ruta') +
            '</draw:text-box></draw:frame> samverkan',
        ),
        master: `<style:master-page style:name="Standard"><style:header>${p('Dnr 2024/1')}</style:header><style:footer>${p('Org.nr<text:tab/>212000')}</style:footer></style:master-page>
          <style:master-page style:name="First"><style:header>${p('Dnr 2024/1')}</style:header></style:master-page>`,
      }),
    );

    expect(lines).toEqual([
      'paragraph | Dnr 2024/1',
      'paragraph | Avtal[1] om samverkan',
      'paragraph | I en ruta',
      'paragraph | [1] En not',
      'paragraph | Org.nr 212000',
    ]);
  });

  it('numbers headings as the document does', async () => {
    const level = (number: number) =>
      `<text:outline-level-style text:level="${number}" style:num-format="1" text:display-levels="${number}" style:num-suffix="."/>`;
    const h = (depth: number, text: string) =>
      `<text:h text:outline-level="${depth}">${text}</text:h>`;
    const { lines } = await read(
      anOdt({
        common: `<text:outline-style>${level(1)}${level(2)}</text:outline-style>`,
        body: h(1, 'Parter') + h(2, 'Kommunen') + h(2, 'Föreningen') + h(1, 'Syfte'),
      }),
    );

    expect(lines).toEqual([
      'heading1 1.| Parter',
      'heading2 1.1.| Kommunen',
      'heading2 1.2.| Föreningen',
      'heading1 2.| Syfte',
    ]);
  });
});

describe('reading a workbook', () => {
  it('gives each sheet a page of its own, with its rows as the workbook shows them', async () => {
    const { summary, pages, lines } = await read(
      anXlsx({
        strings: ['<t>Belopp</t>', '<r><t>Åre </t></r><r><t>kommun</t></r><rPh><t>nej</t></rPh>'],
        formats: ['yyyy\\-mm\\-dd', '#,##0.00 &quot;kr&quot;', '0%'],
        sheets: [
          {
            name: 'Avtal &amp; belopp',
            before:
              '<sheetViews><sheetView><pane ySplit="1" state="frozen"/></sheetView></sheetViews>',
            rows:
              '<row r="1"><c r="B1" t="inlineStr"><is><t>Part</t></is></c><c r="C1" t="s"><v>0</v></c></row>' +
              '<row r="3"><c r="B3" t="s"><v>1</v></c><c r="C3" s="2"><v>1234.5</v></c><c r="F3" s="1"><v>45292</v></c></row>' +
              '<row r="4"><c r="C4" s="3"><v>0.25</v></c><c r="F4" t="b"><v>1</v></c></row>' +
              '<row r="5"><c t="str"><f>A1</f><v>form\tel</v></c><c t="e"><v>#N/A</v></c></row>',
          },
          { name: 'Tom', rows: '' },
          {
            name: 'Tabell',
            rows: xlsxRow(2, ['Kommun', 'År']) + xlsxRow(3, ['Umeå', 2024]),
            table: 'A2:B3',
          },
        ],
      }),
    );

    expect(summary).toEqual({ format: 'xlsx', pageCount: 3, notices: [] });
    expect(pages.map((page) => page.text.split('\n')[0])).toEqual([
      'Avtal & belopp',
      'Tom',
      'Tabell',
    ]);
    expect(lines).toEqual([
      'heading1 | Avtal & belopp',
      'table-row header 1| \tPart\tBelopp',
      'table-row 3| \tÅre kommun\t1 234.50 kr\t2024-01-01',
      'table-row 4| \t\t25%\tTRUE',
      'table-row 5| form el\t#N/A',
      'heading1 | Tom',
      'heading1 | Tabell',
      'table-row header 2| Kommun\tÅr',
      'table-row 3| Umeå\t2024',
    ]);
  });

  it('leaves hidden sheets, rows and columns out, and tells so', async () => {
    const { summary, lines } = await read(
      anXlsx({
        sheets: [
          {
            name: 'Syns',
            before: '<cols><col min="2" max="2" hidden="1"/></cols>',
            rows: xlsxRow(1, ['a', 'nej', 'b']) + xlsxRow(2, ['nej'], 'hidden="1"'),
          },
          { name: 'Dolt', rows: xlsxRow(1, ['nej']), state: 'veryHidden' },
        ],
        parts: { 'xl/comments1.xml': '<comments/>' },
      }),
    );

    expect(lines).toEqual(['heading1 | Syns', 'table-row 1| a\tb']);
    expect(summary.notices.toSorted()).toEqual(['comments', 'hidden']);
  });

  it('reads what another program wrote, and cuts a long sheet into pages', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Kommun' }, { value: 'Start' }],
      ...Array.from({ length: 500 }, (_, index) => [
        { value: `Kommun ${index}` },
        { value: new Date(Date.UTC(2024, 0, 1 + index)), format: 'yyyy-mm-dd' },
      ]),
    ]).toBuffer();
    const { summary, pages, lines } = await read(bytes, 'lista.xlsx');

    expect(summary.pageCount).toBeGreaterThan(8);
    expect(pages.every(({ blocks }) => blocks.length <= 61)).toBe(true);
    expect(lines[2]).toBe('table-row 2| Kommun 0\t2024-01-01');
    expect(lines.at(-1)).toBe('table-row 501| Kommun 499\t2025-05-14');
  });

  it('is not made endless by a few cells far apart', async () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => {
      const far = index % 2 === 0 ? 'A' : 'XFD';
      return `<row r="${index * 500 + 1}"><c r="${far}${index * 500 + 1}"><v>1</v></c></row>`;
    }).join('');
    const { pages } = await read(anXlsx({ sheets: [{ name: 'Gles', rows }] }));

    expect(pages.length).toBeLessThan(50);
    expect(pages[0]?.text.split('\n').slice(0, 3)).toEqual(['Gles', '1', '\t1']);
  });
});

describe('what a zip says that it is', () => {
  const manifest = '<manifest:encryption-data xmlns:manifest="x"/>';
  it.each([
    ['tabell.ods', anOdt({ body: '', type: 'spreadsheet' }), 'ods'],
    ['bilder.odp', anOdt({ body: '', type: 'presentation' }), 'presentation'],
    ['låst.odt', anOdt({ body: '', parts: { 'META-INF/manifest.xml': manifest } }), 'locked-odf'],
    [
      'bilder.pptx',
      aZip({ '[Content_Types].xml': '', 'ppt/presentation.xml': '' }),
      'presentation',
    ],
    ['binär.xlsb', aZip({ '[Content_Types].xml': '', 'xl/workbook.bin': '' }), 'xlsb'],
    ['arkiv.zip', aZip({ 'avtal.txt': 'Avtal' }), 'zip'],
    ['bok.epub', aZip({ mimetype: 'application/epub+zip', 'content.xml': '' }), 'zip'],
  ])('tells that %s cannot be read, and what to do', async (name, bytes, context) => {
    const error = await refusal(bytes, name);

    expect(error).toMatchObject({ code: 'file-not-supported', details: { file: name, context } });
    expect(error.message).toMatch(/\badd (?:that|the copy)\.$/);
  });

  it.each([
    ['gammalt.doc', 'old-word'],
    ['gammal.xls', 'old-excel'],
    ['gammal.ppt', 'old-powerpoint'],
    ['låst.docx', 'locked-office'],
    ['okänt', 'old-office'],
  ])('tells what an old or locked Office file called %s is', async (name, context) => {
    const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);

    expect(await refusal(bytes, name)).toMatchObject({ details: { context } });
  });
});

describe('a hostile document', () => {
  const documents: [string, (wrapped: (root: string) => string) => Buffer][] = [
    [
      'odt',
      (wrapped) =>
        anOdt({
          body: '',
          parts: {
            'content.xml': wrapped(
              odtRoot(
                'document-content',
                `<office:body><office:text>${p('a %')}</office:text></office:body>`,
              ),
            ),
          },
        }),
    ],
    [
      'xlsx',
      (wrapped) =>
        anXlsx({
          sheets: [{ name: 'a', rows: '<row><c t="s"><v>0</v></c></row>' }],
          parts: { 'xl/sharedStrings.xml': wrapped('<sst><si><t>a %</t></si></sst>') },
        }),
    ],
    [
      'docx',
      (wrapped) =>
        aDocx({
          body: '',
          parts: {
            'word/document.xml': wrapped(
              `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('a %')}</w:body></w:document>`,
            ),
          },
        }),
    ],
  ];

  it.each(documents)('expands no entities: %s', async (format, make) => {
    const started = process.memoryUsage().rss;
    const outcome = await read(make(entityBomb), `bomb.${format}`).catch(
      (error: AppError) => error,
    );

    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'file-damaged' });
    else expect(outcome.lines.join('')).not.toContain('haha');
    expect(process.memoryUsage().rss - started).toBeLessThan(200_000_000);
  });

  it.each(documents)(
    'reads no file and fetches nothing that it names: %s',
    async (format, make) => {
      const [secret = ''] = writeFiles(temporaryFolder(), { 'secret.txt': 'hemligt-4711' });
      let asked = 0;
      const server = createServer((_, response) => {
        asked += 1;
        response.end('hemligt-4711');
      });
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : 0;
      const told: string[] = [];
      for (const target of [
        pathToFileURL(secret).href,
        secret,
        `http://127.0.0.1:${port}/${format}`,
      ]) {
        const bytes = make((root) => outsideEntities(root, target));
        const outcome = await read(bytes, `ute.${format}`).catch((error: AppError) => error);
        told.push(outcome instanceof Error ? outcome.message : outcome.lines.join('\n'));
      }
      server.close();

      expect(asked).toBe(0);
      expect(told.join('\n')).not.toContain('hemligt');
    },
  );

  it('is refused where it nests without end', async () => {
    const deep = `${'<text:section>'.repeat(10_000)}${'</text:section>'.repeat(10_000)}`;

    expect(await refusal(anOdt({ body: deep }), 'djup.odt')).toMatchObject({
      code: 'file-damaged',
      details: { reason: 'nested deeper than 500' },
    });
  });

  it('is refused where it unpacks to more than a document may', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(2_000_000);

    expect(await refusal(anXlsx({ sheets: [{ name: 'a', rows }] }), 'stor.xlsx')).toMatchObject({
      code: 'unpacks-too-large',
    });
    const spaces = ' '.repeat(30_000_000);
    expect(await refusal(anOdt({ body: spaces }), 'stor.odt')).toMatchObject({
      code: 'unpacks-too-large',
      details: { context: 'ratio' },
    });
  });

  it('is refused where its XML is broken, naming what is wrong', async () => {
    const broken = anOdt({ body: '<text:p>a' });

    expect(await refusal(broken, 'trasig.odt')).toMatchObject({
      code: 'file-damaged',
      details: { context: 'structure' },
    });
    expect(
      await refusal(aZip({ '[Content_Types].xml': '', 'xl/x.xml': '' }), 'x.xlsx'),
    ).toMatchObject({ code: 'file-damaged', details: { reason: 'no xl/workbook.xml' } });
  });
});
