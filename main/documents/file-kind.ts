import { extname } from 'node:path';

import { type Cause, type DocumentErrorCode, type ForeignKind } from './errors';

/** What a file is by its first bytes, whatever it is called. */
export type FileKind =
  | { kind: 'empty' }
  | { kind: 'pdf' }
  /** A zip: perhaps a DOCX, which only its entries can tell. */
  | { kind: 'zip' }
  /** No known signature: text, perhaps. */
  | { kind: 'text' }
  | { kind: 'foreign'; as: ForeignKind };

/** How many first bytes `kindOf` needs. */
export const HEAD_LENGTH = 4096;

const signatures: [ForeignKind, string][] = [
  ['old-office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['rtf', '{\\rtf'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['image', 'II*\0'],
  ['image', 'MM\0*'],
  ['image', 'BM'],
  ['program', 'MZ'],
  ['program', '\x7fELF'],
];

/** A file's kind from its first bytes; a PDF's header may follow up to 1,024 bytes of other things. */
export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return { kind: 'empty' };
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, HEAD_LENGTH));
  const start = text.toString('latin1');
  if (/^(PK\x03\x04|PK\x05\x06)/.test(start)) return { kind: 'zip' };
  if (start.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  for (const [as, signature] of signatures) {
    // "BM" and "MZ" may also begin a text; a file of those kinds has NULs early on.
    if (start.startsWith(signature) && (signature.length > 2 || start.includes('\0'))) {
      return { kind: 'foreign', as };
    }
  }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml)/i.test(start)) {
    return { kind: 'foreign', as: 'markup' };
  }
  return { kind: 'text' };
}

/** Names of files that are plain text by intention; one without an ending may be. */
const textNames = new Set(['', '.txt', '.text', '.md']);

/**
 * Why bytes without any signature are not to be taken for a text: the name says that they should be
 * something else. `null` where they may be a text. A PDF or Word file is known by its bytes and may
 * be called anything.
 */
export function notAText(
  fileName: string,
): { code: DocumentErrorCode; context: Cause | ForeignKind } | null {
  const ending = extname(fileName).toLowerCase();
  if (textNames.has(ending)) return null;
  if (ending === '.pdf') return { code: 'pdf-damaged', context: 'no-pdf' };
  if (ending === '.docx') return { code: 'docx-damaged', context: 'no-docx' };
  return { code: 'file-not-supported', context: 'unknown' };
}
