import { SaxesParser } from 'saxes';

/** Elements inside each other; documents that somebody made have some dozens. */
const XML_DEPTH = 500;

/** What a part of a document says, piece by piece. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The part is no sound XML; `message` says where. */
export class XmlError extends Error {
  override name = 'XmlError';
}

/**
 * Goes through the XML of a part. Names are given as they stand, with their prefixes, or without.
 *
 * Only the five entities of XML itself are known: what a document declares is neither expanded nor
 * fetched, and using it is an error. Comments and instructions are passed over.
 *
 * Throws `XmlError`.
 */
export function readXml(
  bytes: Uint8Array,
  handler: XmlHandler,
  { prefixes = true }: { prefixes?: boolean } = {},
): void {
  const nameOf = (name: string): string =>
    prefixes ? name : name.slice(name.lastIndexOf(':') + 1);
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new XmlError(error.message.replace(/\.$/, ''));
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > XML_DEPTH) throw new XmlError(`nested deeper than ${XML_DEPTH}`);
    handler.open(nameOf(name), attributes);
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close?.(nameOf(name));
  });
  parser.write(decodedXml(bytes)).close();
}

/** XML of Office files is UTF-8, or UTF-16 with its mark. */
function decodedXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
