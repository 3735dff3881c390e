import { aZip } from './zip-files';

const NAMES = ['office', 'text', 'table', 'style', 'draw'];
const namespaces = [
  ...NAMES.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
].join(' ');

interface OdtParts {
  /** Inside `<office:text>`. */
  body: string;
  /** Inside `<office:automatic-styles>`. */
  styles?: string;
  /** Inside `<office:styles>` and `<office:master-styles>` of `styles.xml`. */
  common?: string;
  master?: string;
  /** More parts, or others in place of these. */
  parts?: Record<string, string>;
  type?: string;
}

/** An element of `content.xml` or `styles.xml` that holds all of it. */
export function odtRoot(name: string, content: string): string {
  return `<office:${name} ${namespaces} office:version="1.3">${content}</office:${name}>`;
}

/** An OpenDocument text of these parts, as LibreOffice would write it. */
export function anOdt({
  body,
  styles = '',
  common = '',
  master = '',
  parts = {},
  type = 'text',
}: OdtParts): Buffer {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const mime = `application/vnd.oasis.opendocument.${type}`;
  return aZip(
    {
      mimetype: mime,
      'content.xml':
        declaration +
        odtRoot(
          'document-content',
          `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${type}>${body}</office:${type}></office:body>`,
        ),
      'styles.xml':
        declaration +
        odtRoot(
          'document-styles',
          `<office:styles>${common}</office:styles><office:master-styles>${master}</office:master-styles>`,
        ),
      'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mime}"/></manifest:manifest>`,
      ...parts,
    },
    { stored: ['mimetype'] },
  );
}
