import type { DocumentNotice } from '../../../shared/domain/page';
import { attachmentName } from '../attachment-name';
import type { AppError } from '../../../shared/domain/app-error';
import { documentError } from '../errors';
import type { ReadOptions } from '../read-document';
import type { ReadSummary } from '../read-summary';
import { type LooseBlock, givePages, haveText } from './page-breaks';

/** Attachments that one mail may have; more is told, and left out. */
const MOST_ATTACHMENTS = 100;

/** How many of those beyond are told by name; a mail made to exhaust has thousands. */
const BEYOND_TOLD = 20;

/** Bytes of a picture in the text of a mail below which it is a logo or a line, not a document. */
const DECORATION = 100_000;

export interface MailAttachment {
  readonly fileName: string | null;
  /** Lower case. */
  readonly mimeType: string;
  readonly content: Uint8Array;
  /** It stands in the text, as logos and signatures do. */
  readonly inText: boolean;
}

/** A mail, whatever kind of file it came as. */
export interface Mail {
  readonly subject: string;
  /** Name and value of each line above the text, as mail has them: `From`, `To`, `Cc`, `Date`. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: readonly LooseBlock[];
  /** The text holds what its author hid, which is not shown. */
  readonly hidden: boolean;
  readonly attachments: readonly MailAttachment[];
}

/** Signatures of the message itself: they hold nothing to read. */
const SIGNATURE = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature|pgp-keys)$/;

/**
 * Gives a mail's pages: subject, headers as they are named in mail, the names of the attachments,
 * and the text. The words are the same in every language, as evidence names offsets.
 *
 * Attachments are handed on, not read. Small pictures that stand in the text are passed over.
 */
export function mailPages(
  mail: Mail,
  { onPage, onAttachment, onPassedOver }: ReadOptions,
): ReadSummary {
  const attached: string[] = [];
  let count = 0;
  for (const { fileName, mimeType, content, inText } of mail.attachments) {
    if (SIGNATURE.test(mimeType)) continue;
    if (inText && mimeType.startsWith('image/') && content.length < DECORATION) {
      onPassedOver?.();
      continue;
    }
    const name = attachmentName(fileName, mimeType);
    count += 1;
    if (count > MOST_ATTACHMENTS + BEYOND_TOLD) break;
    attached.push(name);
    const error = refusal(count, name, content);
    onAttachment?.(error === null ? { fileName: name, content } : { fileName: name, error });
  }
  const lines = [...mail.headers];
  if (attached.length > 0) lines.push(['Attachments', attached.join('; ')]);
  const blocks: LooseBlock[] = [
    ...paragraph('heading', oneLine(mail.subject), 1),
    ...lines.flatMap(([name, value]) => {
      const text = oneLine(value);
      return text === '' ? [] : paragraph('paragraph', `${name}: ${text}`);
    }),
    ...mail.body,
  ];
  const pageCount = givePages(blocks, onPage);
  const notices: DocumentNotice[] = haveText(blocks) ? [] : ['no-text'];
  if (mail.hidden) notices.push('hidden');
  return { format: 'email', pageCount, notices };
}

function refusal(count: number, name: string, content: Uint8Array): AppError | null {
  if (count > MOST_ATTACHMENTS) {
    return documentError('too-many-attachments', name, { limit: MOST_ATTACHMENTS });
  }
  return content.length === 0 ? documentError('file-empty', name) : null;
}

function paragraph(kind: LooseBlock['kind'], text: string, level = 0): LooseBlock[] {
  return text === '' ? [] : [{ kind, level, text }];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `Anna Berg <anna@example.se>`, or whichever of the two there is. */
export function mailbox(name: string | undefined, address: string | undefined): string {
  const [who, where] = [name?.trim() ?? '', address?.trim() ?? ''];
  if (who === '' || who === where) return where;
  return where === '' ? who : `${who} <${where}>`;
}

/**
 * A point in time as one can read it, in the sender's own time: `2024-03-04 10:12 +0100`. What is no
 * date is given back as it is.
 *
 * @param given as in a mail's header (RFC 5322), or as `Date.toUTCString` writes it
 */
export function mailDate(given: string): string {
  const time = Date.parse(given);
  if (Number.isNaN(time)) return given;
  const zone = /([+-])(\d\d)(\d\d)\s*(?:\(|$)/.exec(given);
  const minutes =
    zone === null ? 0 : (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1);
  const local = new Date(time + minutes * 60_000).toISOString();
  const offset = zone === null ? 'UTC' : `${zone[1]}${zone[2]}${zone[3]}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} ${offset}`;
}
