import type { Locator, Page } from 'playwright';

/** The search over everything, in Swedish. */
export class SearchPage {
  readonly #page: Page;
  readonly field: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.field = page.getByRole('combobox', { name: 'Sök i allt' });
    this.status = page.getByRole('dialog', { name: 'Sök i allt' }).getByRole('status');
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('Control+k');
    await this.field.waitFor();
  }

  /** Replaces what is typed. */
  async type(text: string): Promise<void> {
    await this.field.fill('');
    await this.field.pressSequentially(text, { delay: 15 });
  }

  group(name: string): Locator {
    return this.#page.getByRole('group', { name });
  }

  async groups(): Promise<string[]> {
    const headings = this.#page.getByRole('listbox', { name: 'Träffar' }).getByRole('group');
    const names: string[] = [];
    for (const group of await headings.all()) {
      names.push((await group.locator('div').first().innerText()).trim());
    }
    return names;
  }

  hit(words: string): Locator {
    return this.#page.getByRole('option').filter({ hasText: words }).first();
  }
}
