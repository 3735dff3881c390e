import { constants, crc32, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const packageRelations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;

/** A paragraph of plain text, in a style or with properties of its own. */
export function paragraph(
  text: string,
  { style, run = '' }: { style?: string; run?: string } = {},
) {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

interface DocxParts {
  /** Inside `<w:body>`. */
  body: string;
  /** More parts by name, such as `word/footnotes.xml`; their text goes in as it is. */
  parts?: Record<string, string>;
  /** Inside the main document's `<Relationships>`. */
  relations?: string;
}

/** A Word file of these parts, with Swedish Word's names for the heading styles. */
export function aDocx({ body, parts = {}, relations = '' }: DocxParts): Buffer {
  const styles = [1, 2, 3]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="Rubrik${level}"><w:name w:val="heading ${level}"/></w:style>`,
    )
    .join('');
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'word/document.xml': xml('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': xml('styles', styles),
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`,
    ...parts,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
}

/** A part of a Word file with its root element and namespaces. */
export function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`;
}

const ZEROS = 10_000_000;

/**
 * A Word file of some kilobytes, one part of which unpacks to gigabytes of zeros.
 *
 * @param declared what it says it unpacks to; the truth unless given
 * @param part which one; its text unless given
 */
export function zipBomb({
  megabytes = 2_000,
  declared,
  part = 'word/document.xml',
}: { megabytes?: number; declared?: number; part?: string } = {}) {
  // A block that ends on a byte border can be repeated: no need to pack gigabytes here.
  const block = deflateRawSync(Buffer.alloc(ZEROS), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const times = Math.ceil((megabytes * 1_000_000) / ZEROS);
  const packed = Buffer.concat([
    ...Array.from({ length: times }, () => block),
    Buffer.from([3, 0]),
  ]);
  return rawZip([
    stored('[Content_Types].xml', contentTypes),
    stored('_rels/.rels', packageRelations),
    { name: part, method: 8, packed, size: declared ?? times * ZEROS, checksum: 0 },
  ]);
}

/** A Word file with very many parts. */
export function zipOfManyParts(count: number): Buffer {
  const filler = Array.from({ length: count }, (_, index) => stored(`word/part${index}.xml`, ''));
  return rawZip([
    stored('[Content_Types].xml', contentTypes),
    stored('word/document.xml', xml('document', '<w:body/>')),
    ...filler,
  ]);
}

interface RawEntry {
  name: string;
  method: 0 | 8;
  packed: Buffer;
  size: number;
  checksum: number;
}

function stored(name: string, text: string): RawEntry {
  const packed = Buffer.from(text);
  return { name, method: 0, packed, size: packed.length, checksum: crc32(packed) };
}

/** A zip whose headers say whatever they are told to. */
function rawZip(entries: RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, packed, size, checksum } of entries) {
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, tail, title]));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
