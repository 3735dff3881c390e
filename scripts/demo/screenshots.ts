import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright';

import commonEn from '../../renderer/i18n/common.en.json';
import commonSv from '../../renderer/i18n/common.sv.json';
import startEn from '../../renderer/i18n/start.en.json';
import startSv from '../../renderer/i18n/start.sv.json';
import verifyEn from '../../renderer/i18n/verify.en.json';
import verifySv from '../../renderer/i18n/verify.sv.json';
import { call } from '../../test/support/coding-window';
import type { Launched } from '../../test/support/launch-electron';

const words = {
  sv: { common: commonSv, start: startSv, verify: verifySv },
  en: { common: commonEn, start: startEn, verify: verifyEn },
};

const languages = ['sv', 'en'] as const;
const themes = ['light', 'dark'] as const;
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

type Screen =
  | 'agreements'
  | 'coding'
  | 'disagreements'
  | 'reliability'
  | 'export'
  | 'codebook'
  | 'journal';

interface Look {
  readonly language: (typeof languages)[number];
  readonly theme: (typeof themes)[number];
  readonly width: number;
  readonly height: number;
}

/** Pictures of the window under one folder, `<screen>-<language>-<theme>-<width>x<height>.png`. */
export class Screenshots {
  readonly #launched: Launched;
  readonly #folder: string;
  taken = 0;

  constructor(launched: Launched, folder: string) {
    this.#launched = launched;
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** What the window shows now. */
  async take(name: string): Promise<void> {
    const { window } = this.#launched;
    await this.#putMouseAway();
    // What fades or is loaded is let come to rest, and a document that is being drawn gets its pages.
    await window.waitForTimeout(350);
    await window.screenshot({ path: join(this.#folder, `${name}.png`) });
    this.taken += 1;
  }

  /** Nothing is to stand out because the mouse happens to be there. */
  async #putMouseAway(): Promise<void> {
    const { mouse } = this.#launched.window;
    const document = this.#launched.window.locator('iframe');
    // A driven mouse does not tell the document's frame that it leaves: first to where no passage is.
    if (await document.isVisible()) {
      const box = await document.boundingBox();
      if (box !== null) await mouse.move(box.x + 2, box.y + box.height - 2);
    }
    await mouse.move(1, 1);
  }

  /** Screens of an open project, in every look; then the window is as it was. */
  async takeScreens(names: readonly Screen[]): Promise<void> {
    const { window } = this.#launched;
    await this.#inEveryLook(async (look) => {
      const { common } = words[look.language];
      for (const screen of names) {
        await window
          .getByRole('navigation', { name: common.nav.label })
          .getByRole('button', { name: new RegExp(`^${common.nav[screen]}`) })
          .click();
        await settled(window, screen);
        await this.take(named(screen, look));
      }
    });
  }

  /** What the project's menu opens, in every look. */
  async takeDialogs(): Promise<void> {
    await this.#inEveryLook(async (look) => {
      const { common, verify } = words[look.language];
      await this.#dialog(common.settings.title, named('settings', look), look);
      await this.#dialog(common.keys.title, named('keys', look), look);
      await this.#dialog(verify.menu, named('verify', look), look);
    });
  }

  /** The start screen and its dialog, in every look; no project may be open. */
  async takeStart(): Promise<void> {
    const { window } = this.#launched;
    await this.#inEveryLook(async (look) => {
      const { start } = words[look.language];
      await window.getByRole('button', { name: start.new.title }).first().waitFor();
      await this.take(named('start', look));
      await window.getByRole('button', { name: start.new.title }).first().click();
      await window.getByRole('dialog').waitFor();
      await this.take(named('new-project', look));
      await window.keyboard.press('Escape');
      await window.getByRole('dialog').waitFor({ state: 'detached' });
    });
  }

  async #inEveryLook(picture: (look: Look) => Promise<void>): Promise<void> {
    for (const look of looks()) {
      await this.#wear(look);
      await picture(look);
    }
    await this.#wear({ language: 'sv', theme: 'light', width: 1440, height: 900 });
  }

  async #dialog(item: string, name: string, look: Look): Promise<void> {
    const { window } = this.#launched;
    const { verify } = words[look.language];
    await openProjectMenu(window);
    await window.getByRole('menuitem', { name: item }).click();
    await window.getByRole('dialog').waitFor();
    if (item === verify.menu) await window.getByText(verify.ok).waitFor();
    await this.take(name);
    await window.keyboard.press('Escape');
    await window.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async #wear({ language, theme, width, height }: Look): Promise<void> {
    const { app, window } = this.#launched;
    await call(window, 'app', 'changeSettings', { language, theme });
    await app.evaluate(
      ({ BrowserWindow }, size) => {
        for (const each of BrowserWindow.getAllWindows()) each.setContentSize(...size);
      },
      [width, height] as [number, number],
    );
    await window.waitForFunction(
      ([wide, high, lang]) =>
        innerWidth === wide && innerHeight === high && document.documentElement.lang === lang,
      [width, height, language] as const,
    );
  }
}

function looks(): Look[] {
  return languages.flatMap((language) =>
    themes.flatMap((theme) => sizes.map((size) => ({ language, theme, ...size }))),
  );
}

const named = (screen: string, { language, theme, width, height }: Look) =>
  `${screen}-${language}-${theme}-${width}x${height}`;

/** Until the screen has what it shows, and the document its first page. */
async function settled(window: Page, screen: Screen): Promise<void> {
  const main = window.getByRole('main');
  await main.waitFor();
  if (screen === 'coding' || screen === 'disagreements') {
    await window.frameLocator('iframe').locator('canvas, .sheet').first().waitFor();
  }
  if (screen === 'reliability') await main.getByRole('table').first().waitFor();
}

/** The menu at the project's name, whatever language the window speaks. */
export async function openProjectMenu(window: Page): Promise<void> {
  await window
    .getByRole('banner')
    .getByRole('button', { name: /^Samsyn/ })
    .click();
}
