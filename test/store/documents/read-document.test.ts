import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { AppError } from '../../../shared/domain/app-error';
import type { Page } from '../../../shared/domain/page';
import { readDocument } from '../../../main/documents/read-document';
import { filesToRefuse } from '../../support/bad-files';
import { aDocx, paragraph, xml, zipOfManyParts } from '../../support/docx-files';
import { drawnPdf, encryptedPdf, lockedPdf, plainPdf } from '../../support/pdf-files';

async function read(bytes: Uint8Array, fileName = 'avtal') {
  const pages: Page[] = [];
  const summary = await readDocument(bytes, fileName, { onPage: (page) => pages.push(page) });
  return { summary, pages, text: pages.map((page) => page.text).join('\n') };
}

async function refusal(bytes: Uint8Array, fileName: string): Promise<AppError> {
  return read(bytes, fileName).then(
    () => {
      throw new Error(`${fileName} was read`);
    },
    (error: AppError) => error,
  );
}

/** The same Word file without compression, with some bytes of it exchanged. */
function storedAgain(bytes: Buffer, from: string, to: string): Buffer {
  const zip = Buffer.from(zipSync(unzipSync(bytes), { level: 0 }));
  return Buffer.from(zip.toString('latin1').replace(from, to), 'latin1');
}

describe('reading a PDF', () => {
  it('gives the text, size and word boxes of each page', async () => {
    const { summary, pages } = await read(
      plainPdf([['Överenskommelse', 'mellan två parter'], ['Underskrifter']]),
    );

    expect(summary).toEqual({ format: 'pdf', pageCount: 2, notices: [] });
    expect(pages.map((page) => page.text)).toEqual([
      'Överenskommelse\nmellan två parter',
      'Underskrifter',
    ]);
    expect(pages[0]).toMatchObject({ number: 1, width: 595, height: 842, blocks: [] });
    const words = pages[0]?.words ?? [];
    expect(words.map(({ start, end }) => pages[0]?.text.slice(start, end))).toEqual([
      'Överenskommelse',
      'mellan',
      'två',
      'parter',
    ]);
    expect(words[0]?.x).toBeCloseTo(72, 0);
    expect(words[0]?.y).toBeCloseTo(842 - 770 - 0.8 * 11, 0);
    expect(words[1]?.y).toBeCloseTo(842 - 756 - 0.8 * 11, 0);
  });

  it('does so for a compressed PDF with layout, too', async () => {
    const bytes = await drawnPdf((document) => {
      document.fontSize(18).text('Avtal om idéburet offentligt partnerskap');
      document.fontSize(11).text('Parterna är Åre kommun och föreningen.', { align: 'justify' });
    });

    expect((await read(bytes)).text).toBe(
      'Avtal om idéburet offentligt partnerskap\nParterna är Åre kommun och föreningen.',
    );
  });

  it('accepts a page without text and says that it is a picture', async () => {
    const bytes = await drawnPdf((document) => document.rect(50, 50, 100, 100).fill('black'));
    const { summary, pages, text } = await read(bytes);

    expect(summary).toEqual({ format: 'pdf', pageCount: 1, notices: [] });
    expect(pages.map(({ isPicture }) => isPicture)).toEqual([true]);
    expect(text.trim()).toBe('');
  });

  it('accepts a PDF that only restricts what may be done with it', async () => {
    expect((await read(await lockedPdf())).text).toBe('Låst avtal');
  });

  it('refuses one that is cut off anywhere, rather than read it in part', async () => {
    const whole = plainPdf(Array.from({ length: 30 }, (_, index) => [`Sida ${index}`]));

    for (const share of [0.05, 0.3, 0.6, 0.95]) {
      const part = whole.subarray(0, Math.floor(whole.length * share));
      expect(await refusal(part, 'del.pdf')).toMatchObject({ code: 'pdf-damaged' });
    }
  });

  it('refuses one that is shorter than it says it is, though it has an end marker', async () => {
    const whole = plainPdf([['Avtal']]).toString('latin1');
    const linearised = whole.replace('%PDF-1.4\n', '%PDF-1.4\n<< /Linearized 1 /L 99999 >>\n');

    expect(await refusal(Buffer.from(linearised, 'latin1'), 'del.pdf')).toMatchObject({
      code: 'pdf-damaged',
      details: { context: 'cut-off' },
    });
  });

  it('refuses one whose page cannot be read, naming the page', async () => {
    const broken = plainPdf([['ett'], ['två'], ['tre']])
      .toString('latin1')
      .replace('6 0 obj\n<< /Type /Page', '6 0 obj\n[ /Type /Page');

    expect(await refusal(Buffer.from(broken, 'latin1'), 'sida.pdf')).toMatchObject({
      code: 'pdf-damaged',
    });
  });

  it('refuses one with more pages than any agreement has', async () => {
    const endless = plainPdf(Array.from({ length: 20_001 }, () => []));

    expect(await refusal(endless, 'lång.pdf')).toMatchObject({
      code: 'too-many-pages',
      details: { file: 'lång.pdf', limit: 20_000 },
    });
  });

  it('tells what is wrong and what to do, naming the file', async () => {
    expect((await refusal(await encryptedPdf(), 'avtal – låst.pdf')).message).toBe(
      '“avtal – låst.pdf” is protected by a password. Give the password, or save a copy without it in a PDF program and add the copy.',
    );
  });
});

describe('reading a Word file', () => {
  it('gives headings, paragraphs, lists and table rows in order', async () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const bytes = aDocx({
      body: [
        paragraph('Avtal', { style: 'Rubrik1' }),
        paragraph('Parter', { run: '<w:b/>' }),
        paragraph('Åre kommun och föreningen &amp; vänner'),
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>jour</w:t></w:r></w:p>',
        `<w:tbl>${row('År', 'Belopp')}${row('2024', '100')}</w:tbl>`,
        '<w:p/>',
        '<w:p><w:r><w:t>rad</w:t><w:br/><w:t>ny rad</w:t></w:r></w:p>',
      ].join(''),
      relations:
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>',
      parts: {
        'word/numbering.xml': xml(
          'numbering',
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
      },
    });

    const { summary, pages } = await read(bytes);

    expect(summary).toEqual({ format: 'docx', pageCount: 1, notices: [] });
    expect(
      pages[0]?.blocks.map(({ kind, level, start, end }) => [
        kind,
        level,
        pages[0]?.text.slice(start, end),
      ]),
    ).toEqual([
      ['heading', 1, 'Avtal'],
      ['heading', 2, 'Parter'],
      ['paragraph', 0, 'Åre kommun och föreningen & vänner'],
      ['list-item', 2, 'jour'],
      ['table-row', 0, 'År\tBelopp'],
      ['table-row', 0, '2024\t100'],
      ['paragraph', 0, 'rad\nny rad'],
    ]);
  });

  it('keeps letterhead, notes and page footers', async () => {
    const bytes = aDocx({
      body: '<w:p><w:r><w:t>Avtal</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
      relations:
        '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>',
      parts: {
        'word/header1.xml': xml('hdr', paragraph('Dnr KS 2024/123 &#8211; A&amp;B')),
        'word/header2.xml': xml('hdr', paragraph('Dnr KS 2024/123 &#8211; A&amp;B')),
        'word/footer1.xml': xml('ftr', paragraph('Org.nr 212000-1124')),
        'word/footnotes.xml': xml(
          'footnotes',
          `<w:footnote w:id="2">${paragraph('En not')}</w:footnote>`,
        ),
      },
    });

    expect((await read(bytes)).text).toBe(
      'Dnr KS 2024/123 – A&B\nAvtal[1]\n[1] En not\nOrg.nr 212000-1124',
    );
  });

  it('fetches nothing that it points to', async () => {
    const outside =
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"';
    const bytes = aDocx({
      body: `${paragraph('Avtal')}<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      relations: `<Relationship Id="rId5" ${outside} Target="file:///etc/hostname" TargetMode="External"/>`,
    });

    expect((await read(bytes)).text).toBe('Avtal');
  });

  it('is cut into pages, so that page numbers mean something', async () => {
    const sentence = 'Parterna ska mötas och följa upp verksamheten. '.repeat(20);
    const { summary, pages } = await read(
      aDocx({ body: Array.from({ length: 10 }, () => paragraph(sentence)).join('') }),
    );

    expect(summary.pageCount).toBe(4);
    expect(pages.every((page) => page.text.length <= 3_000)).toBe(true);
  });

  it('is refused with too many parts', async () => {
    expect(await refusal(zipOfManyParts(6_000), 'delar.docx')).toMatchObject({
      code: 'unpacks-too-large',
      details: { file: 'delar.docx', context: 'entries' },
    });
  });

  it('is refused when a part is not what was packed', async () => {
    const bytes = aDocx({ body: paragraph('Avtalet gäller till 2024') });
    const flipped = storedAgain(bytes, '2024', '2034');

    expect(await refusal(flipped, 'ändrad.docx')).toMatchObject({ code: 'file-damaged' });
    expect((await read(storedAgain(bytes, '2024', '2024'))).text).toBe('Avtalet gäller till 2024');
  });

  it('is refused when its XML is broken', async () => {
    expect(await refusal(aDocx({ body: '<w:p><w:r>' }), 'trasig.docx')).toMatchObject({
      code: 'file-damaged',
    });
  });
});

describe('files that must be refused', async () => {
  it.each(await filesToRefuse())(
    '$name is refused with $code, named, and with a next step',
    async ({ name, bytes, code }) => {
      const started = process.memoryUsage().rss;
      const error = await refusal(bytes, name);

      expect(error).toMatchObject({ name: 'AppError', code });
      expect(error.message.startsWith(`“${name}” `)).toBe(true);
      expect(error.message).toMatch(/\b(add|Ask|Fetch|Check|Leave)\b/);
      expect(process.memoryUsage().rss - started).toBeLessThan(400_000_000);
    },
  );
});
