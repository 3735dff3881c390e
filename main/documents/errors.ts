import { z } from 'zod';

import { AppError } from '../../shared/domain/app-error';
import { systemCode } from '../system-code';

/** Everything that can be wrong with a file that is added, and with keeping it. */
export const DocumentErrorCode = z.enum([
  'file-empty',
  'file-not-supported',
  'file-too-large',
  'file-vanished',
  'file-changed',
  'file-unreadable',
  'folder-unreadable',
  'too-many-files',
  'pdf-encrypted',
  'pdf-password-wrong',
  'pdf-damaged',
  'file-damaged',
  'unpacks-too-large',
  'mail-damaged',
  'mail-too-deep',
  'too-many-attachments',
  'picture-too-large',
  'too-many-pages',
  'reader-timeout',
  'reader-memory',
  'reader-crashed',
  'disk-full',
  'not-writable',
  'document-missing',
  'document-altered',
  'text-missing',
  'text-altered',
]);
export type DocumentErrorCode = z.output<typeof DocumentErrorCode>;

/**
 * What a message is about: `file` always; `context`, where a code has several causes, is the variant
 * of its translation (i18next's context: `errors.pdf-damaged_cut-off`); `reason` is a library's or
 * the system's own word, not translated.
 */
export type ErrorDetails = Record<string, string | number>;

/** What a file is, where it is not one that can be read: the contexts of `file-not-supported`. */
export const ForeignKind = z.enum([
  'old-office',
  'old-word',
  'old-excel',
  'old-powerpoint',
  'locked-office',
  'locked-odf',
  'zip',
  'ods',
  'xlsb',
  'presentation',
  'markup',
  'heic',
  'program',
  'unknown',
]);
export type ForeignKind = z.output<typeof ForeignKind>;

const foreignKinds: Record<ForeignKind, string> = {
  'old-office':
    'is an Office file of the old kind, or one with a password. Save it as .docx or .xlsx without a password and add that',
  'old-word': 'is a Word file of the old kind (.doc). Save it in Word as .docx and add that',
  'old-excel':
    'is an Excel workbook of the old kind (.xls). Save it in Excel as .xlsx and add that',
  'old-powerpoint':
    'is a PowerPoint file of the old kind (.ppt). Save it in PowerPoint as PDF and add that',
  'locked-office':
    'is protected by a password, or of the old kind. Open it in Office, save a copy without the password, and add the copy',
  'locked-odf':
    'is protected by a password. Open it in LibreOffice, save a copy without the password, and add the copy',
  zip: 'is an archive or a document of another kind. Unpack it, or save it as PDF or .docx, and add that',
  ods: 'is a spreadsheet of OpenDocument (.ods). Save it as .xlsx and add that',
  xlsb: 'is a binary workbook (.xlsb). Save it in Excel as .xlsx and add that',
  presentation: 'is a presentation. Save it as PDF and add that',
  markup: 'is XML or other markup, not written to be read. Save it as PDF or .docx and add that',
  heic: 'is a picture in a format of telephones (HEIC, HEIF or AVIF). Save it as JPEG or PNG and add that',
  program: 'is a program, not a document. Leave it out',
  unknown:
    'is of a kind that is not known, or holds no text. Save it as one that is read (PDF, .docx, .odt, .rtf, .xlsx, .csv, plain text, Markdown, a web page, mail or a picture) and add that',
};

/** The contexts of `pdf-damaged`, `file-damaged` and `unpacks-too-large`. */
const causes = {
  'cut-off': () => 'it stops before its end',
  'no-pages': () => 'it has no pages',
  'no-pdf': () => 'it is called .pdf, and what it holds is no PDF',
  'other-content': ({ ending }: ErrorDetails) =>
    `it is called ${ending}, and what it holds is something else`,
  depth: ({ limit }: ErrorDetails) => `nested deeper than ${limit}`,
  page: ({ page, reason }: ErrorDetails) => `page ${page}: ${reason}`,
  structure: ({ reason }: ErrorDetails) => `${reason}`,
  entries: ({ limit }: ErrorDetails) => `more than ${limit} parts`,
  size: ({ limit }: ErrorDetails) => `more than ${limit} MB`,
  ratio: ({ limit }: ErrorDetails) => `more than ${limit} times its size`,
} as const;
export type Cause = keyof typeof causes;

function causeOf(details: ErrorDetails): string {
  const { context } = details;
  const known = typeof context === 'string' && Object.hasOwn(causes, context);
  return causes[known ? (context as Cause) : 'structure'](details);
}

const sentences: Record<DocumentErrorCode, (details: ErrorDetails) => string> = {
  'file-empty': () => 'is empty. Ask for it again, or leave it out',
  'file-not-supported': ({ context }) => foreignKinds[ForeignKind.catch('unknown').parse(context)],
  'file-too-large': ({ megabytes, limit }) =>
    `is ${megabytes} MB; at most ${limit} MB can be read. Split it, or save it with smaller images, and add that`,
  'file-vanished': () => 'is no longer where it was. Find it and add it again',
  'file-changed': () => 'changed while it was copied. Close it in other programs and add it again',
  'file-unreadable': ({ reason }) =>
    `cannot be read (${reason}). Check the permissions and the disk, and add it again`,
  'folder-unreadable': ({ reason }) =>
    `is a folder that cannot be listed (${reason}). Check its permissions and add it again`,
  'too-many-files': ({ limit }) =>
    `holds more than ${limit} files and folders. Add its folders one at a time`,
  'pdf-encrypted': ({ context }) =>
    context === 'attached'
      ? 'is attached to a mail and protected by a password. Give the password, or save the attachment from the mail as a file and add that to the agreement'
      : 'is protected by a password. Give the password, or save a copy without it in a PDF program and add the copy',
  'pdf-password-wrong': () =>
    'does not open with that password. Type it again, or ask for the file without a password',
  'pdf-damaged': (details) =>
    `is a damaged PDF (${causeOf(details)}). Fetch it again from where it came, or save it anew from a PDF program`,
  'file-damaged': (details) =>
    `is damaged (${causeOf(details)}). Open it in the program it was made with, save it anew, and add that`,
  'unpacks-too-large': (details) =>
    `unpacks to more than a document may (${causeOf(details)}). If you trust it, save it as PDF and add that`,
  'mail-damaged': ({ reason }) =>
    `is a damaged mail (${reason}). Save it anew from the mail program, and add that`,
  'mail-too-deep': ({ limit }) =>
    `is a mail in a mail more than ${limit} deep. Save it from the mail program as a file, and add that`,
  'too-many-attachments': ({ limit }) =>
    `is one of more than ${limit} attachments of a mail. Save it as a file, and add that to the agreement`,
  'picture-too-large': ({ megapixels, limit }) =>
    `has ${megapixels} million pixels; at most ${limit} million can be shown. Scan it with fewer dots per inch, or make it smaller in a picture program, and add that`,
  'too-many-pages': ({ limit }) =>
    `has more than ${limit} pages. Split it, and add the part that is the agreement`,
  'reader-timeout': ({ seconds }) =>
    `was not read in ${seconds} s, and was given up. Split it, or save it anew as PDF, and add that`,
  'reader-memory': ({ megabytes }) =>
    `needs more than ${megabytes} MB of memory to read, and was given up. Split it, or save it anew as PDF, and add that`,
  'reader-crashed': ({ reason }) =>
    `made the reader stop (${reason}). Save it anew as PDF and add that`,
  'disk-full': ({ folder }) =>
    `does not fit: the disk that holds “${folder}” is full. Nothing of it was kept. Make room and add it again`,
  'not-writable': ({ folder }) =>
    `cannot be kept: “${folder}” cannot be written to. Check its permissions, then add it again`,
  'document-missing': () =>
    'is not in the project folder any more. Add the same file again, or put it back under documents/ from a backup',
  'document-altered': () =>
    'was changed in the project folder after it came in. Add the original file again, or restore it from a backup',
  'text-missing': () =>
    'was read with a password, and no text is kept of it. Give the password when the document asks for it again, or restore the text from a backup',
  'text-altered': () =>
    'was read with a password, and the text that was kept of it is damaged. Restore it from a backup, or give the password when the document asks for it again',
};

/** The error for a file, naming it and the next step. */
export function documentError(
  code: DocumentErrorCode,
  file: string,
  details: ErrorDetails = {},
): AppError {
  return new AppError(code, `“${file}” ${sentences[code](details)}.`, { ...details, file });
}

/** What a failed attempt to open or read someone's file means. */
export function readingError(error: unknown, file: string): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return documentError('file-vanished', file);
  if (code !== null && /^E[A-Z0-9]+$/.test(code)) {
    return documentError('file-unreadable', file, { reason: code });
  }
  return error;
}

/** What a failed attempt to write into the project folder means; the store has the same two codes. */
export function keepingError(error: unknown, file: string, folder: string): unknown {
  const code = systemCode(error);
  if (code !== null && ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(code)) {
    return documentError('disk-full', file, { folder, context: 'file' });
  }
  if (code !== null && /^(E[A-Z0-9]+$|SQLITE_(READONLY|CANTOPEN|IOERR))/.test(code)) {
    return documentError('not-writable', file, { folder, context: 'file', reason: code });
  }
  return error;
}
