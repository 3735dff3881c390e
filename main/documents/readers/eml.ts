import PostalMime, { type Address, type Attachment, type Email, decodeWords } from 'postal-mime';

import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { mailBody } from './mail-body';
import { type Mail, type MailAttachment, mailbox, mailDate, mailPages } from './mail';

/** How deep the parts of a mail may lie in each other; real ones do so three or four deep. */
const DEEPEST = 50;

/**
 * Reads a mail (.eml, RFC 5322): its headers and its text. A mail that is attached to it is an
 * attachment like any other and is not read here.
 *
 * Errors: `mail-damaged`.
 */
export async function readEml(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
): Promise<ReadSummary> {
  const mail = await mailIn(bytes).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw documentError('mail-damaged', fileName, { reason });
  });
  return mailPages(mail, options);
}

async function mailIn(bytes: Uint8Array): Promise<Mail> {
  const mail = await PostalMime.parse(withoutEnvelope(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: DEEPEST,
  });
  if (mail.headers.length === 0) throw new Error('no headers');
  const raw = (key: string) => mail.headers.find((header) => header.key === key)?.value ?? '';
  const html = mail.html ?? null;
  return {
    subject: mail.subject ?? '',
    headers: [
      ['From', addresses(mail.from === undefined ? [] : [mail.from])],
      ['To', addresses(mail.to)],
      ['Cc', addresses(mail.cc)],
      ['Date', mailDate(raw('date'))],
    ],
    ...mailBody({ html, text: mail.text ?? null }),
    attachments: mail.attachments.map((each) => toAttachment(each, mail)),
  };
}

/** An mbox file has a line before the headers that is no header: `From anna@example.se Mon …`. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1000));
  const start = /^(?:\xef\xbb\xbf)?(?:\s*From [^\n]*\n)?/.exec(head.toString('latin1'));
  return bytes.subarray(start?.[0].length ?? 0);
}

function addresses(all: readonly Address[] | undefined): string {
  return (all ?? [])
    .flatMap((each) => each.group ?? [each])
    .map(({ name, address }) => mailbox(name, address))
    .filter((text) => text !== '')
    .join(', ');
}

function toAttachment(attachment: Attachment, { html }: Email): MailAttachment {
  const { mimeType, disposition, contentId, filename } = attachment;
  const isMail = mimeType === 'message/rfc822';
  const content = isMail ? asItTravelled(contentOf(attachment)) : contentOf(attachment);
  const id = contentId?.replace(/^<|>$/g, '');
  const isShown = id !== undefined && (html?.includes(`cid:${id}`) ?? false);
  return {
    fileName: filename ?? (isMail ? nameByMail(content) : null),
    mimeType,
    content,
    inText: isShown || attachment.related === true || disposition === 'inline',
  };
}

/** Asked for as bytes, they come as bytes. */
function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/**
 * A mail in a mail with the line ends that mail has (RFC 5322), which the parser levels, and without
 * the last one, which belongs to what comes after it: the same bytes as when it was a mail of its own.
 */
function asItTravelled(content: Uint8Array): Uint8Array {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
  const whole = text.replace(/\n$/, '').replace(/\r?\n/g, '\r\n');
  return new Uint8Array(Buffer.from(whole, 'latin1'));
}

/** A mail that is attached has a subject more often than a name. */
function nameByMail(content: Uint8Array): string | null {
  const head = Buffer.from(content.buffer, content.byteOffset, Math.min(content.length, 8192));
  const subject = /^Subject:[ \t]*(.*(?:\r?\n[ \t].*)*)/im.exec(head.toString('latin1'))?.[1];
  const text = decodeWords((subject ?? '').replace(/\r?\n[ \t]+/g, ' ')).trim();
  return text === '' ? null : `${text.replace(/[/\\]/g, '-')}.eml`;
}
