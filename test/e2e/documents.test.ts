import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { call, type CodingWindow, openForCoding, until } from '../support/coding-window';
import { aMsg, anEml } from '../../scripts/sample/writers/mail-files';
import { drawnPdf, encryptedPdf, plainPdf } from '../support/pdf-files';
import { CodingPage } from './pages/coding';
import { Shell } from './pages/shell';

const avtal = plainPdf([['Avtal om vuxna i hemlöshet'], ['Underskrifter']]);
const files = {
  '1 brev.eml': anEml({
    subject: 'Överenskommelse för påseende',
    text: 'Hej! Här kommer överenskommelsen om hemlöshet.',
    attachments: [{ name: 'avtal.pdf', type: 'application/pdf', bytes: avtal }],
  }),
  '2 svar.msg': aMsg({
    subject: 'Svar om avtalet',
    text: 'Vi godkänner överenskommelsen.',
    attachments: [
      { name: 'bilaga.txt', type: 'text/plain', bytes: Buffer.from('Bilaga: budget 2024') },
    ],
  }),
};

let program: CodingWindow;
let coding: CodingPage;
let shell: Shell;
const page = () => program.window;
const dialog = () => page().getByRole('dialog', { name: /^Dokument i avtal/ });
const rows = () => dialog().getByRole('grid').getByRole('row');
const agreementOf = (number: number) => {
  const found = program.agreements.find((row) => row.number === number);
  if (found === undefined) throw new Error(`There is no agreement ${number}`);
  return found.id;
};
const namesIn = async (number: number) => {
  const { rows: all } = await call(page(), 'agreements', 'list', {});
  const agreement = all.find((row) => row.number === number)?.id;
  if (agreement === undefined) throw new Error(`There is no agreement ${number}`);
  const { documents } = await call(page(), 'documents', 'listOf', { agreement });
  return documents.map(({ role, fileName }) => `${role}: ${fileName}`);
};
/** The document dialog of the agreement that is coded. */
async function openDocuments(): Promise<void> {
  await page()
    .getByRole('button', { name: /^Dokument i avtal \d+: ordna/ })
    .click();
  await dialog().waitFor();
}
const place = (name: string) => page().getByRole('button', { name, exact: true });
const focused = (element: Locator) => element.and(page().locator(':focus')).waitFor();
async function choose(document: string, entry: string | RegExp): Promise<void> {
  await dialog()
    .getByRole('button', { name: `Mer om ”${document}”` })
    .click();
  await page().getByRole('menuitem', { name: entry }).click();
}
/** Adds a file as a person does, in the list of agreements. */
async function addFile(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(program.folder, name);
  writeFileSync(path, bytes);
  await program.app.evaluate(({ dialog: system }, chosen) => {
    system.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await page().getByRole('button', { name: 'Lägg till filer …' }).click();
}
/** Types the right password in the dialog that asks for it. */
async function givePassword(name: string): Promise<void> {
  const asking = page().getByRole('dialog', { name: 'Lösenord' });
  await asking.getByLabel(`Lösenord för ”${name}”`).fill('hemligt');
  await asking.getByRole('button', { name: 'Öppna' }).click();
  await asking.waitFor({ state: 'hidden' });
}
/** Opens the project without the text that was read of its documents: neither in the cache nor kept with them. */
async function loseTexts(): Promise<void> {
  const folder = join(program.folder, 'Prov.samsyn');
  await call(page(), 'projects', 'close');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => /^cache\.db|\.text$/.test(each))) {
    rmSync(join(folder, name));
  }
  await call(page(), 'projects', 'open', { folder });
  const [reviewer] = await call(page(), 'reviewers', 'list');
  await call(page(), 'reviewers', 'choose', { reviewer: reviewer?.id ?? null });
  await page().reload();
}
const closeDialog = () =>
  dialog()
    .getByRole('contentinfo')
    .or(dialog())
    .getByRole('button', { name: 'Stäng' })
    .last()
    .click();

beforeAll(async () => {
  program = await openForCoding(files);
  coding = new CodingPage(page());
  shell = new Shell(page());
}, 60_000);
afterAll(() => program.end());

describe('the documents of an agreement', () => {
  it('are a mail and what was attached to it, both to be read and quoted', async () => {
    expect(await namesIn(1)).toEqual(['email: 1 brev.eml', 'annex: avtal.pdf']);
    expect(await namesIn(2)).toEqual(['email: 2 svar.msg', 'annex: bilaga.txt']);

    await coding.form(1).waitFor();
    await coding.select('överenskommelsen om hemlöshet');
    await coding.goTo('Målgrupp');
    await page().keyboard.press('m');
    await coding.evidence('Målgrupp').getByText('överenskommelsen om hemlöshet').waitFor();
  });

  it('are put in another order by menu, and by keyboard on the handle', async () => {
    await openDocuments();
    await choose('avtal.pdf', 'Flytta upp');
    await until(async () => (await namesIn(1))[0] === 'annex: avtal.pdf');

    // Each key when what is on the screen asks for it, as a person presses them.
    await focused(rows().first());
    const handle = rows().nth(1).getByRole('button', { name: 'Flytta ”1 brev.eml”' });
    await handle.focus();
    await page().keyboard.press('Enter');
    await focused(place('Infoga mellan avtal.pdf och 1 brev.eml'));
    await page().keyboard.press('ArrowUp');
    await focused(place('Infoga före avtal.pdf'));
    await page().keyboard.press('Enter');
    await rows().first().getByText('1 brev.eml').waitFor();

    await until(async () => (await namesIn(1))[0] === 'email: 1 brev.eml');
    expect(await namesIn(1)).toEqual(['email: 1 brev.eml', 'annex: avtal.pdf']);
  });

  it('get another role', async () => {
    await dialog()
      .getByRole('button', { name: /Vad ”avtal.pdf” är i avtalet/ })
      .click();
    await page().getByRole('option', { name: 'Huvuddokument' }).click();

    await until(async () => (await namesIn(1)).includes('main: avtal.pdf'));
    expect(await namesIn(1)).toEqual(['email: 1 brev.eml', 'main: avtal.pdf']);
  });

  it('are saved out byte for byte, and opened as a copy in the system’s program', async () => {
    const copy = join(program.folder, 'kopia.pdf');
    await program.app.evaluate(({ dialog: system, shell: desktop }, path) => {
      system.showSaveDialog = async () => ({ canceled: false, filePath: path });
      desktop.openPath = async (opened) => {
        Object.assign(globalThis, { openedPath: opened });
        return '';
      };
    }, copy);

    await choose('avtal.pdf', 'Spara en kopia …');
    await until(async () => existsSync(copy));
    expect(readFileSync(copy).equals(avtal)).toBe(true);

    await choose('avtal.pdf', 'Öppna i datorns program');
    const opened = () =>
      program.app.evaluate(() => String(Reflect.get(globalThis, 'openedPath') ?? ''));
    await until(async () => (await opened()) !== '');
    expect(await opened()).toMatch(/samsyn-\w+\/avtal\.pdf$/);
    expect(readFileSync(await opened()).equals(avtal)).toBe(true);
  });

  it('are moved to another agreement, and their evidence says where they are', async () => {
    await choose('1 brev.eml', 'Flytta till annat avtal …');
    await dialog().getByLabel('Flytta ”1 brev.eml” till avtal (nummer eller namn)').fill('2');
    await dialog().getByRole('button', { name: /^0002/ }).click();
    await until(async () => (await namesIn(2)).length === 3);
    await dialog().getByText('nu i avtal 0002').waitFor();
    await closeDialog();

    expect(await namesIn(1)).toEqual(['main: avtal.pdf']);
    await coding.form(1).getByText('”1 brev.eml” ligger nu i avtal 0002.').waitFor();
    await coding.evidence('Målgrupp').getByText('överenskommelsen om hemlöshet').click();
    await (await coding.frame()).getByText('överenskommelsen om hemlöshet').first().waitFor();
  });

  it('are put back step by step, which the log tells', async () => {
    const { documents } = await call(page(), 'documents', 'listOf', { agreement: agreementOf(2) });
    const mail = documents.find(({ fileName }) => fileName === '1 brev.eml')?.id;
    if (mail === undefined) throw new Error('The mail is not there');

    await call(page(), 'documents', 'placeBack', { document: mail });
    expect(await namesIn(1)).toEqual(['email: 1 brev.eml', 'main: avtal.pdf']);

    await shell.open('Logg');
    await page().getByText('Steg tillbaka: Dokument placerades').first().waitFor();
    await shell.open('Kategorisering');
  });

  it('are split off, and an agreement that has none left says so', async () => {
    await openDocuments();
    await choose('avtal.pdf', 'Bryt ut till ett nytt avtal');
    await until(async () => (await call(page(), 'agreements', 'list', {})).total === 3);
    expect(await namesIn(3)).toEqual(['main: avtal.pdf']);
    await choose('1 brev.eml', 'Flytta till annat avtal …');
    await dialog()
      .getByLabel(/^Flytta ”1 brev.eml” till avtal/)
      .fill('3');
    await dialog().getByRole('button', { name: /^0003/ }).click();
    await dialog().getByText('Avtalet har inga dokument kvar').waitFor();
    await closeDialog();

    await shell.open('Avtal');
    await page().getByText('Inga dokument kvar').waitFor();
  });
});

describe('a PDF with a password', () => {
  it('is added once the right one is typed, and shown as text', async () => {
    await shell.open('Avtal');
    await addFile('hemligt.pdf', await encryptedPdf());

    await page().getByRole('button', { name: 'Ange lösenord …' }).click();
    const asking = page().getByRole('dialog', { name: 'Lösenord' });
    await asking.getByLabel('Lösenord för ”hemligt.pdf”').fill('fel');
    await asking.getByRole('button', { name: 'Öppna' }).click();
    await asking.getByText('öppnas inte med det lösenordet', { exact: false }).waitFor();
    await givePassword('hemligt.pdf');

    await page().getByRole('grid').getByText('hemligt.pdf').click();
    await page().getByText('Läst med lösenord: här visas bara texten', { exact: false }).waitFor();
    const frame = await coding.frame();
    await frame.getByText('Hemligt avtal').waitFor();
    expect(await frame.locator('.sheet').count()).toBe(1);
  });

  it('asks for it again when its text was lost', async () => {
    await loseTexts();
    await shell.open('Avtal');
    await page().getByRole('grid').getByText('hemligt.pdf').click();
    await page().getByText('texten finns inte längre kvar', { exact: false }).waitFor();
    // It asks once, and calls nothing damaged.
    expect(await page().getByRole('alert').count()).toBe(0);

    await page().getByRole('button', { name: 'Ange lösenord …' }).click();
    await givePassword('hemligt.pdf');

    // The frame is made anew.
    const text = page().frameLocator('iframe').getByText('Hemligt avtal');
    await text.waitFor();
    expect(await text.count()).toBe(1);
  });

  it('is opened in its place when it is attached to a mail, read and quoted there', async () => {
    const bytes = await drawnPdf((document) => document.text('Hemlig bilaga om målgruppen'), {
      userPassword: 'hemligt',
    });
    await shell.open('Avtal');
    const part = { name: 'bilaga.pdf', type: 'application/pdf', bytes };
    await addFile('3 låst.eml', anEml({ subject: 'Med lösenord', attachments: [part] }));

    await page().getByRole('button', { name: 'Ange lösenord …' }).click();
    await givePassword('bilaga.pdf');
    await page().getByRole('grid').getByText('3 låst.eml').click();
    const several = page().getByRole('button', { name: /^3 låst\.eml, dokument 1 av 2/ });
    await several.click();
    await page()
      .getByRole('menuitem', { name: /bilaga\.pdf/ })
      .click();

    await page().getByText('Läst med lösenord: här visas bara texten', { exact: false }).waitFor();
    await coding.select('Hemlig bilaga om målgruppen');
    await coding.goTo('Målgrupp');
    await page().keyboard.press('m');
    await coding.evidence('Målgrupp').getByText('Hemlig bilaga om målgruppen').waitFor();
    expect(await page().getByRole('button', { name: 'Ange lösenord …' }).count()).toBe(0);
  });
});

describe('a document whose original was changed in the project folder', () => {
  it('is not drawn from it: its text is, and the same file mends it', async () => {
    await shell.open('Avtal');
    const { rows: all } = await call(page(), 'agreements', 'list', { search: 'avtal.pdf' });
    const agreement = all[0]?.id ?? agreementOf(1);
    const { documents } = await call(page(), 'documents', 'listOf', { agreement });
    const id = documents.find(({ fileName }) => fileName === 'avtal.pdf')?.id;
    if (id === undefined) throw new Error('The document is not there');
    const blob = join(program.folder, 'Prov.samsyn', 'documents', id.slice(0, 2), id);
    chmodSync(blob, 0o644);
    writeFileSync(blob, plainPdf([['Ett annat avtal, som ingen har tagit emot']]));

    await page().getByRole('grid').getByText('avtal.pdf', { exact: true }).click();
    await page().getByText('Originalet till ”avtal.pdf” är skadat', { exact: false }).waitFor();
    await (await coding.frame()).getByText('Avtal om vuxna i hemlöshet').waitFor();

    const again = join(program.folder, 'igen.pdf');
    writeFileSync(again, avtal);
    await call(page(), 'documents', 'add', { paths: [again] });
    await until(
      async () =>
        (await call(page(), 'documents', 'stateOfOriginal', { document: id })) === 'whole',
    );
    expect(readFileSync(blob).equals(avtal)).toBe(true);
  });
});

describe('a document whose original is gone', () => {
  it('says so, and its text is still read and quoted', async () => {
    await shell.open('Avtal');
    const { documents } = await call(page(), 'documents', 'listOf', { agreement: agreementOf(2) });
    const { id } = documents[0] ?? { id: '' };
    rmSync(join(program.folder, 'Prov.samsyn', 'documents', id.slice(0, 2), id), { force: true });

    await page().getByRole('grid').getByText('2 svar.msg').click();

    await page()
      .getByText('Originalfilen finns inte kvar i projektmappen', { exact: false })
      .waitFor();
    const text = (await coding.frame()).getByText('Vi godkänner överenskommelsen.');
    await text.waitFor();
    expect(await text.count()).toBe(1);
  });

  it('says in the language of the window that its text is gone, too', async () => {
    await loseTexts();
    await shell.open('Avtal');
    await page().getByRole('grid').getByText('2 svar.msg').click();

    const told = page().getByRole('alert');
    await told
      .getByText('”2 svar.msg” finns inte kvar i projektmappen.', { exact: false })
      .waitFor();
    expect(await told.allInnerTexts()).toHaveLength(1);
    expect(await told.innerText()).not.toMatch(/project folder|Texten som lästes visas/);
  });
});
