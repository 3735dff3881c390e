import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../../../main/documents/blob-store';
import { documentError } from '../../../main/documents/errors';
import { forkWithNode } from '../../../main/documents/fork-with-node';
import { type PageCache, openPageCache } from '../../../main/documents/page-cache';
import { createReaderHost, type ReaderHost } from '../../../main/documents/reader-host';
import { listAgreements } from '../../../main/store/queries/agreements';
import { listDocumentsOf } from '../../../main/store/queries/documents';
import { tablesThatDiffer } from '../../../main/store/rebuild';
import { importInto, type ImportIntoOptions } from '../../../main/work/documents';
import { AgreementQuery } from '../../../shared/domain/views';
import { temporaryFolder, writeFiles } from '../../support/bad-files';
import { aMsg, anEml, type MailPart } from '../../../scripts/sample/writers/mail-files';
import { encryptedPdf, plainPdf } from '../../support/pdf-files';
import { bundleReader } from '../../support/reader-bundle';
import { type TestProject, aProject, now } from '../../support/project';

const shared = temporaryFolder();
let reader: ReaderHost;
let project: TestProject;
let pages: PageCache;
let inbox: string;
let blobs: BlobStore;

beforeAll(async () => {
  reader = createReaderHost({ fork: forkWithNode(await bundleReader(shared)), processes: 2 });
}, 60_000);
beforeEach(() => {
  project = aProject({ agreements: 0 });
  blobs = new BlobStore(project.folder);
  pages = openPageCache(project.folder);
  inbox = join(temporaryFolder(), 'inkorg');
});
afterEach(() => {
  expect(tablesThatDiffer(project.store.db)).toEqual([]);
  pages.close();
  project.close();
  rmSync(inbox, { recursive: true, force: true });
});
afterAll(() => {
  reader.close();
  rmSync(shared, { recursive: true, force: true });
});

const add = (files: Record<string, Uint8Array | string>, more: Partial<ImportIntoOptions> = {}) =>
  importInto(project.store, {
    paths: writeFiles(inbox, files),
    reader,
    blobs,
    pages,
    now: () => now,
    ...more,
  });
/** The agreements in number order, each with its documents as `role: name`. */
const agreements = () =>
  listAgreements(project.store.db, AgreementQuery.parse({}), null).rows.map(({ id }) =>
    listDocumentsOf(project.store.db, id).map(({ role, fileName }) => `${role}: ${fileName}`),
  );
const blobCount = () =>
  readdirSync(blobs.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  ).length;

const text = (name: string, words: string): MailPart => ({
  name,
  type: 'text/plain',
  bytes: Buffer.from(words),
});
const avtal: MailPart = {
  name: 'avtal.pdf',
  type: 'application/pdf',
  bytes: plainPdf([['Avtal om vuxna'], ['Underskrifter']]),
};
const mailPart = (bytes: Uint8Array): MailPart => ({ name: null, type: 'message/rfc822', bytes });

describe.each([
  ['EML', 'brev.eml', anEml],
  ['MSG', 'brev.msg', aMsg],
])('a mail as %s', (_, fileName, aMail) => {
  it('becomes one agreement with its attachments, each read and kept byte for byte', async () => {
    const mail = aMail({ text: 'Hej', attachments: [avtal, text('bilaga 2.txt', 'Budget')] });

    const summary = await add({ [fileName]: mail });

    expect(agreements()).toEqual([
      [`email: ${fileName}`, 'annex: avtal.pdf', 'annex: bilaga 2.txt'],
    ]);
    expect(summary.added.map(({ attachedTo }) => attachedTo)).toEqual([null, fileName, fileName]);
    const [, pdf] = summary.added;
    if (pdf === undefined) throw new Error('no attachment');
    expect(pdf.document).toMatchObject({ format: 'pdf', pageCount: 2 });
    expect(readFileSync(blobs.pathOf(pdf.document.sha256)).equals(Buffer.from(avtal.bytes))).toBe(
      true,
    );
    expect(pages.pagesOf(pdf.document.sha256, 2, 2)[0]?.text).toBe('Underskrifter');
  });
});

describe('a mail', () => {
  it('comes in also where an attachment does not, which is told with the reason', async () => {
    const mail = anEml({
      attachments: [
        { name: 'trasig.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 trasig') },
        { name: 'program.exe', type: 'application/octet-stream', bytes: Buffer.from('MZ\0\0\0') },
        { name: 'låst.pdf', type: 'application/pdf', bytes: await encryptedPdf() },
        { name: 'tom.txt', type: 'text/plain', bytes: new Uint8Array() },
        avtal,
      ],
    });

    const summary = await add({ 'brev.eml': mail });

    expect(agreements()).toEqual([['email: brev.eml', 'annex: avtal.pdf']]);
    expect(
      summary.failed.map(({ fileName, attachedTo, code, details }) => [
        fileName,
        attachedTo,
        code,
        details['context'] ?? '',
      ]),
    ).toEqual([
      ['trasig.pdf', 'brev.eml', 'pdf-damaged', 'cut-off'],
      ['program.exe', 'brev.eml', 'file-not-supported', 'program'],
      ['låst.pdf', 'brev.eml', 'pdf-encrypted', 'attached'],
      ['tom.txt', 'brev.eml', 'file-empty', ''],
    ]);
    expect(blobCount()).toBe(2);
  });

  it('tries a password that is given along on what is attached to it, too', async () => {
    const locked = { name: 'låst.pdf', type: 'application/pdf', bytes: await encryptedPdf() };

    const summary = await add(
      { 'brev.eml': anEml({ attachments: [locked] }) },
      { password: 'hemligt' },
    );

    expect(summary.failed).toEqual([]);
    expect(summary.added.map(({ document: { fileName, locked: is } }) => [fileName, is])).toEqual([
      ['brev.eml', false],
      ['låst.pdf', true],
    ]);
  });

  it('leaves an attachment that is known where it is, and tells so', async () => {
    await add({ 'avtal.pdf': avtal.bytes });
    const mail = anEml({ attachments: [avtal, text('a.txt', 'Samma'), text('b.txt', 'Samma')] });

    const summary = await add({ 'brev.eml': mail });

    expect(agreements()).toEqual([['main: avtal.pdf'], ['email: brev.eml', 'annex: a.txt']]);
    expect(
      summary.known.map(({ fileName, sameAs }) => [fileName, sameAs.fileName, sameAs.number]),
    ).toEqual([
      ['avtal.pdf', 'avtal.pdf', 1],
      ['b.txt', 'a.txt', 2],
    ]);
  });

  it('shares bytes with other files of the same import: the first in order has them', async () => {
    const mail = anEml({ subject: 'Ett', attachments: [avtal] });
    const other = anEml({ subject: 'Två', attachments: [avtal, mailPart(mail)] });

    for (const atOnce of [1, 4]) {
      const fresh = aProject({ agreements: 0 });
      const cache = openPageCache(fresh.folder);
      const summary = await importInto(fresh.store, {
        paths: writeFiles(inbox, {
          'a brev.eml': mail,
          'b avtal.pdf': avtal.bytes,
          'c brev.eml': other,
          'd brev.eml': mail,
        }),
        reader,
        blobs: new BlobStore(fresh.folder),
        pages: cache,
        now: () => now,
        atOnce,
      });

      expect(summary.added.map(({ document }) => document.fileName)).toEqual([
        'a brev.eml',
        'avtal.pdf',
        'c brev.eml',
      ]);
      expect(summary.known.map(({ fileName, sameAs }) => [fileName, sameAs.fileName])).toEqual([
        ['b avtal.pdf', 'avtal.pdf'],
        ['avtal.pdf', 'avtal.pdf'],
        ['Ett.eml', 'a brev.eml'],
        ['d brev.eml', 'a brev.eml'],
      ]);
      expect(summary.failed).toEqual([]);
      for (const { document } of summary.added)
        expect(cache.hasDocument(document.sha256)).toBe(true);
      cache.close();
      fresh.close();
    }
  });

  it('is known once when it comes again, also where it cannot be read this time', async () => {
    const files = { 'brev.eml': anEml({ attachments: [avtal] }) };
    await add(files);

    const again = await add(files, {
      reader: { read: () => Promise.reject(documentError('reader-timeout', 'brev.eml')) },
    });

    expect(again.known.map(({ fileName }) => fileName)).toEqual(['brev.eml']);
    expect(again.failed).toEqual([]);
  });

  it('tells what waits in a mail in it also where the bytes of that one are gone', async () => {
    const locked = { name: 'låst.pdf', type: 'application/pdf', bytes: await encryptedPdf() };
    const inner = anEml({ subject: 'inre', attachments: [locked] });
    const files = { 'brev.eml': anEml({ attachments: [mailPart(inner)] }) };
    const [, nested] = (await add(files)).added;
    if (nested === undefined) throw new Error('no mail in the mail');
    await blobs.remove(nested.document.sha256);

    const again = await add(files);

    expect(again.failed).toMatchObject([{ fileName: 'låst.pdf', code: 'pdf-encrypted' }]);
  });

  it('in a mail in a mail comes along, down to the fifth', async () => {
    let mail = anEml({ subject: 'nivå 7', text: 'sjunde' });
    for (let level = 6; level >= 1; level -= 1) {
      mail = anEml({
        subject: `nivå ${level}`,
        attachments: [mailPart(mail), text(`bilaga ${level}.txt`, `Bilaga på nivå ${level}`)],
      });
    }

    const summary = await add({ 'nivå 1.eml': mail });

    expect(agreements()).toEqual([
      [
        'email: nivå 1.eml',
        'email: nivå 2.eml',
        'email: nivå 3.eml',
        'email: nivå 4.eml',
        'email: nivå 5.eml',
        'annex: bilaga 5.txt',
        'annex: bilaga 4.txt',
        'annex: bilaga 3.txt',
        'annex: bilaga 2.txt',
        'annex: bilaga 1.txt',
      ],
    ]);
    expect(summary.failed).toMatchObject([
      { fileName: 'nivå 6.eml', attachedTo: 'nivå 5.eml', code: 'mail-too-deep' },
    ]);
  });

  it('brings at most two hundred documents, with all that is in its mails', async () => {
    const full = (name: string) =>
      anEml({
        subject: name,
        attachments: Array.from({ length: 90 }, (_, index) =>
          text(`${index}.txt`, `${name} ${index}`),
        ),
      });

    const summary = await add({
      'brev.eml': anEml({ attachments: ['a', 'b', 'c'].map((name) => mailPart(full(name))) }),
    });

    expect(summary.added).toHaveLength(201);
    expect(new Set(summary.failed.map(({ code }) => code))).toEqual(
      new Set(['too-many-attachments']),
    );
  }, 60_000);

  it('leaves nothing behind when the import is cancelled while it is read', async () => {
    const controller = new AbortController();
    const mail = anEml({ attachments: [avtal, text('a.txt', 'Bilaga')] });

    const summary = await add(
      { 'brev.eml': mail },
      {
        signal: controller.signal,
        reader: {
          read: async (path, fileName, options) => {
            const read = await reader.read(path, fileName, options);
            if (fileName === 'a.txt') controller.abort();
            return read;
          },
        },
      },
    );

    expect(summary).toMatchObject({ added: [], cancelled: true });
    expect(agreements()).toEqual([]);
    expect(blobCount()).toBe(0);
  });

  it('counts the pictures that only decorate its text', async () => {
    const logo = { name: 'l.png', type: 'image/png', bytes: Buffer.alloc(900), contentId: 'l' };

    const summary = await add({ 'brev.eml': anEml({ attachments: [logo, logo] }) });

    expect(summary).toMatchObject({ passedOver: 2, failed: [], known: [] });
    expect(agreements()).toEqual([['email: brev.eml']]);
  });
});

describe('files that are added to an agreement', () => {
  it('come last in it, with what is attached to them', async () => {
    const first = await add({ 'avtal.pdf': avtal.bytes });
    const agreement = first.added[0]?.added.agreement;
    if (agreement === undefined) throw new Error('no agreement');

    await add(
      {
        'bilaga.txt': 'Bilaga 1',
        'brev.eml': anEml({ attachments: [text('budget.txt', 'Budget')] }),
      },
      { agreement },
    );

    expect(agreements()).toEqual([
      ['main: avtal.pdf', 'main: bilaga.txt', 'email: brev.eml', 'annex: budget.txt'],
    ]);
  });
});
