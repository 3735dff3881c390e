import { createHash } from 'node:crypto';

import { compoundFile, type Storage } from './compound-file';

export interface MailPart {
  readonly name: string | null;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Stands in the text, under this id. */
  readonly contentId?: string;
}

interface MailGiven {
  readonly subject?: string;
  readonly from?: { name: string; address: string };
  readonly to?: readonly { name: string; address: string }[];
  readonly cc?: readonly { name: string; address: string }[];
  readonly sent?: Date;
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly MailPart[];
}

const anna = { name: 'Anna Ågren', address: 'anna@exempel.se' };
const monday = new Date(Date.UTC(2024, 2, 4, 9, 12));
/** Senders are an hour ahead of UTC, as in a Swedish winter. */
const HOUR = 3_600_000;
const bo = { name: 'Bo Öst', address: 'bo@exempel.se' };

/** A mail as it travels: headers in encoded words, parts in base64. */
export function anEml(given: MailGiven = {}): Buffer {
  const [outer, inner] = [boundary('yttre', given), boundary('inre', given)];
  const { subject = 'Avtal', from = anna, to = [bo], cc = [], sent = monday, text, html } = given;
  const bodies = [
    ...(text === undefined && html !== undefined ? [] : [bodyPart('text/plain', text ?? 'Hej!')]),
    ...(html === undefined ? [] : [bodyPart('text/html', html)]),
  ];
  const lines = [
    'Received: from mail.exempel.se (mail.exempel.se [192.0.2.1]) by mx.exempel.se; Mon, 4 Mar 2024 10:12:30 +0100',
    `From: ${address(from)}`,
    `To: ${to.map(address).join(',\r\n ')}`,
    ...(cc.length === 0 ? [] : [`Cc: ${cc.map(address).join(', ')}`]),
    `Subject: ${word(subject)}`,
    `Date: ${new Date(sent.getTime() + HOUR).toUTCString().replace('GMT', '+0100')}`,
    'Message-ID: <1@exempel.se>',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${outer}"`,
    '',
    `--${outer}`,
    `Content-Type: multipart/alternative; boundary="${inner}"`,
    '',
    ...bodies.flatMap((part) => [`--${inner}`, part]),
    `--${inner}--`,
    ...(given.attachments ?? []).flatMap((part) => [`--${outer}`, emlPart(part)]),
    `--${outer}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** Another one for each mail, so that one can lie in another. */
function boundary(name: string, given: MailGiven): string {
  const hash = createHash('sha256').update(JSON.stringify(given)).digest('hex');
  return `${name}-${hash.slice(0, 12)}`;
}

const word = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const address = (who: { name: string; address: string }): string =>
  `${word(who.name)} <${who.address}>`;
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

function bodyPart(type: string, text: string): string {
  return [
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(Buffer.from(text)),
  ].join('\r\n');
}

function emlPart({ name, type, bytes, contentId }: MailPart): string {
  const named = name === null ? '' : `; filename*=UTF-8''${encodeURIComponent(name)}`;
  const isMail = type === 'message/rfc822';
  return [
    `Content-Type: ${type}`,
    `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'}${named}`,
    ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    ...(isMail ? [] : ['Content-Transfer-Encoding: base64']),
    '',
    isMail ? Buffer.from(bytes).toString('latin1') : base64(bytes),
  ].join('\r\n');
}

export interface MsgGiven extends MailGiven {
  /** The text as compressed rich text. */
  readonly rtf?: string;
  /** Mails that are attached. */
  readonly mails?: readonly MsgGiven[];
}

/** A mail as Outlook saves it: a compound file of properties. */
export function aMsg(given: MsgGiven = {}): Buffer {
  return compoundFile({ ...nameIds, ...message(given, 32) });
}

const nameIds: Storage = {
  '__nameid_version1.0': {
    '__substg1.0_00020102': new Uint8Array(),
    '__substg1.0_00030102': new Uint8Array(),
    '__substg1.0_00040102': new Uint8Array(),
  },
};

const PT_LONG = 0x0003;
const PT_TIME = 0x0040;
const PT_UNICODE = 0x001f;
const PT_BINARY = 0x0102;

function message(given: MsgGiven, headerLength: number): Storage {
  const { subject = 'Avtal', from = anna, to = [bo], cc = [], text, html, rtf } = given;
  const { attachments = [], mails = [], sent = monday } = given;
  const everyone = [...to.map((who) => ({ who, kind: 1 })), ...cc.map((who) => ({ who, kind: 2 }))];
  const all: Record<string, Storage> = {};
  for (const [index, { who, kind }] of everyone.entries()) {
    all[`__recip_version1.0_#${hex(index, 8)}`] = properties(8, [
      [0x0c15, PT_LONG, kind],
      [0x3001, PT_UNICODE, who.name],
      [0x3003, PT_UNICODE, who.address],
      [0x39fe, PT_UNICODE, who.address],
    ]);
  }
  for (const [index, part] of attachments.entries()) {
    all[`__attach_version1.0_#${hex(index, 8)}`] = properties(8, [
      [0x3701, PT_BINARY, part.bytes],
      [0x3705, PT_LONG, 1],
      [0x370e, PT_UNICODE, part.type],
      ...(part.name === null ? [] : [[0x3707, PT_UNICODE, part.name] as const]),
      ...(part.contentId === undefined ? [] : [[0x3712, PT_UNICODE, part.contentId] as const]),
    ]);
  }
  for (const [index, mail] of mails.entries()) {
    all[`__attach_version1.0_#${hex(attachments.length + index, 8)}`] = {
      ...properties(8, [
        [0x3001, PT_UNICODE, mail.subject ?? 'Avtal'],
        [0x3705, PT_LONG, 5],
      ]),
      '__substg1.0_3701000D': message(mail, 24),
    };
  }
  return {
    ...all,
    ...properties(headerLength, [
      [0x001a, PT_UNICODE, 'IPM.Note'],
      [0x0037, PT_UNICODE, subject],
      [0x0039, PT_TIME, sent.getTime()],
      [0x0c1a, PT_UNICODE, from.name],
      [0x0c1f, PT_UNICODE, '/O=EXEMPEL/CN=ANNA'],
      [0x5d01, PT_UNICODE, from.address],
      ...(text === undefined ? [] : [[0x1000, PT_UNICODE, text] as const]),
      ...(html === undefined
        ? []
        : [[0x1013, PT_BINARY, Buffer.from(html)] as const, [0x3fde, PT_LONG, 65001] as const]),
      ...(rtf === undefined ? [] : [[0x1009, PT_BINARY, compressedRtf(rtf)] as const]),
    ]),
  };
}

type Property = readonly [id: number, type: number, value: string | number | Uint8Array];

/** The stream of fixed-length properties, and one stream for each of the others. */
function properties(headerLength: number, list: readonly Property[]): Storage {
  const streams: Record<string, Uint8Array> = {};
  const fixed = list.map(([id, type, value]) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(id * 0x10000 + type, 0);
    entry.writeUInt32LE(6, 4);
    if (type === PT_TIME) {
      // 100 ns since 1601.
      entry.writeBigUInt64LE((BigInt(Number(value)) + 11_644_473_600_000n) * 10_000n, 8);
    } else if (typeof value === 'number') entry.writeUInt32LE(value, 8);
    else {
      const bytes = typeof value === 'string' ? Buffer.from(value, 'utf16le') : value;
      entry.writeUInt32LE(bytes.length + (type === PT_UNICODE ? 2 : 0), 8);
      streams[`__substg1.0_${hex(id, 4)}${hex(type, 4)}`] = bytes;
    }
    return entry;
  });
  return {
    ...streams,
    '__properties_version1.0': Buffer.concat([Buffer.alloc(headerLength), ...fixed]),
  };
}

const hex = (value: number, length: number): string =>
  value.toString(16).toUpperCase().padStart(length, '0');

/** Rich text in the container that Outlook compresses it in, marked as not compressed (`MELA`). */
function compressedRtf(rtf: string): Buffer {
  const raw = Buffer.from(rtf, 'latin1');
  const header = Buffer.alloc(16);
  header.writeUInt32LE(raw.length + 12, 0);
  header.writeUInt32LE(raw.length, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, raw]);
}
