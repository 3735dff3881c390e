import type { Frame, Locator, Page } from 'playwright';

/** Kategorisering: the document beside the form. */
export class CodingPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  form(number: number): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^Formulär för avtal 0*${number}$`) });
  }

  /** One question of the form, by its label. */
  variable(label: string): Locator {
    return this.page.getByRole('region', { name: label, exact: true });
  }

  /** Makes a variable the active one, as with its letter. */
  async goTo(label: string): Promise<void> {
    await this.variable(label).getByRole('heading').click();
  }

  async addActor(label: string, name: string): Promise<void> {
    const box = this.variable(label).getByRole('combobox');
    await box.click();
    await box.pressSequentially(name);
    const option = this.page.getByRole('option').first();
    await option.waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    await this.variable(label)
      .getByRole('button', { name: `Ta bort ${name}` })
      .waitFor();
  }

  /** Types into a field of a variable and leaves it. */
  async type(label: string, text: string): Promise<void> {
    const field = this.variable(label).getByRole('textbox').first();
    await field.fill(text);
    await field.press('Tab');
  }

  chosen(label: string): Locator {
    return this.variable(label).getByRole('radio', { checked: true });
  }

  evidence(label: string): Locator {
    return this.page.getByRole('list', { name: `Belägg för ${label}` });
  }

  /** The marks that evidence leaves in the document, a piece for each line of it. */
  async marks(): Promise<Locator> {
    return (await this.frame()).locator('.mark-line');
  }

  /** The document's own frame. */
  async frame(): Promise<Frame> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const found = this.page.frames().find((frame) => frame.url().startsWith('app://viewer'));
      if (found) return found;
      await this.page.waitForTimeout(50);
    }
    throw new Error('There is no document frame');
  }

  /** Waits until the document shows these words, then drags over them with the mouse. */
  async select(words: string): Promise<void> {
    const frame = await this.frame();
    const text = frame.getByText(words).first();
    await text.waitFor({ timeout: 20_000 });
    await text.scrollIntoViewIfNeeded();
    // The range of exactly these words, in the coordinates of the frame.
    const box = await text.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
      }
      throw new Error(`"${wanted}" is not in one piece of text`);
    }, words);
    const outer = await (await frame.frameElement()).boundingBox();
    if (outer === null) throw new Error('The document frame is not shown');
    await this.page.mouse.move(outer.x + box.left + 0.5, outer.y + box.y);
    await this.page.mouse.down();
    await this.page.mouse.move(outer.x + box.right - 0.5, outer.y + box.y, { steps: 6 });
    await this.page.mouse.up();
    await this.page.getByText('Markerad text: tryck en variabels bokstav').waitFor();
  }

  /** Hands in; a second time when the form tells of gaps. */
  async submit(): Promise<void> {
    await this.page.keyboard.press('Control+Enter');
    const gaps = this.page.getByText('Ctrl+Enter igen lämnar in ändå.');
    await this.page.waitForTimeout(300);
    if (await gaps.isVisible()) await this.page.keyboard.press('Control+Enter');
  }
}
