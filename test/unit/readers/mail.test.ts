import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Page } from '../../../shared/domain/page';
import { attachmentName } from '../../../main/documents/attachment-name';
import { isMail } from '../../../main/documents/mail-kind';
import { type FoundAttachment, readDocument } from '../../../main/documents/read-document';
import { mailDate } from '../../../main/documents/readers/mail';
import { aMsg, anEml, type MsgGiven } from '../../../scripts/sample/writers/mail-files';

async function read(bytes: Uint8Array, fileName: string) {
  const pages: Page[] = [];
  const attachments: FoundAttachment[] = [];
  let passedOver = 0;
  const summary = await readDocument(bytes, fileName, {
    onPage: (page) => pages.push(page),
    onAttachment: (attachment) => attachments.push(attachment),
    onPassedOver: () => {
      passedOver += 1;
    },
  });
  const text = pages.map((page) => page.text).join('\n');
  return { summary, pages, text, attachments, passedOver };
}

const given: MsgGiven = {
  subject: 'Överenskommelse för påseende',
  cc: [{ name: 'Östra kommunen', address: 'registrator@ostra.se' }],
  text: 'Hej!\r\n\r\nHär kommer överenskommelsen.\r\n\r\nHälsningar\r\nAnna',
  html: '<p>Hej!</p><p>Här kommer överenskommelsen.</p><p>Hälsningar<br>Anna</p><img src="cid:logo@x"><img src="cid:a">',
  attachments: [
    { name: 'Överenskommelse.txt', type: 'text/plain', bytes: Buffer.from('Avtal om vuxna') },
    { name: 'logo.png', type: 'image/png', bytes: Buffer.alloc(2000, 7), contentId: 'logo@x' },
    { name: 'skannat avtal.png', type: 'image/png', bytes: Buffer.alloc(200_000), contentId: 'a' },
  ],
};

describe.each([
  ['EML', 'brev.eml', anEml(given), '+0100'],
  ['MSG', 'brev.msg', aMsg(given), 'UTC'],
])('a mail as %s', (_, fileName, bytes, zone) => {
  it('shows its subject, headers and text, in that order', async () => {
    const { text, summary, pages } = await read(bytes, fileName);

    expect(text.split('\n')).toEqual([
      'Överenskommelse för påseende',
      'From: Anna Ågren <anna@exempel.se>',
      'To: Bo Öst <bo@exempel.se>',
      'Cc: Östra kommunen <registrator@ostra.se>',
      `Date: 2024-03-04 ${zone === 'UTC' ? '09:12 UTC' : '10:12 +0100'}`,
      'Attachments: Överenskommelse.txt; skannat avtal.png',
      'Hej!',
      'Här kommer överenskommelsen.',
      'Hälsningar',
      'Anna',
    ]);
    expect(summary).toMatchObject({ format: 'email', pageCount: 1 });
    expect(pages[0]?.blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
  });

  it('hands on its attachments byte for byte, and counts the pictures that only decorate', async () => {
    const { attachments, passedOver } = await read(bytes, fileName);

    expect(attachments.map((each) => each.fileName)).toEqual([
      'Överenskommelse.txt',
      'skannat avtal.png',
    ]);
    const [first] = attachments;
    const content = first !== undefined && 'content' in first ? first.content : new Uint8Array();
    expect(Buffer.from(content).toString()).toBe('Avtal om vuxna');
    expect(passedOver).toBe(1);
  });

  it('is known by what it holds, whatever it is called', async () => {
    expect((await read(bytes, 'avtal')).summary.format).toBe('email');
    expect((await read(bytes, 'avtal.txt')).summary.format).toBe('email');
  });
});

describe('a mail in a mail', () => {
  it('is an attachment named by its subject, which can be read in turn', async () => {
    const inner = { subject: 'Svar: avtal 12/24', text: 'Vi godkänner.' };
    const asEml = anEml({
      attachments: [{ name: null, type: 'message/rfc822', bytes: anEml(inner) }],
    });
    const asMsg = aMsg({ text: 'Se bifogat', mails: [inner] });

    for (const [bytes, ending] of [
      [asEml, 'eml'],
      [asMsg, 'msg'],
    ] as const) {
      const { attachments } = await read(bytes, `yttre.${ending}`);
      const [found] = attachments;
      if (found === undefined || !('content' in found)) throw new Error('nothing attached');
      expect(found.fileName).toBe(`Svar: avtal 12-24.${ending}`.replace(':', '_'));
      const { text } = await read(found.content, found.fileName);
      expect(text).toContain('Svar: avtal 12/24');
      expect(text).toContain('Vi godkänner.');
    }
  });

  it('taken out of a mail of Outlook’s has the same bytes every time', async () => {
    const bytes = aMsg({ text: 'Se bifogat', mails: [{ subject: 'Svar', text: 'Ja' }] });

    const one = await read(bytes, 'a.msg');
    const other = await read(bytes, 'a.msg');

    expect(one.attachments).toHaveLength(1);
    expect(one.attachments).toEqual(other.attachments);
  });
});

describe('a mail of Outlook’s with rich text alone', () => {
  it('shows its text', async () => {
    const bytes = aMsg({
      rtf: String.raw`{\rtf1\ansi\ansicpg1252 Avtal om v\'e5rd\par Andra stycket}`,
    });

    const { text } = await read(bytes, 'a.msg');

    expect(text).toContain('Avtal om vård\nAndra stycket');
  });
});

describe('a damaged mail', () => {
  it('is refused by name, or read as far as it goes, wherever a byte is changed', async () => {
    const whole = aMsg({
      text: 'Hej',
      attachments: given.attachments ?? [],
      mails: [{ text: 'x' }],
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = Buffer.from(whole);
        bytes[at] = value;
        const outcome = await read(bytes, 'a.msg').then(
          ({ summary }) => summary.format,
          (error: Error & { code?: string }) => error.code ?? error.message,
        );
        expect(outcome).toMatch(/^(email|text|mail-damaged|file-not-supported|file-empty)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('whose properties are of other types than their own is read without them', async () => {
    const bytes = aMsg({ subject: 'Avtal', text: 'Hej' });
    const stream = Buffer.from('__substg1.0_0037001F', 'utf16le');
    bytes.set(Buffer.from('__substg1.0_00370102', 'utf16le'), bytes.indexOf(stream));

    const { text } = await read(bytes, 'a.msg');

    expect(text).toMatch(/^From: [\s\S]*\nHej$/);
  });

  it('whose sectors lead in a circle is refused at once', async () => {
    const bytes = aMsg({ text: 'a'.repeat(5000) });
    // The directory's chain: its first sector follows itself.
    const directory = bytes.readInt32LE(48);
    const table = bytes.readInt32LE(76);
    bytes.writeInt32LE(directory, (table + 1) * 512 + 4 * directory);

    await expect(read(bytes, 'a.msg')).rejects.toMatchObject({
      code: 'mail-damaged',
      details: { reason: 'its sectors lead in a circle' },
    });
  });

  it.each([
    ['itself', (storage: number) => storage, 'its directory leads in a circle'],
    ['the mail that it lies in', () => 0, 'its directory names what is not there'],
  ])('whose attachment contains %s is refused at once', async (_, inside, reason) => {
    const bytes = aMsg({ text: 'Hej', mails: [{ text: 'Med' }] });
    const at = bytes.indexOf(Buffer.from('__attach_version1.0_#00000000', 'utf16le'));
    const directory = (bytes.readInt32LE(48) + 1) * 512;
    // The first of what the storage contains.
    bytes.writeInt32LE(inside((at - directory) / 128), at + 76);

    await expect(read(bytes, 'a.msg')).rejects.toMatchObject({
      code: 'mail-damaged',
      details: { reason },
    });
  });

  it('has more attachments than are taken: the first are, the others are told', async () => {
    const attachments = Array.from({ length: 102 }, (_, index) => ({
      name: `${index}.txt`,
      type: 'text/plain',
      bytes: Buffer.from(`Bilaga ${index}`),
    }));

    const { attachments: found } = await read(anEml({ attachments }), 'a.eml');

    expect(found.map((each) => ('error' in each ? each.error.code : 'ok'))).toEqual([
      ...Array.from({ length: 100 }, () => 'ok'),
      'too-many-attachments',
      'too-many-attachments',
    ]);
  });
});

describe('an old Office file', () => {
  it('is told apart from a mail in the same container', async () => {
    const { compoundFile } = await import('../../../scripts/sample/writers/compound-file');
    const bytes = compoundFile({ WordDocument: Buffer.alloc(5000), '1Table': Buffer.alloc(10) });

    await expect(read(bytes, 'avtal.doc')).rejects.toMatchObject({
      code: 'file-not-supported',
      details: { context: 'old-word' },
    });
  });
});

describe('the name of an attachment', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\system.ini', 'system.ini'],
    ['CON.txt', '_CON.txt'],
    ['lpt1', '_lpt1'],
    ['NUL .txt', '_NUL .txt'],
    ['..\\..\\x', 'x'],
    ['C:ond.txt', 'C_ond.txt'],
    ['a.txt:dold', 'a.txt_dold'],
    ['  .dold  ', 'dold'],
    ['avtal\u202Efdp.exe', 'avtalfdp.exe'],
    ['a\u0000b\n.pdf', 'ab.pdf'],
    ['vad?.pdf', 'vad_.pdf'],
    ['', 'attachment.pdf'],
    ['...', 'attachment.pdf'],
  ])('that is %j becomes %j', (name, expected) => {
    expect(attachmentName(name, 'application/pdf')).toBe(expected);
  });

  it('never leads anywhere, whatever it is', () => {
    const sign = fc.constantFrom(
      '.',
      '/',
      '\\',
      ':',
      ' ',
      'a',
      'å',
      'CON',
      '\0',
      '\n',
      '\u202e',
      '💙',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 300 }), (signs) => {
        const name = attachmentName(signs.join(''), 'application/pdf');
        expect(name).toMatch(/^[^/\\:\0\n\u202e]{1,150}$/);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(name).not.toMatch(/^con *(\.|$)/i);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      }),
    );
  });

  it('fits into a file system, whatever it is written in', () => {
    for (const sign of ['å', '界', '💙']) {
      const name = attachmentName(`${sign.repeat(400)}.docx`, '');
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(new RegExp(`^(?:${sign}){50,}\\.docx$`));
    }
  });

  it('keeps its ending when it is cut', () => {
    expect(attachmentName(`${'lång '.repeat(80)}.docx`, '')).toMatch(/^.{140,150}$/);
    expect(attachmentName(`${'lång '.repeat(80)}.docx`, '')).toMatch(/\.docx$/);
  });
});

describe('text', () => {
  it.each([
    ['From: Anna\nTill: Bo\n\nHej', 'anteckning.txt', false],
    ['From: Anna\nSubject: Avtal\n\nHej', 'anteckning.txt', false],
    ['From: Anna\nSubject: Avtal\n\nHej', 'brev.eml', true],
    ['Return-Path: <a@b.se>\r\nSubject: Avtal\r\n\r\nHej', 'x', true],
    ['Avtal mellan\nkommunen: och föreningen', 'brev.eml', false],
  ])('%j called %s is a mail: %s', (text, name, expected) => {
    expect(isMail(text, name)).toBe(expected);
  });
});

describe('the date of a mail', () => {
  it.each([
    ['Mon, 4 Mar 2024 10:12:00 +0100', '2024-03-04 10:12 +0100'],
    ['Mon, 4 Mar 2024 23:30:00 -0500 (EST)', '2024-03-04 23:30 -0500'],
    ['Mon, 04 Mar 2024 09:12:00 GMT', '2024-03-04 09:12 UTC'],
    ['igår', 'igår'],
  ])('%s is shown as %s', (given_, shown) => {
    expect(mailDate(given_)).toBe(shown);
  });
});
