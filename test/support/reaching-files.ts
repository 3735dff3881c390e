import { aDocx, paragraph, xml } from './docx-files';
import { aMsg, anEml } from '../../scripts/sample/writers/mail-files';
import { anOdt } from '../../scripts/sample/writers/odt-files';
import { anRtf } from '../../scripts/sample/writers/rtf-files';
import { anXlsx, xlsxRow } from '../../scripts/sample/writers/xlsx-files';
import { outsideEntities } from './zip-files';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Sound files of every format that ask, in each way their format knows, for something outside of
 * themselves: a web address and a file of this machine.
 *
 * @param address base address, such as `http://127.0.0.1:4711`
 * @param secret path of a file that no document has any business with
 */
export function filesThatReachOut(address: string, secret: string): Record<string, Uint8Array> {
  const file = `file://${secret}`;
  const html = reachingHtml(address, file);
  const outside = (id: string, target: string, type = 'image') =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}" TargetMode="External"/>`;
  const relations = (inside: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const drawn = (id: string) =>
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const field = (instruction: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
  return {
    'når ut.pdf': reachingPdf(address, secret),
    'når ut.docx': aDocx({
      body: `${paragraph('Avtal')}${drawn('rId7')}${drawn('rId8')}<w:altChunk r:id="rId9"/><w:subDoc r:id="rId10"/>${field(`INCLUDETEXT "${secret}"`)}${field(`INCLUDEPICTURE "${address}/docx-field"`)}`,
      relations: [
        outside('rId7', `${address}/docx`),
        outside('rId8', file),
        outside('rId9', file, 'aFChunk'),
        outside('rId10', `${address}/docx-part`, 'subDocument'),
      ].join(''),
      // A template from elsewhere, as it is used to bring programs in.
      parts: {
        'word/settings.xml': xml('settings', '<w:attachedTemplate r:id="rId1"/>'),
        'word/_rels/settings.xml.rels': relations(
          outside('rId1', `${address}/docx-template`, 'attachedTemplate'),
        ),
      },
    }),
    'enheter.docx': aDocx({
      body: paragraph('Avtal'),
      parts: { 'word/document.xml': outsideEntities('<x>%</x>', file) },
    }),
    'når ut.odt': anOdt({
      body: `<text:p>Avtal</text:p><text:section text:name="a"><text:section-source xlink:href="${file}"/></text:section><text:p><draw:frame><draw:image xlink:href="${address}/odt"/></draw:frame></text:p>`,
    }),
    'enheter.odt': anOdt({
      body: '<text:p>Avtal</text:p>',
      parts: { 'content.xml': outsideEntities('<x>%</x>', file) },
    }),
    'når ut.xlsx': anXlsx({
      sheets: [
        {
          name: 'Avtal',
          rows: `${xlsxRow(1, ['Avtal'])}<row r="2"><c r="A2"><f>WEBSERVICE("${address}/xlsx")</f></c><c r="B2"><f>[1]Blad!A1</f></c></row>`,
          after: '<drawing r:id="rId1"/><legacyDrawing r:id="rId2"/>',
        },
      ],
      parts: {
        'xl/worksheets/_rels/sheet1.xml.rels': relations(
          outside('rId1', `${address}/xlsx-drawing`, 'drawing') + outside('rId2', file),
        ),
        'xl/externalLinks/externalLink1.xml':
          '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook r:id="rId1"/></externalLink>',
        'xl/externalLinks/_rels/externalLink1.xml.rels': relations(
          outside('rId1', `${address}/xlsx-link`, 'externalLinkPath'),
        ),
        'xl/connections.xml': `<connections><connection id="1" refreshOnLoad="1"><webPr url="${address}/xlsx-connection"/></connection></connections>`,
      },
    }),
    'enheter.xlsx': anXlsx({
      sheets: [{ name: 'Avtal', rows: xlsxRow(1, ['Avtal']) }],
      parts: { 'xl/sharedStrings.xml': outsideEntities('<x>%</x>', file) },
    }),
    'når ut.rtf': anRtf(
      `\\pard Avtal {\\field{\\*\\fldinst INCLUDETEXT "${secret}"}{\\fldrslt }}{\\field{\\*\\fldinst INCLUDEPICTURE "${address}/rtf"}{\\fldrslt }}{\\*\\template ${address}/rtf-template}{\\object\\objautlink\\objupdate{\\*\\objclass htmlfile}{\\*\\objdata ${address}/rtf-object}}\\par`,
    ),
    'når ut.html': Buffer.from(html),
    'når ut.md': Buffer.from(
      `# Avtal\n\n![bild](${address}/md)\n\n<img src="${file}">\n\n<script>fetch("${address}/md-script")</script>\n`,
    ),
    'når ut.csv': Buffer.from(`Avtal;"=WEBSERVICE(""${address}/csv"")"\n1;2\n`),
    'når ut.txt': Buffer.from(`Avtal\n\n${address}/txt\n${file}\n`),
    'når ut.eml': anEml({
      html,
      attachments: [
        { name: '../../../utanför.txt', type: 'text/plain', bytes: Buffer.from('Bilaga') },
        { name: 'bilaga.html', type: 'text/html', bytes: Buffer.from(html) },
        {
          name: 'utifrån.eml',
          type: `message/external-body; access-type=URL; URL="${address}/eml-body"`,
          bytes: Buffer.from('Content-Type: text/plain'),
        },
      ],
    }),
    'når ut.msg': aMsg({ html, text: 'Avtal' }),
    'bara html.msg': aMsg({ html }),
  };
}

function reachingHtml(address: string, file: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><base href="${address}/">
    <meta http-equiv="refresh" content="0; url=${address}/refresh">
    <link rel="stylesheet" href="${address}/style"><link rel="prefetch" href="${address}/prefetch">
    <style>@import url("${address}/import"); body { background: url("${file}") }</style>
    <script>fetch("${address}/fetch"); new WebSocket("${address.replace('http', 'ws')}/ws");</script>
    <script src="${address}/script"></script></head>
    <body onload="fetch('${address}/onload')"><p>Avtal</p>
    <img src="${address}/img" onerror="fetch('${address}/onerror')"><img src="${file}">
    <iframe src="${file}"></iframe><iframe srcdoc="<script>fetch('${address}/srcdoc')</script>"></iframe>
    <object data="${address}/object"></object><embed src="${address}/embed">
    <video src="${address}/video" autoplay></video><svg><image href="${address}/svg"/></svg>
    <form action="${address}/form"><input autofocus onfocus="this.form.submit()"></form></body></html>`;
}

/** A PDF whose pages, actions, form and attachments point outside, and that runs scripts when it is opened. */
function reachingPdf(address: string, secret: string): Buffer {
  const content = 'BT /F1 12 Tf 72 770 Td (Avtal) Tj ET';
  const script = `app.launchURL("${address}/pdf-script"); this.submitForm("${address}/pdf-submit");`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 7 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> /URI << /Base (${address}/) >> >>`,
    '<< /Type /Pages /Count 1 /Kids [4 0 R] >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /X 8 0 R >> >> /Contents 5 0 R /AA << /O 7 0 R >> /Annots [9 0 R] >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Action /S /JavaScript /JS (${script.replace(/[()\\]/g, '\\$&')}) >>`,
    `<< /Type /Action /S /Launch /F (${secret}) /Next << /S /URI /URI (${address}/pdf-uri) >> >>`,
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 0 /F << /FS /URL /F (${address}/pdf-image) >> >>\nstream\n\nendstream`,
    `<< /Type /Annot /Subtype /Link /Rect [72 760 200 780] /A << /S /GoToR /F (${secret}) /D [0 /Fit] >> >>`,
  ];
  let pdf = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(pdf, 'latin1');
}
