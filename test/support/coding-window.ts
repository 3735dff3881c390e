import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import type { Page } from 'playwright';

import type { Bridge } from '../../main/preload';
import type { AgreementRow } from '../../shared/domain/views';
import type { Api, Reply } from '../../shared/ipc/contract';
import { launchSamsyn, type Launched } from './launch-electron';

declare const window: { readonly samsyn: Bridge };

type Value<T> = T extends Promise<Reply<infer V>> ? V : never;

/** Calls main as the window does, and insists on an answer. */
export async function call<Topic extends keyof Api, Name extends keyof Api[Topic]>(
  page: Page,
  topic: Topic,
  name: Name,
  ...input: Api[Topic][Name] extends (...args: infer Args) => unknown ? Args : never
): Promise<Value<Api[Topic][Name] extends (...args: never) => infer R ? R : never>> {
  const reply = (await page.evaluate(
    ([toTopic, toName, value]) => window.samsyn.call(toTopic, toName, value),
    [topic as string, String(name), input[0]] as const,
  )) as Reply<never>;
  if (!reply.ok) throw new Error(`${topic}.${String(name)}: ${reply.error.message}`);
  return reply.value;
}

export interface CodingWindow extends Launched {
  readonly folder: string;
  /** The agreements in number order: that of the received files. */
  readonly agreements: readonly AgreementRow[];
  /** Closes and takes away what was made. */
  readonly end: () => Promise<void>;
}

interface CodingOptions {
  readonly codersWanted?: number;
  readonly userData?: string;
  /** Of files that do not open without one. */
  readonly passwords?: Readonly<Record<string, string>>;
}

/** The program with a new project of these files, a reviewer, and the coding screen of the first. */
export async function openForCoding(
  files: Readonly<Record<string, string | Uint8Array>>,
  { codersWanted = 2, userData, passwords = {} }: CodingOptions = {},
): Promise<CodingWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'samsyn-e2e-'));
  const received = join(folder, 'received');
  await mkdir(received);
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      await writeFile(join(received, name), content);
      return join(received, name);
    }),
  );
  const launched = await launchSamsyn(userData === undefined ? {} : { userData });
  const { window: page } = launched;
  try {
    await call(page, 'projects', 'create', { name: 'Prov', parent: folder, codersWanted });
    const reviewer = await call(page, 'reviewers', 'add', { name: 'Granskare A' });
    await call(page, 'reviewers', 'choose', { reviewer: reviewer.id });
    for (const path of paths) {
      await call(page, 'documents', 'add', { paths: [path] });
      await until(async () => (await call(page, 'documents', 'progress'))?.state === 'done');
      const password = passwords[basename(path)];
      const ticket = (await call(page, 'documents', 'progress'))?.failed[0]?.ticket;
      if (password === undefined || ticket == null) continue;
      await call(page, 'documents', 'addLocked', { ticket, password });
    }
    const { rows } = await call(page, 'agreements', 'list', {});
    await page.getByRole('button', { name: /^Kategorisering/ }).click();
    return {
      ...launched,
      folder,
      agreements: rows,
      end: async () => {
        await launched.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await launched.kill();
    throw error;
  }
}

/** Waits for something that main does by itself; for what the screen shows, Playwright waits. */
export async function until(
  isSo: () => Promise<boolean>,
  { seconds = 20 }: { seconds?: number } = {},
): Promise<void> {
  const last = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > last) throw new Error(`It did not come about in ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
