import MsgReaderModule, { type FieldsData } from '@kenjiuno/msgreader';
import { z } from 'zod';

import { documentError } from '../errors';
import { foreignByName } from '../file-kind';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { checkCompoundFile, CompoundFileError } from './compound-file';
import { type Mail, type MailAttachment, mailbox, mailDate, mailPages } from './mail';
import { mailBody } from './mail-body';

/** CommonJS behind an ES module's default. */
const MsgReader =
  'default' in MsgReaderModule
    ? (MsgReaderModule as unknown as { default: typeof MsgReaderModule }).default
    : MsgReaderModule;

/** A property may be of any type in a damaged file: of another one than its own it counts as absent. */
const words = z.string().optional().catch(undefined);
const Fields = z.object({
  subject: words,
  normalizedSubject: words,
  senderName: words,
  senderSmtpAddress: words,
  senderEmail: words,
  headers: words,
  clientSubmitTime: words,
  messageDeliveryTime: words,
  body: words,
  bodyHtml: words,
  html: z.instanceof(Uint8Array).optional().catch(undefined),
  compressedRtf: z.instanceof(Uint8Array).optional().catch(undefined),
  internetCodepage: z.number().optional().catch(undefined),
});
const Recipient = z.object({
  recipType: words,
  name: words,
  smtpAddress: words,
  email: words,
});
const AttachmentFields = z.object({
  innerMsgContent: z.boolean().optional().catch(undefined),
  innerMsgContentFields: z.object({ subject: words }).optional().catch(undefined),
  dataId: z.number().optional().catch(undefined),
  pidContentId: words,
  fileName: words,
  fileNameShort: words,
  name: words,
  attachMimeTag: words,
  extension: words,
  attachmentHidden: z.boolean().optional().catch(undefined),
});
type Fields = z.output<typeof Fields>;

/** What a mail of Outlook's has at the root of its compound file, and no other file of that kind. */
const PROPERTIES = '__properties_version1.0';

/**
 * Reads a mail of Outlook's (.msg, MS-OXMSG).
 *
 * Errors: `mail-damaged`; `file-not-supported` for the old Office files that share the container.
 */
export function readMsg(bytes: Uint8Array, fileName: string, options: ReadOptions): ReadSummary {
  const damaged = (error: unknown) =>
    documentError('mail-damaged', fileName, {
      reason: error instanceof Error ? error.message : String(error),
    });
  let names: string[];
  try {
    names = checkCompoundFile(bytes);
  } catch (error) {
    if (!(error instanceof CompoundFileError)) throw error;
    // A damaged file of the kind is a mail only by its name.
    if (/\.msg$/i.test(fileName)) throw damaged(error);
    throw documentError('file-not-supported', fileName, {
      context: foreignByName('old-office', fileName),
    });
  }
  if (!names.includes(PROPERTIES)) {
    throw documentError('file-not-supported', fileName, {
      context: foreignByName('old-office', fileName),
    });
  }
  let mail: Mail;
  try {
    mail = mailIn(bytes);
  } catch (error) {
    throw damaged(error);
  }
  return mailPages(mail, options);
}

function mailIn(bytes: Uint8Array): Mail {
  const reader = new MsgReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  reader.parserConfig = { ansiEncoding: 'windows-1252' };
  const found = reader.getFileData();
  if (found.dataType !== 'msg') throw new Error(found.error ?? 'no message in it');
  const fields = Fields.parse(found);
  const html = htmlOf(fields);
  return {
    subject: fields.subject ?? fields.normalizedSubject ?? '',
    headers: [
      ['From', mailbox(fields.senderName, fields.senderSmtpAddress ?? smtp(fields.senderEmail))],
      ['To', recipients(found, 'to')],
      ['Cc', recipients(found, 'cc')],
      ['Date', sentAt(fields)],
    ],
    ...mailBody({ html, text: fields.body ?? null, rtf: fields.compressedRtf ?? null }),
    attachments: (found.attachments ?? []).map((each) => toAttachment(reader, each, html)),
  };
}

/** Outlook also keeps names of a directory's own, which say nothing outside of it. */
function smtp(address: string | undefined): string | undefined {
  return address?.includes('@') ? address : undefined;
}

function recipients({ recipients: all }: FieldsData, kind: 'to' | 'cc'): string {
  return (all ?? [])
    .map((each) => Recipient.parse(each))
    .filter(({ recipType }) => (recipType ?? 'to') === kind)
    .map(({ name, smtpAddress, email }) => mailbox(name, smtpAddress ?? smtp(email)))
    .filter((text) => text !== '')
    .join(', ');
}

/** When it was sent: in the sender's own time where the headers it travelled with are kept. */
function sentAt({ headers, clientSubmitTime, messageDeliveryTime }: Fields): string {
  const header = /^Date:[ \t]*(.+)$/im.exec(headers ?? '')?.[1]?.trim();
  return mailDate(header ?? clientSubmitTime ?? messageDeliveryTime ?? '');
}

/** Code pages by number that mail is written in, as `TextDecoder` calls them. */
const encodings: Readonly<Record<number, string>> = {
  20127: 'windows-1252',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  1200: 'utf-16le',
};

function htmlOf({ bodyHtml, html, internetCodepage }: Fields): string | null {
  if (bodyHtml !== undefined) return bodyHtml;
  if (html === undefined) return null;
  const page = internetCodepage ?? 65_001;
  const name = encodings[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'utf-8');
  return new TextDecoder(name).decode(html);
}

function toAttachment(
  reader: InstanceType<typeof MsgReader>,
  found: FieldsData,
  html: string | null,
): MailAttachment {
  const attachment = AttachmentFields.parse(found);
  const { innerMsgContent, innerMsgContentFields, dataId, pidContentId } = attachment;
  const isMail = innerMsgContent === true;
  const hasContent = isMail || dataId !== undefined;
  const subject = innerMsgContentFields?.subject?.replace(/[/\\]/g, '-') ?? attachment.name;
  const given = attachment.fileName ?? attachment.fileNameShort ?? attachment.name;
  return {
    fileName: isMail ? `${(subject ?? '').trim() || 'attachment'}.msg` : (given ?? null),
    mimeType: isMail
      ? 'application/vnd.ms-outlook'
      : mimeTypeOf(attachment.attachMimeTag, attachment.extension ?? given),
    content: hasContent ? reader.getAttachment(found).content : new Uint8Array(),
    inText:
      attachment.attachmentHidden === true ||
      (pidContentId !== undefined && (html?.includes(`cid:${pidContentId}`) ?? false)),
  };
}

/** Outlook does not always say what kind an attachment is; pictures matter, as they may decorate. */
function mimeTypeOf(tag: string | undefined, name: string | undefined): string {
  if (tag !== undefined && tag !== '') return tag.toLowerCase();
  const ending = /\.(png|jpe?g|gif|bmp|tiff?)$/i.exec(name ?? '')?.[1]?.toLowerCase();
  return ending === undefined
    ? 'application/octet-stream'
    : `image/${ending.replace('jpg', 'jpeg')}`;
}
