import type { Page } from 'playwright';

export type Screen =
  | 'Avtal'
  | 'Kategorisering'
  | 'Samstämmighet'
  | 'Oenigheter'
  | 'Export'
  | 'Kodbok'
  | 'Logg'
  | 'Dubbletter';

/** The project's frame, in Swedish: navigation, who codes, whether everything is saved. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(screen: Screen): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Navigering' })
      .getByRole('button', { name: new RegExp(`^${screen}`) })
      .click();
  }

  /** Adds a reviewer in "Vem kodar?" and lets them code. */
  async addReviewer(name: string): Promise<void> {
    const top = this.page.getByRole('banner');
    const nobody = top.getByRole('button', { name: 'Vem kodar?' });
    if (await nobody.isVisible()) await nobody.click();
    else {
      await top.getByRole('button', { name: /^Kodar:/ }).click();
      await this.page.getByRole('menuitem', { name: 'Lägg till granskare …' }).click();
    }
    const dialog = this.page.getByRole('dialog', { name: 'Vem kodar?' });
    await dialog.getByLabel('Ny granskare').fill(name);
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    const newcomer = dialog.getByRole('button', { name: `Koda som ${name}` });
    // Nobody who codes is made to be somebody else; where nobody does, the dialog closes by itself.
    await newcomer.or(top.getByRole('button', { name: `Kodar: ${name}` })).waitFor();
    if (await newcomer.isVisible()) await newcomer.click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Changes to a reviewer who is there already. */
  async become(name: string): Promise<void> {
    const current = this.page.getByRole('banner').getByRole('button', { name: /^Kodar:/ });
    if (((await current.getAttribute('aria-label')) ?? '').includes(name)) return;
    await current.click();
    await this.page.getByRole('menu').getByText(name, { exact: true }).click();
    await this.page.getByRole('button', { name: new RegExp(`^Kodar: ${name}`) }).waitFor();
  }

  /** Waits until the pill says that everything is on the disk. */
  async saved(): Promise<void> {
    await this.page.getByRole('banner').getByText('Sparat', { exact: true }).waitFor();
  }
}
