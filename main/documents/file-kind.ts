import { extname } from 'node:path';

import type { Cause, DocumentErrorCode, ErrorDetails, ForeignKind } from './errors';
import { isMail } from './mail-kind';

/** What a file is by its first bytes, whatever it is called. */
export type FileKind =
  | { kind: 'empty' }
  | { kind: 'pdf' }
  /** A zip: DOCX, ODT, XLSX or something else, which only its entries can tell. */
  | { kind: 'zip' }
  | { kind: 'rtf' }
  /** PNG, JPEG, TIFF, WebP, GIF or BMP. */
  | { kind: 'picture' }
  | { kind: 'html' }
  /** A mail as text: headers, then its parts. */
  | { kind: 'eml' }
  /** A compound file: a mail of Outlook's, or an old Office file, which only its directory can tell. */
  | { kind: 'cfb' }
  /** No known signature: text of some format, perhaps. */
  | { kind: 'text' }
  | { kind: 'foreign'; as: ForeignKind };

/** How many first bytes `kindOf` needs. */
export const HEAD_LENGTH = 4096;

const signatures: [ForeignKind, string][] = [
  ['program', 'MZ'],
  ['program', '\x7fELF'],
];

const pictures = ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*', 'BM'];

const pictureEndings = ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'webp', 'gif', 'bmp'];

/** Pictures as telephones keep them: boxes, the first of which names the kind. */
const HEIF = /^[\s\S]{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis)/;

const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/**
 * A file's kind from its first bytes; a PDF's header may follow up to 1,024 bytes of other things.
 *
 * @param fileName tells a mail from other text where the bytes leave it open
 */
export function kindOf(head: Uint8Array, fileName = ''): FileKind {
  if (head.length === 0) return { kind: 'empty' };
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_LENGTH));
  const start = text.toString('latin1');
  if (/^(PK\x03\x04|PK\x05\x06)/.test(start)) return { kind: 'zip' };
  if (start.startsWith(COMPOUND_FILE)) return { kind: 'cfb' };
  // Before PDF: a mail may quote one.
  if (isMail(start, fileName)) return { kind: 'eml' };
  if (start.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  if (/^(\xef\xbb\xbf)?\s*\{\\rtf/.test(start)) return { kind: 'rtf' };
  // "BM" and "MZ" may also begin a text; a file of those kinds has NULs early on.
  const begins = (signature: string): boolean =>
    start.startsWith(signature) && (signature.length > 2 || start.includes('\0'));
  if (pictures.some(begins) || /^RIFF[\s\S]{4}WEBP/.test(start)) return { kind: 'picture' };
  if (HEIF.test(start)) return { kind: 'foreign', as: 'heic' };
  const foreign = signatures.find(([, signature]) => begins(signature));
  if (foreign !== undefined) return { kind: 'foreign', as: foreign[0] };
  return kindOfMarkup(start) ?? { kind: 'text' };
}

/** HTML begins with its doctype or outermost element; other markup is not written to be read. */
function kindOfMarkup(start: string): FileKind | null {
  const markup = /^(?:\xef\xbb\xbf)?\s*(?:<!--[\s\S]*?-->\s*)*(<[\s\S]*)/.exec(start)?.[1];
  if (markup === undefined) return null;
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(markup)) return { kind: 'html' };
  if (!/^<(?:!doctype|\?xml)/i.test(markup)) return null;
  const isPage = /<html\b|<!doctype\s+html\b/i.test(markup);
  return isPage ? { kind: 'html' } : { kind: 'foreign', as: 'markup' };
}

/** What a text is by its name; one without an ending may be a plain text. */
const textEndings: Readonly<Record<string, TextFormat>> = {
  '': 'text',
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.tab': 'csv',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
};

type TextFormat = 'text' | 'markdown' | 'csv' | 'html';

/** What a text without any signature is, as only its name can tell; `null` where the name says that it is no text. */
export function textFormatOf(fileName: string): TextFormat | null {
  const ending = extname(fileName).toLowerCase();
  return Object.hasOwn(textEndings, ending) ? (textEndings[ending] ?? null) : null;
}

/** Old Office files all begin alike; the name says which program can save them anew. */
const oldEndings: Readonly<Record<string, ForeignKind>> = {
  '.doc': 'old-word',
  '.dot': 'old-word',
  '.xls': 'old-excel',
  '.xlt': 'old-excel',
  '.ppt': 'old-powerpoint',
  '.pps': 'old-powerpoint',
  '.docx': 'locked-office',
  '.xlsx': 'locked-office',
  '.pptx': 'locked-office',
};

/** What to call a file that cannot be read: as its bytes tell, and its name where they leave it open. */
export function foreignByName(as: ForeignKind, fileName: string): ForeignKind {
  if (as !== 'old-office') return as;
  return oldEndings[extname(fileName).toLowerCase()] ?? as;
}

/**
 * Why bytes without any signature are not to be taken for a text: the name says that they should be
 * something else. `null` where they may be a text. A PDF or Word file is known by its bytes and may
 * be called anything.
 */
export function notAText(
  fileName: string,
): { code: DocumentErrorCode; details: ErrorDetails & { context: Cause | ForeignKind } } | null {
  const ending = extname(fileName).toLowerCase();
  if (textFormatOf(fileName) !== null) return null;
  if (ending === '.pdf') return { code: 'pdf-damaged', details: { context: 'no-pdf' } };
  if (/^\.(?:docx|odt|xlsx|rtf)$/.test(ending) || pictureEndings.includes(ending.slice(1))) {
    return { code: 'file-damaged', details: { context: 'other-content', ending } };
  }
  return { code: 'file-not-supported', details: { context: 'unknown' } };
}

/** Endings of the files that can be read, to choose among in a dialog. */
export const documentEndings: readonly string[] = [
  ...['pdf', 'docx', 'odt', 'rtf', 'xlsx', 'eml', 'msg', ...pictureEndings],
  ...Object.keys(textEndings).flatMap((ending) => (ending === '' ? [] : [ending.slice(1)])),
];
