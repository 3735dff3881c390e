import type { Frame, Locator, Page } from 'playwright';

import type { Passage } from '../../../shared/domain/evidence';
import type { FromFrame } from '../../../renderer/document/protocol';
import { until } from '../../support/coding-window';

declare global {
  interface Window {
    heardFromFrame?: unknown[];
  }
}

/** The document pane as a person meets it. */
export class DocumentPage {
  readonly #page: Page;
  readonly pageNumber: Locator;
  readonly findField: Locator;
  readonly findCount: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.pageNumber = page.getByRole('textbox', { name: /^Sida, av/ });
    this.findField = page.getByRole('textbox', { name: 'Sök i dokumentet' });
    this.findCount = page.getByRole('search').getByRole('status');
  }

  /** Keeps what the frame says from now on. */
  async listen(): Promise<void> {
    await this.#page.evaluate(() => {
      const heard: unknown[] = [];
      window.heardFromFrame = heard;
      window.addEventListener('message', (event) => {
        heard.push({ ...(event.data as object), at: performance.timeOrigin + performance.now() });
      });
    });
  }

  async heard(): Promise<(FromFrame & { at: number })[]> {
    const messages = await this.#page.evaluate(() => window.heardFromFrame ?? []);
    return messages as (FromFrame & { at: number })[];
  }

  /** Waits for a message of this kind that is as wanted, and gives the last such one. */
  async hears<Kind extends FromFrame['kind']>(
    kind: Kind,
    wanted: (message: Extract<FromFrame, { kind: Kind }> & { at: number }) => boolean = () => true,
  ): Promise<Extract<FromFrame, { kind: Kind }> & { at: number }> {
    let found: unknown;
    await until(async () => {
      found = (await this.heard()).findLast(
        (message) => message.kind === kind && wanted(message as never),
      );
      return found !== undefined;
    });
    return found as Extract<FromFrame, { kind: Kind }> & { at: number };
  }

  /** Opens the agreement of a file from the list, and waits until its document is painted. */
  async openFromList(fileName: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Avtal/ }).click();
    const row = this.#page.getByRole('row').getByText(fileName);
    await row.waitFor();
    await this.listen();
    await row.click();
    await this.hears('painted');
  }

  /** The document frame itself. */
  async frame(): Promise<Frame> {
    const element = await this.#page.locator('iframe').elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('There is no document frame.');
    return frame;
  }

  /** A line of the document that is on the screen, by what it says. */
  async line(text: string): Promise<Locator> {
    return (await this.frame()).getByText(text).first();
  }

  /** Selects by dragging from the beginning of one line to the end of another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const start = await boxOf(from);
    const end = await boxOf(to);
    const { mouse } = this.#page;
    // In the first and in the last of the lines that they may be broken into.
    const top = start.y + Math.min(8, start.height / 2);
    const bottom = end.y + end.height - Math.min(8, end.height / 2);
    await mouse.move(start.x + 1, top);
    await mouse.down();
    await mouse.move(start.x + 30, top, { steps: 4 });
    await mouse.move(end.x + end.width - 1, bottom, { steps: 8 });
    await mouse.up();
  }

  /** The passage that the frame told of last; waits until it holds the words. */
  async selected(words: string): Promise<Passage> {
    const { passage } = await this.hears(
      'selection',
      (message) => message.passage?.quote.includes(words) ?? false,
    );
    if (passage === null) throw new Error('Nothing is selected.');
    return passage;
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  async openFind(): Promise<void> {
    await this.#page.getByRole('toolbar').getByRole('button', { name: 'Sök' }).click();
  }
}

async function boxOf(
  locator: Locator,
): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}
