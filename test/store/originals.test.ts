import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { originalName } from '../../main/documents/original-name';
import { forkWithNode } from '../../main/documents/fork-with-node';
import { openPlainDatabase } from '../../main/store/connection';
import type { Page } from '../../shared/domain/page';
import type { ImportProgress, VerifyReport } from '../../shared/ipc/shapes';
import type { DocumentView } from '../../shared/domain/views';
import { anApplication, type TestApplication } from '../support/application';
import { temporaryFolder, writeFiles } from '../support/bad-files';
import { aMsg, anEml, type MailPart } from '../../scripts/sample/writers/mail-files';
import { drawnPdf, encryptedPdf, lockedPdf, plainPdf } from '../support/pdf-files';
import { bundleReader } from '../support/reader-bundle';

const shared = temporaryFolder();
let readerFile: string;
let application: TestApplication;
let chosen: string | null = null;
let opened: string[] = [];

beforeAll(async () => {
  readerFile = await bundleReader(shared);
}, 60_000);
beforeEach(async () => {
  opened = [];
  application = anApplication({
    forkReader: forkWithNode(readerFile),
    dialogs: {
      chooseCopy: () => Promise.resolve(chosen),
      openInSystem: (path) => {
        opened.push(path);
        return Promise.resolve(null);
      },
    },
  });
  await application.ask('projects', 'create', { name: 'P', parent: application.home });
});
afterEach(() => application.close());
afterAll(() => rmSync(shared, { recursive: true, force: true }));

const { ask, call } = {
  ask: <T>(topic: string, name: string, input?: unknown) => application.ask<T>(topic, name, input),
  call: (topic: string, name: string, input?: unknown) => application.call(topic, name, input),
};

async function add(files: Record<string, Uint8Array | string>): Promise<ImportProgress> {
  await ask('documents', 'add', { paths: writeFiles(join(application.home, 'in'), files) });
  await application.application.deps.project?.importing?.finished;
  return ask<ImportProgress>('documents', 'progress');
}
async function onlyDocuments(): Promise<DocumentView[]> {
  const { rows } = await ask<{ rows: { id: string }[] }>('agreements', 'list', {});
  const { documents } = await ask<{ documents: DocumentView[] }>('documents', 'listOf', {
    agreement: rows[0]?.id,
  });
  return documents;
}
async function onlyDocument(): Promise<DocumentView> {
  const [first] = await onlyDocuments();
  if (first === undefined) throw new Error('no document');
  return first;
}
const lockedPart = async (): Promise<MailPart> => ({
  name: 'hemligt.pdf',
  type: 'application/pdf',
  bytes: await encryptedPdf(),
});
const otherLockedPart = async (): Promise<MailPart> => ({
  name: 'inre.pdf',
  type: 'application/pdf',
  bytes: await drawnPdf((document) => document.text('Inre'), { userPassword: 'hemligt' }),
});
const plainPart: MailPart = {
  name: 'bilaga.txt',
  type: 'text/plain',
  bytes: Buffer.from('Bilaga'),
};
function setVersion(file: string): void {
  const db = openPlainDatabase(file);
  db.pragma('user_version = 1');
  db.close();
}
const blobOf = (id: string) => join(application.home, 'P.samsyn', 'documents', id.slice(0, 2), id);

describe('the original of a document', () => {
  it('is saved out byte for byte where the person says, and can be written over', async () => {
    const bytes = plainPdf([['Avtal']]);
    await add({ 'avtal.pdf': bytes });
    const { id } = await onlyDocument();
    chosen = join(application.home, 'kopia.pdf');

    expect(await ask('documents', 'saveOriginal', { document: id })).toBe(chosen);
    expect(await ask('documents', 'saveOriginal', { document: id })).toBe(chosen);

    expect(readFileSync(chosen).equals(bytes)).toBe(true);
    expect(statSync(chosen).mode & 0o200).toBe(0o200);
  });

  it('is not saved where the project lies, or when the person changes their mind', async () => {
    await add({ 'avtal.pdf': plainPdf([['Avtal']]) });
    const { id } = await onlyDocument();

    chosen = join(application.home, 'P.samsyn', 'kopia.pdf');
    expect(await call('documents', 'saveOriginal', { document: id })).toMatchObject({
      error: { code: 'copy-inside-project' },
    });
    chosen = null;
    expect(await ask('documents', 'saveOriginal', { document: id })).toBeNull();
  });

  it('is opened as a copy of its own that cannot be written to, and that goes with the program', async () => {
    const bytes = plainPdf([['Avtal']]);
    await add({ 'avtal.pdf': bytes });
    const { id } = await onlyDocument();

    await ask('documents', 'openOriginal', { document: id });

    const [path = ''] = opened;
    expect(basename(path)).toBe('avtal.pdf');
    expect(path).not.toContain('P.samsyn');
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(statSync(path).mode & 0o222).toBe(0);
    expect(readdirSync(dirname(path))).toEqual(['avtal.pdf']);
    await application.application.close();
    expect(existsSync(path)).toBe(false);
  });

  it('of another project, or of none, cannot be had', async () => {
    for (const name of ['openOriginal', 'saveOriginal', 'stateOfOriginal']) {
      expect(await call('documents', name, { document: 'a'.repeat(64) })).toMatchObject({
        error: { code: 'document-unknown' },
      });
    }
    expect(opened).toEqual([]);
  });

  it('that is gone or changed is told; its text stays, and the same file mends it', async () => {
    const bytes = plainPdf([['Avtal om vuxna']]);
    await add({ 'avtal.pdf': bytes });
    const { id } = await onlyDocument();
    const state = () => ask<string>('documents', 'stateOfOriginal', { document: id });
    expect(await state()).toBe('whole');

    chmodSync(blobOf(id), 0o644);
    writeFileSync(blobOf(id), 'något annat');
    expect(await state()).toBe('altered');
    expect(await call('documents', 'openOriginal', { document: id })).toMatchObject({
      error: { code: 'document-altered' },
    });
    rmSync(blobOf(id));
    expect(await state()).toBe('missing');
    expect(await call('documents', 'saveOriginal', { document: id })).toMatchObject({
      error: { code: 'document-missing' },
    });
    const pages = await ask<{ text: string }[]>('documents', 'readPages', {
      document: id,
      from: 1,
      to: 1,
    });
    expect(pages[0]?.text).toBe('Avtal om vuxna');

    await add({ 'avtal.pdf': bytes });
    expect(await state()).toBe('whole');
  });
});

describe('what is attached to a mail under a name that is a trick', () => {
  const names = [
    '..\\..\\x.txt',
    '../../../y.txt',
    'C:ond.txt',
    'a\u0000b.txt',
    `${'界'.repeat(400)}.txt`,
    'avtal\u202Eexe.txt',
    'NUL.txt',
    'COM1 .txt',
    '...',
  ];
  const attachments: MailPart[] = names.map((name, index) => ({
    name,
    type: 'text/plain',
    bytes: Buffer.from(`Bilaga ${index}`),
  }));

  it.each([
    ['brev.eml', () => anEml({ text: 'Hej', attachments })],
    ['brev.msg', () => aMsg({ text: 'Hej', attachments })],
  ])(
    'comes out of %s as a file in the folder that is meant, and nowhere else',
    async (name, mail) => {
      await add({ [name]: mail() });
      const outside = () => readdirSync(application.home).sort();
      const before = outside();

      const documents = (await onlyDocuments()).slice(1);
      for (const { id } of documents) await ask('documents', 'openOriginal', { document: id });

      expect(documents).toHaveLength(names.length);
      for (const path of opened) {
        expect(readdirSync(dirname(path))).toEqual([basename(path)]);
        expect(basename(path)).toMatch(/^[^<>:"|?*\\\u0000-\u001f\u202e]+\.txt$/);
        expect(basename(path)).not.toMatch(/^(?:con|nul|com1) *\./i);
      }
      expect(opened.map((path) => readFileSync(path, 'utf8')).sort()).toEqual(
        attachments.map(({ bytes }) => Buffer.from(bytes).toString()),
      );
      expect(outside()).toEqual(before);
    },
  );
});

it('is read itself when a text was put beside a document that asks for no password', async () => {
  await add({ 'avtal.txt': 'Avtal om vuxna' });
  const { id } = await onlyDocument();
  const { pages, blobs } = application.application.deps.project ?? {};
  const [own] = pages?.pagesOf(id, 1, 1) ?? [];
  const lines = [
    { form: 1, ...pages?.summaryOf(id) },
    { ...own, text: 'Avtal om barn', words: [] },
  ].map((line) => JSON.stringify(line));
  await blobs?.keepText(id, 'avtal.txt', lines);
  const planted = readFileSync(`${blobOf(id)}.text`);
  const read = () => ask<Page[]>('documents', 'readPages', { document: id, from: 1, to: 1 });

  pages?.forget(id);
  expect(await read()).toEqual([own]);

  pages?.forget(id);
  await ask('documents', 'unlock', { document: id, password: 'x' });
  expect(await read()).toEqual([own]);
  expect(readFileSync(`${blobOf(id)}.text`)).toEqual(planted);
});

describe('the name that an original is opened by', () => {
  it.each([
    ['avtal.pdf', 'pdf', 'avtal.pdf'],
    ['avtal.exe', 'pdf', 'avtal.exe.pdf'],
    ['avtal.pdf.bat', 'text', 'avtal.pdf.bat.txt'],
    ['avtal', 'docx', 'avtal.docx'],
    ['avtal.DOCX', 'docx', 'avtal.DOCX'],
    ['makro.docm', 'docx', 'makro.docm.docx'],
    ['sida.hta', 'html', 'sida.hta.html'],
    ['CON.txt', 'text', '_CON.txt'],
    ['brev.msg', 'email', 'brev.msg'],
  ] as const)('%s as %s is %s', (fileName, format, expected) => {
    expect(originalName(fileName, format)).toBe(expected);
  });

  it('never ends as a program does, however long it is', () => {
    expect(originalName(`${'a'.repeat(400)}.exe`, 'pdf')).toMatch(/^.{1,150}$/);
    expect(originalName(`${'a'.repeat(400)}.exe`, 'pdf')).toMatch(/\.pdf$/);
  });
});

describe('a PDF that asks for a password', () => {
  it('waits for it, however often it is wrong, and comes in as text alone', async () => {
    const before = await add({ 'hemligt.pdf': await encryptedPdf(), 'a.txt': 'Avtal' });
    const ticket = before.failed[0]?.ticket;
    expect(before.failed).toMatchObject([{ fileName: 'hemligt.pdf', code: 'pdf-encrypted' }]);

    for (const password of ['fel', 'ännu mer fel']) {
      expect(await call('documents', 'addLocked', { ticket, password })).toMatchObject({
        error: { code: 'pdf-password-wrong' },
      });
    }
    await ask('documents', 'addLocked', { ticket, password: 'hemligt' });

    const after = await ask<ImportProgress>('documents', 'progress');
    expect(after.failed).toEqual([]);
    expect(after.added.map(({ fileName }) => fileName)).toEqual(['a.txt', 'hemligt.pdf']);
    const { rows } = await ask<{ rows: { id: string }[] }>('agreements', 'list', {});
    const { documents } = await ask<{ documents: DocumentView[] }>('documents', 'listOf', {
      agreement: rows[1]?.id,
    });
    const [locked] = documents;
    expect(locked).toMatchObject({ fileName: 'hemligt.pdf', format: 'pdf', locked: true });
    const read = () => call('documents', 'readPages', { document: locked?.id, from: 1, to: 1 });
    expect(await read()).toMatchObject({ value: [{ text: 'Hemligt avtal' }] });

    // Cache and kept text are lost: the text can be had only with the password again.
    const textOf = `${blobOf(locked?.id ?? '')}.text`;
    const kept = readFileSync(textOf);
    rmSync(textOf);
    application.application.deps.project?.pages.forget(locked?.id ?? '');
    expect(await read()).toMatchObject({ error: { code: 'pdf-encrypted' } });
    expect(
      await call('documents', 'unlock', { document: locked?.id, password: 'fel' }),
    ).toMatchObject({ error: { code: 'pdf-password-wrong' } });
    // Each is told how its own asking ended, also where they ask at the same time.
    const unlock = (password: string) =>
      call('documents', 'unlock', { document: locked?.id, password });
    expect(await Promise.all([unlock('fel'), read()])).toMatchObject([
      { error: { code: 'pdf-password-wrong' } },
      { error: { code: 'pdf-encrypted' } },
    ]);
    const all = await Promise.all([unlock('fel'), unlock('hemligt'), unlock('hemligt'), read()]);
    expect(all).toMatchObject([
      { error: { code: 'pdf-password-wrong' } },
      { ok: true },
      { ok: true },
      { value: [{ text: 'Hemligt avtal' }] },
    ]);
    expect(readFileSync(textOf)).toEqual(kept);
    expect(await call('documents', 'addLocked', { ticket, password: 'x' })).toMatchObject({
      error: { code: 'file-unknown' },
    });
  });

  it.each([
    ['no cache', rmSync],
    ['a cache of another version', setVersion],
  ])(
    'has its text without being asked once more, in a copied project with %s',
    async (_, change) => {
      const sentences = ['Målgruppen är äldre.', 'Avtalet gäller tills vidare.'];
      const before = await add({
        'hemligt.pdf': await drawnPdf(
          (document) =>
            document
              .text(sentences[0] ?? '')
              .addPage()
              .text(sentences[1] ?? ''),
          { userPassword: 'hemligt' },
        ),
      });
      await ask('documents', 'addLocked', {
        ticket: before.failed[0]?.ticket,
        password: 'hemligt',
      });
      const { id } = await onlyDocument();
      const pagesOf = () => ask<Page[]>('documents', 'readPages', { document: id, from: 1, to: 2 });
      const read = await pagesOf();
      await ask('projects', 'close');
      const copy = join(application.home, 'Kopia.samsyn');
      cpSync(join(application.home, 'P.samsyn'), copy, { recursive: true });
      change(join(copy, 'cache.db'));

      await ask('projects', 'open', { folder: copy });
      const recognition = application.application.deps.project?.recognition;
      recognition?.wake();
      await recognition?.finished();

      // By itself, for the search; and where it is asked for.
      expect(application.application.deps.project?.pages.pagesOf(id, 1, 2)).toEqual(read);
      expect(await pagesOf()).toEqual(read);
      expect(read.map(({ text, words }) => [text, words.length])).toEqual(
        sentences.map((sentence) => [sentence, sentence.split(' ').length]),
      );
      expect((await ask<VerifyReport>('projects', 'verify')).problems).toEqual([]);
    },
  );

  it.each([
    ['is gone', 'text-missing', (path: string) => rmSync(path)],
    [
      'was changed',
      'text-altered',
      (path: string) => {
        chmodSync(path, 0o644);
        writeFileSync(path, readFileSync(path, 'utf8').replace('Hemligt', 'Offentligt'));
      },
    ],
    [
      'ends too early',
      'text-altered',
      (path: string) => {
        chmodSync(path, 0o644);
        writeFileSync(path, readFileSync(path).subarray(0, 90));
      },
    ],
  ])(
    'asks for its password again when the kept text %s, which checking tells',
    async (_, code, harm) => {
      const { failed } = await add({ 'hemligt.pdf': await encryptedPdf() });
      await ask('documents', 'addLocked', { ticket: failed[0]?.ticket, password: 'hemligt' });
      const { id } = await onlyDocument();
      harm(`${blobOf(id)}.text`);
      application.application.deps.project?.pages.forget(id);

      expect((await ask<VerifyReport>('projects', 'verify')).problems).toMatchObject([
        { check: 'documents', code, details: { file: 'hemligt.pdf' } },
      ]);
      expect(await call('documents', 'readPages', { document: id, from: 1, to: 1 })).toMatchObject({
        error: { code: 'pdf-encrypted' },
      });
      await ask('documents', 'unlock', { document: id, password: 'hemligt' });
      expect((await ask<VerifyReport>('projects', 'verify')).problems).toEqual([]);
    },
  );

  it('leaves its password nowhere, neither in the project nor in the settings', async () => {
    const password = 'kv4-unik-nyckel';
    const bytes = await drawnPdf((document) => document.text('Avtal'), { userPassword: password });
    const { failed } = await add({ 'hemligt.pdf': bytes });
    await ask('documents', 'addLocked', { ticket: failed[0]?.ticket, password });
    await ask('projects', 'close');

    const files = readdirSync(application.home, { recursive: true, withFileTypes: true });
    const holding = files.filter(
      (each) => each.isFile() && readFileSync(join(each.parentPath, each.name)).includes(password),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(holding.map(({ name }) => name)).toEqual([]);
  });

  it('opens by itself when it is locked against changes only', async () => {
    const { failed, added } = await add({ 'låst.pdf': await lockedPdf() });

    expect([failed, added.length]).toEqual([[], 1]);
    expect(await onlyDocument()).toMatchObject({ locked: false });
  });

  it.each([
    ['EML', 'brev.eml', anEml],
    ['MSG', 'brev.msg', aMsg],
  ])(
    'comes to the agreement of its mail (%s) when its password is given',
    async (_, name, aMail) => {
      const before = await add({ [name]: aMail({ attachments: [await lockedPart(), plainPart] }) });
      const ticket = before.failed[0]?.ticket;
      expect(before.failed).toMatchObject([
        { fileName: 'hemligt.pdf', attachedTo: name, code: 'pdf-encrypted' },
      ]);
      // The bytes are the project's: where the mail came from does not matter any more.
      rmSync(join(application.home, 'in', name));

      expect(await call('documents', 'addLocked', { ticket, password: 'fel' })).toMatchObject({
        error: { code: 'pdf-password-wrong' },
      });
      await ask('documents', 'addLocked', { ticket, password: 'hemligt' });

      const after = await ask<ImportProgress>('documents', 'progress');
      expect(after.failed).toEqual([]);
      expect(after.added.at(-1)).toMatchObject({ fileName: 'hemligt.pdf', attachedTo: name });
      const documents = await onlyDocuments();
      expect(documents.map(({ fileName, role, locked }) => [fileName, role, locked])).toEqual([
        [name, 'email', false],
        ['bilaga.txt', 'annex', false],
        ['hemligt.pdf', 'annex', true],
      ]);
      expect(
        await ask('documents', 'readPages', { document: documents[2]?.id, from: 1, to: 1 }),
      ).toMatchObject([{ text: 'Hemligt avtal' }]);
      expect(readdirSync(join(application.home, 'P.samsyn', 'documents')).join()).not.toContain(
        'unfinished',
      );
    },
  );

  it('is found in a mail in a mail, and after its mail was moved to another agreement', async () => {
    const inner = anEml({ subject: 'Inre', attachments: [await lockedPart()] });
    const outer = { name: null, type: 'message/rfc822', bytes: inner };
    const { failed } = await add({ 'brev.eml': anEml({ attachments: [outer] }) });
    const moved = (await onlyDocuments())[1];
    const { number } = await ask<{ number: number }>('documents', 'splitOff', {
      document: moved?.id,
    });

    await ask('documents', 'addLocked', { ticket: failed[0]?.ticket, password: 'hemligt' });

    const { added } = await ask<ImportProgress>('documents', 'progress');
    expect(added.at(-1)).toMatchObject({
      fileName: 'hemligt.pdf',
      attachedTo: 'Inre.eml',
      number,
    });
  });

  it.each([
    ['EML', 'brev.eml', anEml],
    ['MSG', 'brev.msg', aMsg],
  ])(
    'is asked for again when its mail (%s) is added again, until it is there',
    async (_, name, aMail) => {
      const broken = {
        name: 'trasig.pdf',
        type: 'application/pdf',
        bytes: Buffer.from('%PDF-1.4'),
      };
      const attachments = [await lockedPart(), plainPart, broken];
      const inner = anEml({ subject: 'Inre', attachments: [await otherLockedPart()] });
      const nested = { name: null, type: 'message/rfc822', bytes: inner };
      const mail = aMail({
        attachments: name === 'brev.eml' ? [...attachments, nested] : attachments,
      });
      await add({ [name]: mail });
      await ask('projects', 'close');
      await ask('projects', 'open', { folder: join(application.home, 'P.samsyn') });

      // Twice in one go: it is asked for once.
      const again = await add({ [name]: mail, [`kopia ${name}`]: mail });
      const waiting = name === 'brev.eml' ? ['hemligt.pdf', 'inre.pdf'] : ['hemligt.pdf'];
      expect(again.failed.map(({ fileName, code }) => [fileName, code])).toEqual(
        waiting.map((fileName) => [fileName, 'pdf-encrypted']),
      );
      for (const { ticket } of again.failed) {
        await ask('documents', 'addLocked', { ticket, password: 'hemligt' });
      }

      expect((await onlyDocuments()).map(({ fileName }) => fileName)).toEqual(
        expect.arrayContaining(waiting),
      );
      const last = await add({ [name]: mail });
      expect([last.failed, last.added, last.known.map((known) => known.fileName)]).toEqual([
        [],
        [],
        [name],
      ]);
    },
  );

  it('stays waiting while the mail that holds it is gone, which is told', async () => {
    const { failed } = await add({ 'brev.eml': anEml({ attachments: [await lockedPart()] }) });
    const given = { ticket: failed[0]?.ticket, password: 'hemligt' };
    const path = blobOf((await onlyDocument()).id);
    const bytes = readFileSync(path);
    rmSync(path);

    expect(await call('documents', 'addLocked', given)).toMatchObject({
      error: { code: 'document-missing', details: { file: 'brev.eml' } },
    });
    writeFileSync(path, bytes);
    await ask('documents', 'addLocked', given);

    expect((await onlyDocuments()).map(({ fileName }) => fileName)).toEqual([
      'brev.eml',
      'hemligt.pdf',
    ]);
  });

  it.each(['hemligt.pdf', 'brev.eml'])(
    'is waited for, and stopped, when its project is closed meanwhile: %s',
    async (name) => {
      const locked = await lockedPart();
      const bytes = name === 'brev.eml' ? anEml({ attachments: [locked] }) : locked.bytes;
      const { failed } = await add({ [name]: bytes });
      // As after an import that was cancelled.
      await ask('documents', 'cancelAdding');
      const { project } = application.application.deps;

      const opening = call('documents', 'addLocked', {
        ticket: failed[0]?.ticket,
        password: 'hemligt',
      });
      await ask('projects', 'close');

      expect(project?.importing?.isUnlocking).toBe(false);
      expect(await opening).toMatchObject({ ok: true });
    },
  );
});
