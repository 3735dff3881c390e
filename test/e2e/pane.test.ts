import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { passageAt, type Passage } from '../../shared/domain/evidence';
import type { DocumentView } from '../../shared/domain/views';
import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { aDocx, paragraph } from '../support/docx-files';
import { drawnPdf, plainPdf } from '../support/pdf-files';
import { DocumentPage } from './pages/document';

const CLAUSE = 'Parterna ska stärka det förebyggande arbetet och öka tryggheten i kommunen.';

async function agreementPdf(): Promise<Buffer> {
  return drawnPdf((document) => {
    const { outline } = document;
    document.fontSize(20).text('Överenskommelse om partnerskap').fontSize(11).moveDown();
    outline.addItem('Överenskommelse');
    for (let page = 1; page <= 8; page += 1) {
      if (page > 1) document.addPage();
      outline.addItem(`${page} § Åtagande`);
      for (let line = 1; line <= 12; line += 1) {
        document.text(`Punkt ${page}.${line}. ${CLAUSE}`).moveDown(0.4);
      }
    }
    document.addPage();
    // Word by word across the columns, as some programs write them.
    document.text('Vänster spalt handlar om målgruppen', 60, 80, { width: 200, lineBreak: false });
    document.text('Höger spalt handlar om avtalstiden', 320, 80, { width: 200, lineBreak: false });
    document.text('och om kommunens invånare.', 60, 96, { width: 200, lineBreak: false });
    document.text('som är tre år.', 320, 96, { width: 200, lineBreak: false });
    for (const [row, [part, sum]] of [
      ['Kommunbidrag', '400 000 kr'],
      ['Föreningsbidrag', '150 000 kr'],
    ].entries()) {
      document.text(part ?? '', 60, 200 + 20 * row, { lineBreak: false });
      document.text(sum ?? '', 300, 200 + 20 * row, { lineBreak: false });
    }
  });
}

function annexDocx(): Buffer {
  const clauses = Array.from({ length: 30 }, (_, at) =>
    paragraph(`Stycke ${at + 1}. ${CLAUSE}`),
  ).join('');
  return aDocx({
    body: [
      paragraph('Bilaga', { style: 'Rubrik1' }),
      clauses,
      paragraph('Uppföljning', { style: 'Rubrik2' }),
      clauses,
      paragraph('Avtalstiden är två år.'),
    ].join(''),
  });
}

let window: CodingWindow;
let pane: DocumentPage;
let pdf: DocumentView;
let docx: DocumentView;

beforeAll(async () => {
  window = await openForCoding({
    'a avtal.pdf': await agreementPdf(),
    'b bilaga.docx': annexDocx(),
    'c saknas.pdf': plainPdf([['Avtal som saknas', 'Det gäller till den 31 december 2024.']]),
  });
  const [first, second] = window.agreements;
  if (first === undefined || second === undefined) throw new Error('There are no agreements.');
  const { documents } = await call(window.window, 'agreements', 'get', { agreement: second.id });
  const [annex] = documents;
  if (annex === undefined) throw new Error('There is no annex.');
  await call(window.window, 'documents', 'place', {
    document: annex.id,
    agreement: first.id,
    before: null,
  });
  const placed = await call(window.window, 'agreements', 'get', { agreement: first.id });
  const [main, last] = placed.documents;
  if (main === undefined || last === undefined) throw new Error('They are not together.');
  [pdf, docx] = [main, last];
  pane = new DocumentPage(window.window);
  await open('a avtal.pdf');
});
afterAll(async () => {
  await window.end();
});

async function open(fileName: string): Promise<void> {
  const { window: page } = window;
  await page.getByRole('button', { name: /^Avtal/ }).click();
  const name = page.getByRole('row').getByText(fileName, { exact: true }).first();
  await name.waitFor();
  await pane.listen();
  await name.click();
  await pane.hears('painted');
}

async function textOf(document: DocumentView, number: number): Promise<string> {
  const [page] = await call(window.window, 'documents', 'readPages', {
    document: document.id,
    from: number,
    to: number,
  });
  return page?.text ?? '';
}

async function passage(document: DocumentView, page: number, words: string): Promise<Passage> {
  const text = await textOf(document, page);
  const start = text.indexOf(words);
  const found = passageAt(document.id, { number: page, text }, start, start + words.length);
  if (start < 0 || found === null) throw new Error(`“${words}” is not on page ${page}.`);
  return found;
}

/** Selects with the mouse and attaches to a variable by its key. */
async function attach(words: string, key: string): Promise<void> {
  const hint = window.window.getByText('Markerad text: tryck');
  const line = await pane.line(words);
  await pane.listen();
  await pane.drag(line, line);
  await pane.selected(words);
  await hint.waitFor();
  await window.window.keyboard.press(key);
  await hint.waitFor({ state: 'hidden' });
  // What is still selected would be dragged away by the next drag over it.
  const frame = await pane.frame();
  await until(async () => (await frame.evaluate(() => String(getSelection()))) === '');
}

/** What has the keys: the document's frame is `IFRAME`. */
const keysAre = () => window.window.evaluate(() => document.activeElement?.tagName);

/**
 * Presses a key that takes the document away, and lets it go once that is seen, as a hand does. Let
 * go at once, as `press` does, it may be told to a frame that is about to go and never answers.
 */
async function pressAndLeave(
  modifier: string,
  key: string,
  left: () => Promise<void>,
): Promise<void> {
  const { keyboard } = window.window;
  await keyboard.down(modifier);
  keyboard.down(key).catch((error: unknown) => console.warn('Nobody took the key', error));
  await left();
  await keyboard.up(key);
  await keyboard.up(modifier);
}

async function go(page: number): Promise<void> {
  await pane.pageNumber.fill(String(page));
  await pane.pageNumber.press('Enter');
  await pane.hears('view', (view) => view.page === page);
}

/** What is written where each line of a mark lies. */
async function wordsUnderMarks(): Promise<string[]> {
  const frame = await pane.frame();
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pdfViewer .mark-line.first')].map((element) => {
      const box = element.getBoundingClientRect();
      const layer = element.closest('.page')?.querySelectorAll('.textLayer span') ?? [];
      const over = [...layer].find((span) => {
        const words = span.getBoundingClientRect();
        const x = (words.left + words.right) / 2;
        const y = (words.top + words.bottom) / 2;
        return x > box.left && x < box.right && y > box.top && y < box.bottom;
      });
      return over?.textContent ?? '';
    }),
  );
}

describe('the document pane', () => {
  it('takes evidence, and nothing is selected after', async () => {
    await (await pane.line('Punkt 1.1.')).waitFor();
    await attach('Punkt 1.1.', 'p');
    const frame = await pane.frame();
    await frame.locator('.mark-line').first().waitFor();

    // What was quoted is answered next.
    await window.window.locator('section[data-variable]:focus').waitFor();
    expect(await frame.evaluate(() => String(getSelection()))).toBe('');
    expect(await window.window.getByText('Markerad text: tryck').count()).toBe(0);
  });

  it('turns the pages by key, and marks, words and selection turn with them', async () => {
    const before = await wordsUnderMarks();
    await pane.listen();
    await window.window.keyboard.press('Control+r');
    await pane.hears('view', ({ turn }) => turn === 90);
    await (await pane.frame()).locator('.mark-line').first().waitFor();
    await window.window.waitForTimeout(400);
    const turned = await wordsUnderMarks();
    const box = await (await pane.frame()).locator('.mark-line').first().boundingBox();
    const line = await (await pane.line('Punkt 1.2.')).boundingBox();
    const { mouse } = window.window;
    await mouse.move((line?.x ?? 0) + 5, (line?.y ?? 0) + 2);
    await mouse.down();
    await mouse.move((line?.x ?? 0) + 5, (line?.y ?? 0) + (line?.height ?? 0) - 2, { steps: 5 });
    await mouse.up();
    const selected = await pane.selected('Punkt 1.2');
    await window.window.keyboard.press('Control+Shift+R');
    await pane.hears('view', ({ turn, at }) => turn === 0 && at > 0);
    await window.window.waitForTimeout(400);

    expect(before).toEqual([expect.stringContaining('Punkt 1.1.')]);
    expect(turned).toEqual(before);
    expect(box?.height).toBeGreaterThan(3 * (box?.width ?? 0));
    expect(selected.quote).toContain('förebyggande');
    expect(await wordsUnderMarks()).toEqual(before);
  });

  it('shows small pages, draws those in view, marks the page and its evidence, and goes by key', async () => {
    await pane.listen();
    await window.window.keyboard.press('F4');
    const frame = await pane.frame();
    const strip = frame.getByRole('listbox', { name: 'Sidor' });
    await strip.locator('canvas').first().waitFor();
    await window.window.waitForTimeout(300);
    const drawn = await strip.locator('canvas').count();
    const dots = await strip
      .getByRole('option', { name: 'Sida 1', exact: true })
      .locator('[data-colour]')
      .count();
    await window.window.keyboard.press('ArrowDown');
    await window.window.keyboard.press('ArrowDown');
    await pane.hears('view', ({ page }) => page === 3);
    const current = await strip.getByRole('option', { selected: true }).getAttribute('data-page');
    await window.window.keyboard.press('F4');
    await strip.waitFor({ state: 'hidden' });

    expect(drawn).toBeGreaterThan(1);
    expect(drawn).toBeLessThan(9);
    expect(dots).toBe(1);
    expect(current).toBe('3');
  });

  it('goes to a page by its number, after which the keys are the document’s', async () => {
    await pane.listen();
    await window.window.keyboard.press('Control+l');
    await pane.pageNumber.and(window.window.locator(':focus')).waitFor();
    await window.window.keyboard.type('4');
    await window.window.keyboard.press('Enter');
    await pane.hears('view', ({ page }) => page === 4);
    await until(async () => (await keysAre()) === 'IFRAME');
    await window.window.keyboard.press('Control+l');
    await pane.pageNumber.and(window.window.locator(':focus')).waitFor();
    await window.window.keyboard.press('Escape');
    await until(async () => (await keysAre()) === 'IFRAME');

    expect(await pane.pageNumber.inputValue()).toBe('4');
  });

  it('gives the keys of other screens to the window: Alt 1 goes to the list', async () => {
    const { window: page, app } = window;
    await (await pane.line('Punkt 4.2.')).click();
    await until(async () => (await keysAre()) === 'IFRAME');
    await pressAndLeave('Alt', '1', async () => {
      await page.getByRole('row').getByText('a avtal.pdf', { exact: true }).first().waitFor();
      await page.locator('iframe').waitFor({ state: 'detached' });
    });
    const isMenuShown = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((each) => each.isMenuBarVisible()),
    );
    await open('a avtal.pdf');

    expect(isMenuShown).toBe(false);
  });

  it('lists the outline of the PDF and goes where it leads', async () => {
    await pane.listen();
    await window.window.keyboard.press('Shift+F4');
    const list = window.window.getByRole('listbox', { name: 'Innehåll' });
    await list.getByRole('option').nth(8).waitFor();
    const titles = await list.getByRole('option').allTextContents();
    await list.getByRole('option', { name: '6 § Åtagande' }).click();
    await pane.hears('view', ({ page }) => page === 6);
    await window.window.keyboard.press('ArrowDown');
    await pane.hears('view', ({ page }) => page === 7);
    await window.window.keyboard.press('Shift+F4');

    expect(titles).toHaveLength(9);
    expect(titles[0]).toBe('Överenskommelse1');
    expect(await list.count()).toBe(0);
  });

  it('lists every hit with its page and words, and goes from one to the other', async () => {
    await go(1);
    await pane.listen();
    await pane.openFind();
    await pane.findField.fill('punkt 5');
    await pane.hears('found', ({ total, searching }) => total === 12 && !searching);
    const list = window.window.getByRole('listbox', { name: 'Alla träffar' });
    const rows = list.getByRole('option');
    await rows.nth(11).waitFor();
    await until(async () => (await rows.first().textContent()) !== '');
    const first = await rows.first().textContent();
    await rows.nth(4).click();
    await pane.hears('found', ({ current }) => current === 5);
    await list.focus();
    await window.window.keyboard.press('ArrowDown');
    await pane.hears('found', ({ current }) => current === 6);
    const count = await pane.findCount.textContent();
    const marked = await (
      await pane.frame()
    )
      .locator('.highlight.selected')
      .first()
      .evaluate((element) => element.parentElement?.textContent ?? '');
    await window.window.keyboard.press('Home');
    await pane.hears('found', ({ current, at }) => current === 1 && at > 0);

    expect(first).toContain('s. 5');
    expect(first).toContain('Punkt 5.1. Parterna ska');
    expect(count).toBe('6 av 12');
    expect(marked).toContain('Punkt 5.6.');
  });

  it('seeks whole words and capital letters when asked to', async () => {
    await pane.listen();
    await pane.findField.fill('kommun');
    await pane.hears('found', ({ query, total }) => query === 'kommun' && total > 90);
    await pane.press('Hela ord');
    const whole = await pane.hears(
      'found',
      ({ query, total, searching }) => query === 'kommun' && total === 0 && !searching,
    );
    await pane.findField.fill('parterna');
    await pane.hears('found', ({ query, total }) => query === 'parterna' && total === 96);
    await pane.press('Skilj på stora och små bokstäver');
    await pane.hears(
      'found',
      ({ query, total, at }) => query === 'parterna' && total === 0 && at > whole.at,
    );
    await pane.press('Hela ord');
    await pane.press('Skilj på stora och små bokstäver');
    await pane.findField.press('Escape');

    expect(await pane.findField.count()).toBe(0);
  });

  it('gives columns and table rows as they are read', async () => {
    await go(9);
    await (await pane.line('Vänster spalt')).waitFor();
    await pane.listen();
    await pane.drag(await pane.line('Kommunbidrag'), await pane.line('150 000 kr'));
    const rows = await pane.selected('150 000 kr');
    const left = await pane.line('Vänster spalt');
    await pane.drag(left, await pane.line('och om kommunens'));
    const column = await pane.selected('Vänster spalt');
    const text = await textOf(pdf, 9);

    expect(rows.quote.replace(/\s+/g, ' ')).toBe(
      'Kommunbidrag 400 000 kr Föreningsbidrag 150 000 kr',
    );
    expect(text.slice(column.start, column.end)).toBe(column.quote);
    expect(column.quote).toContain('kommunens invånare');
  });

  it('keeps both colours where two variables quote the same words, and names both', async () => {
    await go(2);
    await (await pane.line('Punkt 2.1.')).waitFor();
    await attach('Punkt 2.1.', 'o');
    await attach('Punkt 2.1.', 'm');
    const frame = await pane.frame();
    const lines = frame.locator('.page[data-page-number="2"] .mark-line');
    await lines.nth(1).waitFor();
    const bands = await lines.locator('.mark-colour').evaluateAll((elements) =>
      elements.map((element) => {
        const { top, height } = element.getBoundingClientRect();
        return {
          top: Math.round(top),
          height: Math.round(height),
          ground: getComputedStyle(element).backgroundColor,
        };
      }),
    );
    const box = await lines.first().boundingBox();
    await window.window.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 4);
    const tip = frame.getByRole('tooltip');
    await tip.waitFor();
    const told = await tip.locator('div').allTextContents();

    expect(new Set(bands.map(({ ground }) => ground)).size).toBe(2);
    expect(Math.abs((bands[0]?.top ?? 0) - (bands[1]?.top ?? 0))).toBeGreaterThan(3);
    expect(told).toHaveLength(2);
    expect(new Set(told.map((line) => line.split(':')[0])).size).toBe(2);
  });

  it('changes document by key and from the menu, and remembers the place in each', async () => {
    await go(5);
    await window.window.waitForTimeout(100);
    await pane.listen();
    await window.window.keyboard.press('Alt+PageDown');
    await pane.hears('painted', ({ document }) => document === docx.id);
    await (await pane.line('Stycke 3.')).waitFor();
    await attach('Stycke 3.', 's');
    await window.window.keyboard.press('Shift+F4');
    const outline = window.window.getByRole('listbox', { name: 'Innehåll' });
    await outline.getByRole('option', { name: /^Uppföljning/ }).waitFor();
    const headings = await outline.getByRole('option').count();
    await window.window.keyboard.press('Shift+F4');
    await pane.listen();
    await window.window.getByRole('button', { name: /^b bilaga\.docx, dokument 2 av 2/ }).click();
    await window.window.getByRole('menuitem', { name: /a avtal\.pdf/ }).click();
    await pane.hears('painted', ({ document }) => document === pdf.id);
    const view = await pane.hears('view', ({ page }) => page === 5);

    expect(headings).toBe(2);
    expect(view.pageCount).toBe(9);
  });

  it('walks through all evidence in the order of reading, from the form and from the document', async () => {
    await pane.listen();
    const seen: string[] = [];
    const walk = async (key: string, words: string): Promise<void> => {
      await window.window.keyboard.press(key);
      const flashing = (await pane.frame()).locator('.mark-line.flash').first();
      await flashing.waitFor();
      seen.push(words);
      await (await pane.line(words)).waitFor();
    };
    // Last was attached on the second document: from there, back through the first.
    await window.window.getByRole('region', { name: 'Målgrupp' }).getByRole('heading').click();
    await walk('Alt+ArrowUp', 'Punkt 2.1.');
    await window.window.waitForTimeout(1800);
    await walk('Alt+ArrowUp', 'Punkt 2.1.');
    await window.window.waitForTimeout(1800);
    await (await pane.line('Punkt 2.5.')).click();
    await walk('Alt+ArrowUp', 'Punkt 1.1.');
    await window.window.waitForTimeout(1800);
    await (await pane.line('Punkt 1.5.')).click();
    for (const words of ['Punkt 2.1.', 'Punkt 2.1.']) await walk('Alt+ArrowDown', words);
    await pane.listen();
    await window.window.keyboard.press('Alt+ArrowDown');
    await pane.hears('painted', ({ document }) => document === docx.id);
    await (await pane.frame()).locator('.mark-line.flash').first().waitFor();

    expect(seen).toHaveLength(5);
  });

  it('points at any passage, also one that bears no mark', async () => {
    const sought = await passage(docx, docx.pageCount, 'Avtalstiden är två år');
    const frame = await pane.frame();
    // What was walked to before stands out for a while yet.
    await until(async () => (await frame.locator('.mark-line.flash').count()) === 0);
    await window.window.evaluate((place) => {
      document
        .querySelector('iframe')
        ?.contentWindow?.postMessage({ kind: 'show-passage', passage: place }, 'app://viewer');
    }, sought);
    const pointed = frame.locator('.mark-pointed').first();
    await pointed.waitFor();
    const desk = await window.window.locator('iframe').boundingBox();
    await until(async () => {
      const y = (await pointed.boundingBox())?.y ?? 0;
      return y > (desk?.y ?? 0) && y < (desk?.y ?? 0) + (desk?.height ?? 0);
    });

    expect(sought.page).toBe(docx.pageCount);
  });

  it('tells of evidence whose words are not in the text', async () => {
    const [agreement] = window.agreements;
    const known = await passage(pdf, 3, 'Punkt 3.1.');
    const view = await call(window.window, 'codings', 'open', {
      agreement: agreement?.id ?? ('' as never),
    });
    const variable = view.answers[0]?.variable;
    if (variable === undefined) throw new Error('There is no answer.');
    await call(window.window, 'codings', 'attachEvidence', {
      agreement: view.agreement,
      variable,
      passage: { ...known, quote: 'Ord som inte står här', prefix: '', suffix: '' },
    });
    await open('c saknas.pdf');
    await open('a avtal.pdf');
    await window.window.keyboard.press('Alt+PageUp');
    const notice = window.window.getByRole('button', { name: '1 belägg hittades inte i texten' });
    await notice.waitFor();
    await notice.click();
    await pane.listen();
    await window.window
      .getByRole('status')
      .getByRole('button', { name: /Ord som inte står här/ })
      .click();
    const { pageCount } = await pane.hears('view', ({ page }) => page === 3);

    expect(pageCount).toBe(9);
  });

  it('enlarges around the pointer when Control and the wheel are turned', async () => {
    await pane.listen();
    const line = await pane.line('Punkt 3.4.');
    const before = await line.boundingBox();
    const [x, y] = [(before?.x ?? 0) + 20, (before?.y ?? 0) + 8];
    await window.window.mouse.move(x, y);
    await window.window.keyboard.down('Control');
    for (let turn = 0; turn < 4; turn += 1) await window.window.mouse.wheel(0, -120);
    await window.window.keyboard.up('Control');
    const view = await pane.hears('view', ({ fit }) => fit === 'free');
    await window.window.waitForTimeout(500);
    const after = await line.boundingBox();

    expect(view.scale).toBeGreaterThan(1);
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(14);
  });

  it('keeps the size that was chosen last, also when it is left at once', async () => {
    await pane.listen();
    await pane.press('Anpassa till bredden');
    await pane.hears('view', ({ fit }) => fit === 'fit-width');
    await open('c saknas.pdf');
    const next = await pane.hears('view');
    await open('a avtal.pdf');

    expect(next.fit).toBe('fit-width');
  });
});

describe('files over the document', () => {
  it('are the window’s, which lays its own target over the frame', async () => {
    const desk = await window.window.locator('iframe').boundingBox();
    const at = { x: Math.round((desk?.x ?? 0) + 200), y: Math.round((desk?.y ?? 0) + 200) };
    const session = await window.window.context().newCDPSession(window.window);
    const file = join(window.folder, 'received', 'd nytt.txt');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(file, 'Ett nytt avtal.');
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      session.send('Input.dispatchDragEvent', { type, ...at, data });
    await drag('dragEnter');
    await drag('dragOver');
    await window.window.getByText('Släpp').first().waitFor();
    await drag('dragEnter');
    await drag('dragOver');
    await drag('drop');
    await until(async () => (await call(window.window, 'agreements', 'counts')).documents === 4);

    expect(await window.window.locator('iframe').count()).toBe(1);
  });
});

describe('a document whose original is gone', () => {
  it('is told, the text that was read stands there, and the file added again is shown itself', async () => {
    const [, , third] = window.agreements;
    const { documents } = await call(window.window, 'agreements', 'get', {
      agreement: third?.id ?? ('' as never),
    });
    const id = documents[0]?.id ?? '';
    await rm(join(window.folder, 'Prov.samsyn', 'documents', id.slice(0, 2), id));
    await open('a avtal.pdf');
    // The frame keeps the last documents parsed: a new one does not.
    await window.window.reload();
    // Until it is where one was: what is opened sooner would be left again.
    await window.window.getByRole('region', { name: /^Formulär för avtal/ }).waitFor();
    await open('c saknas.pdf');
    await window.window.getByRole('alert').filter({ hasText: 'finns inte längre' }).waitFor();
    await (await pane.line('31 december 2024')).waitFor();
    await attach('31 december 2024', 's');
    const mark = (await pane.frame()).locator('.sheet [data-style=evidence]').first();
    await mark.waitFor();
    const colour = await mark.getAttribute('data-colour');
    await call(window.window, 'documents', 'add', {
      paths: [join(window.folder, 'received', 'c saknas.pdf')],
    });
    const page = window.window.locator('iframe').contentFrame().locator('.pdfViewer .mark-line');
    await page.first().waitFor();

    expect(colour).toBe('4');
    expect(await window.window.getByRole('alert').count()).toBe(0);
  });

  it('breaks none of the frame’s rules', async () => {
    const problems = await window.problems();

    expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
  });
});
