import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { passageAt } from '../../shared/domain/evidence';
import type { AgreementRow } from '../../shared/domain/views';
import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { aDocx, paragraph } from '../support/docx-files';
import { drawnPdf, longPdf } from '../support/pdf-files';
import { DocumentPage } from './pages/document';

const PURPOSE =
  'Partnerskapet syftar till att utveckla och stärka det kunskapsbaserade brottsförebyggande arbetet i staden samt att öka tryggheten för äldre och barn.';

async function agreementPdf(): Promise<Buffer> {
  return drawnPdf((document) => {
    document.fontSize(20).text('Överenskommelse om idéburet offentligt partnerskap');
    document.moveDown().fontSize(11);
    for (let number = 1; number <= 60; number += 1) {
      document.text(`${number} § ${PURPOSE}`).moveDown(0.3);
    }
    document.addPage().fontSize(11);
    document.text('Vänster spalt om målgrupp, som är kommunens invånare.', 60, 80, { width: 200 });
    document.text('Höger spalt om avtalstid, som är tre år.', 320, 80, { width: 200 });
  });
}

function agreementDocx(): Buffer {
  const clauses = Array.from({ length: 40 }, (_, index) =>
    paragraph(`Punkt ${index + 1}. ${PURPOSE}`),
  ).join('');
  return aDocx({
    body: `${paragraph('Överenskommelse', { style: 'Rubrik1' })}${paragraph('1. Syfte', { style: 'Rubrik2' })}${clauses}`,
  });
}

let window: CodingWindow;
let pane: DocumentPage;

beforeAll(async () => {
  window = await openForCoding({
    'a avtal.pdf': await agreementPdf(),
    'b avtal.docx': agreementDocx(),
    'c lång.pdf': longPdf(2000),
  });
  pane = new DocumentPage(window.window);
  await pane.listen();
});
afterAll(async () => {
  await window.end();
});

/** Opens an agreement from the list, and tells how long it took until its page was painted. */
async function open(fileName: string): Promise<void> {
  const { window: page } = window;
  await page.getByRole('button', { name: /^Avtal/ }).click();
  const row = page.getByText(fileName).first();
  await row.waitFor();
  await pane.listen();
  await row.click();
  await pane.hears('painted');
}

function agreementOf(fileName: string): AgreementRow {
  const found = window.agreements.find((agreement) => agreement.fileName === fileName);
  if (found === undefined) throw new Error(`There is no agreement ${fileName}.`);
  return found;
}

/** A page's text as the reader process put it into the project. */
async function storedText(fileName: string, page: number): Promise<string> {
  const agreement = agreementOf(fileName).id;
  const { documents } = await call(window.window, 'agreements', 'get', { agreement });
  const [document] = documents;
  if (document === undefined) throw new Error(`${fileName} has no document.`);
  const [stored] = await call(window.window, 'documents', 'readPages', {
    document: document.id,
    from: page,
    to: page,
  });
  return stored?.text ?? '';
}

/** The nine characters that stand where a mark begins. */
async function wordsUnder(mark: Locator): Promise<string> {
  return mark.evaluate((element) => {
    const box = element.getBoundingClientRect();
    const place = document.caretRangeFromPoint(box.left + 1, box.top + box.height / 2);
    const node = place?.startContainer;
    return (node?.nodeValue ?? '').slice(place?.startOffset, (place?.startOffset ?? 0) + 9);
  });
}

describe.each(['a avtal.pdf', 'b avtal.docx'])('the document pane with %s', (fileName) => {
  beforeAll(async () => {
    await open(fileName);
  });

  it('goes to the page that is asked for and tells where it is', async () => {
    await pane.pageNumber.fill('2');
    await pane.pageNumber.press('Enter');
    const view = await pane.hears('view', ({ page }) => page === 2);
    await pane.press('Föregående sida');
    await pane.hears('view', ({ page, at }) => page === 1 && at > view.at);

    expect(view.pageCount).toBe(agreementOf(fileName).pageCount);
    expect(await pane.pageNumber.inputValue()).toBe('1');
  });

  it('enlarges, reduces and fits', async () => {
    await pane.press('Anpassa till sidan');
    const page = await pane.hears('view', ({ fit }) => fit === 'fit-page');
    await pane.press('Anpassa till bredden');
    const width = await pane.hears('view', ({ fit, at }) => fit === 'fit-width' && at > page.at);
    await pane.press('Förstora');
    const larger = await pane.hears('view', ({ fit, at }) => fit === 'free' && at > width.at);
    await pane.press('Anpassa till bredden');

    expect(page.scale).toBeLessThan(width.scale);
    expect(larger.scale).toBeGreaterThan(width.scale);
  });

  it('counts what it finds and steps from one to the next', async () => {
    await pane.openFind();
    await pane.findField.fill('KUNSKAPSBASERADE');
    const occurrences = fileName === 'a avtal.pdf' ? 60 : 40;
    await pane.hears('found', ({ total, searching }) => total === occurrences && !searching);
    const first = await pane.findCount.textContent();
    await pane.findField.press('Enter');
    await pane.hears('found', ({ current }) => current === 2);
    await pane.findField.press('Shift+Enter');
    await pane.hears('found', ({ current, at }) => current === 1 && at > 0);
    await pane.findField.fill('arbete i stäb');
    await pane.hears(
      'found',
      ({ query, total, searching }) => query === 'arbete i stäb' && total === 0 && !searching,
    );
    const none = await pane.findCount.textContent();
    await pane.findField.press('Escape');

    expect(first).toBe(`1 av ${occurrences}`);
    expect(none).toBe('Inga träffar');
    expect(await pane.findField.count()).toBe(0);
  });

  it('gives what is selected as the passage that the stored text has', async () => {
    const frame = await pane.frame();
    await pane.drag(await pane.line('kunskapsbaserade'), await pane.line('kunskapsbaserade'));
    const selected = await frame.evaluate(() => String(getSelection()));
    const passage = await pane.selected('Partnerskapet syftar');
    const text = await storedText(fileName, 1);

    expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
    expect(passage.quote.replace(/\s+/g, ' ')).toBe(selected.trim().replace(/\s+/g, ' '));
    expect(passage).toEqual(
      passageAt(passage.document, { number: 1, text }, passage.start, passage.end),
    );
  });

  it('keeps a mark on its words through zooming, and tells of clicks on it', async () => {
    const frame = await pane.frame();
    await pane.drag(await pane.line('stärka det'), await pane.line('stärka det'));
    await pane.selected('stärka det');
    await window.window.keyboard.press('p');
    const mark = frame.locator('.mark-line.first');
    await mark.waitFor();
    const id = await mark.getAttribute('data-id');
    const before = await wordsUnder(mark);
    await frame.evaluate(() => {
      const look = (): void => {
        if (document.querySelector('.mark-line') === null) document.body.dataset.markLost = 'yes';
        requestAnimationFrame(look);
      };
      look();
    });
    await pane.press('Förstora');
    await pane.press('Förstora');
    await window.window.waitForTimeout(800);
    const after = await wordsUnder(mark);
    const lost = await frame.evaluate(() => document.body.dataset.markLost);
    await pane.press('Anpassa till bredden');
    await window.window.waitForTimeout(800);
    const box = await mark.boundingBox();
    await window.window.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
    const clicked = await pane.hears('mark-clicked');

    expect([before, after]).toEqual([expect.any(String), before]);
    expect(lost).toBeUndefined();
    expect(clicked.id).toBe(id);
  });
});

describe('a PDF in the document pane', () => {
  // How long that takes is for `npm run bench`.
  it('shows the first page of 2,000, draws only those in view, and finds the last', async () => {
    await open('c lång.pdf');
    const frame = await pane.frame();
    const drawn = await frame.locator('.pdfViewer canvas').count();
    await pane.openFind();
    await pane.findField.fill('Sida 2000 av');
    const found = await pane.hears('found', ({ total, searching }) => total === 1 && !searching);
    await pane.hears('view', ({ page }) => page === 2000);
    await pane.findField.press('Escape');

    expect(drawn).toBeLessThan(10);
    expect(found.current).toBe(1);
  });

  it('gives a selection over two columns and over a page break as one stretch of one page', async () => {
    await open('a avtal.pdf');
    await pane.pageNumber.fill('4');
    await pane.pageNumber.press('Enter');
    const left = await pane.line('Vänster spalt');
    await left.waitFor();
    await pane.drag(left, await pane.line('avtalstid, som är'));
    const columns = await pane.selected('avtalstid');
    const text = await storedText('a avtal.pdf', 4);
    await (
      await pane.frame()
    ).evaluate(() => {
      const [third, fourth] = [3, 4].map((page) =>
        document.querySelector(`.page[data-page-number="${page}"] .textLayer`),
      );
      const last = third?.querySelector('span:last-of-type')?.firstChild ?? null;
      const first = fourth?.querySelector('span')?.firstChild ?? null;
      if (last && first) getSelection()?.setBaseAndExtent(last, 2, first, 5);
    });
    const over = await pane.hears('selection', ({ passage }) => passage?.page === 3);
    const third = await storedText('a avtal.pdf', 3);

    expect(columns.quote.startsWith('Vänster spalt')).toBe(true);
    expect(text.slice(columns.start, columns.end)).toBe(columns.quote);
    expect(over.passage?.end).toBe(third.trimEnd().length);
  });
});

describe('the document frame', () => {
  it('opens the find field by key, also with the focus in the document', async () => {
    await open('a avtal.pdf');
    await (await pane.line('Partnerskapet')).click();
    await window.window.keyboard.press('Control+f');
    await pane.findField.waitFor();
    await window.window.keyboard.type('tryggheten');
    await pane.hears('found', ({ query, total }) => query === 'tryggheten' && total > 0);
    await window.window.keyboard.press('Escape');

    expect(await pane.findField.count()).toBe(0);
  });

  it('breaks none of its own rules', async () => {
    expect(await window.problems()).toEqual([]);
  });

  // Last: Playwright gives up a page of which any process died, so this one looks through main's eyes.
  it('is made anew when its process dies, and takes nothing with it', async () => {
    await open('a avtal.pdf');
    await window.app.evaluate(({ BrowserWindow }) => {
      const [frame] = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? [];
      if (frame === undefined) throw new Error('There is no document frame.');
      process.kill(frame.osProcessId, 'SIGKILL');
    });
    const inWindow = <T>(script: string): Promise<T> =>
      window.app.evaluate(
        ({ BrowserWindow }, code) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<T>,
        script,
      );
    const alert = `document.querySelector('[role=alert]')?.textContent ?? ''`;
    await until(async () => (await inWindow<string>(alert)) !== '');
    const told = await inWindow<string>(alert);
    await inWindow(`document.querySelector('[role=alert] button').focus()`);
    await window.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Enter' });
      contents?.sendInputEvent({ type: 'char', keyCode: 'Enter' });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Enter' });
    });
    await until(async () =>
      (await inWindow<{ kind: string }[]>('window.heardFromFrame.slice(-20)'))
        .slice(1)
        .some(({ kind }) => kind === 'ready'),
    );
    await until(async () => (await inWindow<string>(alert)) === '');

    expect(told).toContain('slutade svara');
  });
});
