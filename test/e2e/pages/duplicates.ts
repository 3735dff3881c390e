import type { Locator, Page } from 'playwright';

/** Dubbletter, in Swedish: pairs at the left, two texts side by side, what they are said to be. */
export class Duplicates {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get pairs(): Locator {
    return this.page
      .getByRole('region', { name: 'Par av dokument som liknar varandra' })
      .getByRole('listitem');
  }

  get texts(): Locator {
    return this.page.getByRole('region', { name: 'Texterna sida vid sida' });
  }

  get pair(): Locator {
    return this.page.getByRole('region', { name: 'Två dokument sida vid sida' });
  }

  /** Opens the pair of two documents by their names. */
  async open(one: string, other: string): Promise<void> {
    await this.pairs
      .filter({ hasText: one })
      .filter({ hasText: other })
      .getByRole('button')
      .click();
    await this.pair.getByRole('heading', { name: other }).waitFor();
  }

  show(which: 'Att avgöra' | 'Avgjorda'): Promise<void> {
    return this.page.getByText(new RegExp(`^${which} \\(`)).click();
  }
}
