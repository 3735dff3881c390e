import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { filesToRefuse, textsInEncodings } from '../support/bad-files';
import { call, until } from '../support/coding-window';
import { type Launched, launchSamsyn } from '../support/launch-electron';

const home = mkdtempSync(join(tmpdir(), 'samsyn-adding-'));
let program: Launched;
const page = () => program.window;

beforeAll(async () => {
  program = await launchSamsyn({ userData: join(home, 'user') });
  await call(page(), 'projects', 'create', { name: 'Tillägg', parent: home, codersWanted: 2 });
  await page().getByText('Släpp avtalen här').waitFor();
}, 60_000);
afterAll(async () => {
  await program.close();
  rmSync(home, { recursive: true, force: true });
});

function folderOf(name: string, files: readonly { name: string; bytes: Uint8Array }[]): string[] {
  mkdirSync(join(home, name));
  return files.map((file) => {
    const path = join(home, name, file.name);
    writeFileSync(path, file.bytes);
    return path;
  });
}

/** Drops real files on the window, as the desktop would. */
async function drop(paths: readonly string[]): Promise<void> {
  await page().evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'dragged';
    input.hidden = true;
    document.body.append(input);
  });
  await page()
    .locator('#dragged')
    .setInputFiles([...paths]);
  await page().evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dragged');
    const transfer = new DataTransfer();
    for (const file of input?.files ?? []) transfer.items.add(file);
    input?.remove();
    for (const type of ['dragover', 'drop']) {
      window.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }
  });
  await until(async () => (await call(page(), 'documents', 'progress'))?.state === 'done');
}

describe('files dropped on the window', () => {
  it('become agreements, whatever they are called', async () => {
    const names = [
      'Överenskommelse åäö.txt',
      'med "citat" och \'apostrof\'.txt',
      'avtal 🤝 2024.txt',
      `${'långt namn '.repeat(17)}slut.txt`,
    ];
    const paths = folderOf(
      'namn',
      names.map((name) => ({ name, bytes: Buffer.from(`Avtal: ${name}`) })),
    );

    await drop(paths);

    for (const name of names) await page().getByText(name).first().waitFor();
    expect((await call(page(), 'agreements', 'list', {})).total).toBe(names.length);
  });

  it('are read in every encoding that Swedish texts come in', async () => {
    const texts = textsInEncodings();
    const before = (await call(page(), 'agreements', 'list', {})).total;

    await drop(
      folderOf(
        'kodningar',
        texts.map(({ encoding, bytes }) => ({ name: `${encoding}.txt`, bytes })),
      ),
    );

    const { rows } = await call(page(), 'agreements', 'list', { limit: 500 });
    expect(rows).toHaveLength(before + texts.length);
    for (const { encoding, text } of texts) {
      const row = rows.find((each) => each.fileName === `${encoding}.txt`);
      if (row === undefined) throw new Error(`${encoding} is not there`);
      const { documents } = await call(page(), 'agreements', 'get', { agreement: row.id });
      const document = documents[0]?.id;
      if (document === undefined) throw new Error(`${encoding} has no document`);
      const [first] = await call(page(), 'documents', 'readPages', { document, from: 1, to: 1 });
      expect(first?.text.trim()).toBe(text);
    }
  });

  it('are each listed with a reason and a next step when they cannot be read', async () => {
    const bad = await filesToRefuse();
    const before = (await call(page(), 'agreements', 'list', {})).total;

    await drop(folderOf('dåliga', bad));

    const progress = await call(page(), 'documents', 'progress');
    expect(
      Object.fromEntries((progress?.failed ?? []).map(({ fileName, code }) => [fileName, code])),
    ).toEqual(Object.fromEntries(bad.map(({ name, code }) => [name, code])));
    await page().getByText(`${bad.length} gick inte`).waitFor();
    await page().getByText('PDF:en är skyddad med lösenord', { exact: false }).first().waitFor();
    expect((await call(page(), 'agreements', 'list', {})).total).toBe(before);
  });

  it('are told as known, by what they hold, when they come again under another name', async () => {
    const before = (await call(page(), 'agreements', 'list', {})).total;

    await drop(
      folderOf('igen', [
        { name: 'nytt namn.txt', bytes: Buffer.from('Avtal: Överenskommelse åäö.txt') },
      ]),
    );

    await page().getByText('1 fanns redan').waitFor();
    expect((await call(page(), 'agreements', 'list', {})).total).toBe(before);
  });
});
