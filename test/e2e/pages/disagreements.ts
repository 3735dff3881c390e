import type { Locator, Page } from 'playwright';

/** Oenigheter: both readings beside the document. */
export class DisagreementsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  variable(label: string): Locator {
    return this.page.getByRole('region', { name: label, exact: true });
  }

  reading(label: string, reviewer: string): Locator {
    return this.variable(label).getByRole('radio', { name: new RegExp(`^${reviewer}:`) });
  }

  async choose(label: string, reviewer: string, rationale = ''): Promise<void> {
    await this.reading(label, reviewer).check({ force: true });
    if (rationale !== '') {
      await this.variable(label).getByLabel(`Motivering för ${label}`).fill(rationale);
    }
  }

  /** Makes a reviewer one of those who decide. */
  async decideBy(name: string): Promise<void> {
    const toggle = this.page.getByRole('button', { name: `${name} beslutar` });
    if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
  }
}
