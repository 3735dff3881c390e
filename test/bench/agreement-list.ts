import { join } from 'node:path';

import type { Page } from 'playwright';

import { openPageCache, type PageCache } from '../../main/documents/page-cache';
import { openDatabase } from '../../main/store/connection';
import { listAgreements } from '../../main/store/queries/agreements';
import { listDocumentIds } from '../../main/store/queries/documents';
import { countProject } from '../../main/store/queries/project-counts';
import { scanTroublesIn } from '../../main/work/recognition';
import { AgreementQuery } from '../../shared/domain/views';
import { Shell } from '../e2e/pages/shell';
import { call } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';
import { bigProject, reviewers, workFolder } from './big-project';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded, timed } from './report';

/**
 * What main does when the list of agreements is opened (first page with what is the matter with its
 * scans, and the navigation's counts), beside reading a page of a plain table of the same size. Every
 * document has a scanned page that is hard to read.
 */
export async function measureAgreementList({ quick }: Options): Promise<void> {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
  for (const agreements of sizes) {
    const { folder, remove } = workFolder('list');
    try {
      note(`agreement list: making a project of ${agreements} agreements`);
      const store = bigProject(join(folder, 'Stort.samsyn'), agreements);
      const pages = openPageCache(store.folder);
      scanAll(pages, listDocumentIds(store.db));
      const me = reviewers[0]?.id ?? '';
      const page = AgreementQuery.parse({});
      const samsyn: number[] = [];
      const bare: number[] = [];
      const plain = plainTable(join(folder, 'plain.db'), agreements);
      const runs = quick ? 10 : 30;
      for (let run = 0; run < runs; run += 1) {
        bare.push(await timed(() => plain.read()));
        samsyn.push(
          await timed(() => {
            const { rows } = listAgreements(store.db, page, me);
            const shown = rows.map(({ id }) => id);
            scanTroublesIn({ store, pages }, shown);
            countProject(store.db, me, 2);
          }),
        );
      }
      plain.close();
      const p50 = percentile(samsyn, 0.5);
      report({
        name: `agreement list in main at ${agreements} agreements`,
        unit: 'ms',
        samsyn: distributionOf(samsyn),
        baseline: { name: 'SELECT … LIMIT 100 of a plain table', ...distributionOf(bare) },
        ratio: rounded(p50 / percentile(bare, 0.5)),
        aim: 'at most 300 ms at 100,000',
        met: p50 <= 300,
        n: runs,
        about: { agreements },
      });
      pages.close();
      store.close();
    } finally {
      remove();
    }
  }
}

/** A scanned page that is hard to read in each of the documents. */
function scanAll(pages: PageCache, documents: readonly string[]): void {
  pages.use(undefined, (db) =>
    db.transaction(() => {
      for (const document of documents) {
        const sheet = { width: 595, height: 842, text: '', words: [] };
        const writer = pages.receive(document);
        writer.add({ ...sheet, number: 1, blocks: [], isPicture: true });
        writer.finish({ format: 'pdf', pageCount: 1, notices: [] });
        const drawn = { confidence: 40, sureLetters: 0, dpi: 200, skew: 0, turn: 0 } as const;
        pages.putRecognised(document, 1, { ...sheet, ...drawn });
      }
    })(),
  );
}

/**
 * From the click on *Avtal* to the first row painted, in a real window that has not shown the list
 * before, beside reading a page of a plain table of the same size.
 */
export async function measureListInWindow({ quick }: Options): Promise<void> {
  const sizes = quick ? [10_000] : [1_000, 10_000, 100_000];
  for (const agreements of sizes) {
    const { folder, remove } = workFolder('list');
    try {
      note(`agreement list in the window: making a project of ${agreements} agreements`);
      const path = join(folder, 'Stort.samsyn');
      bigProject(path, agreements).close();
      const plain = plainTable(join(folder, 'plain.db'), agreements);
      const launched = await launchSamsyn({ args: [path] });
      const samsyn: number[] = [];
      const bare: number[] = [];
      const runs = quick ? 5 : 15;
      try {
        const { window: page } = launched;
        const [me] = await call(page, 'reviewers', 'list');
        if (me === undefined) throw new Error('The project has no reviewers');
        await call(page, 'reviewers', 'choose', { reviewer: me.id });
        for (let run = 0; run < runs; run += 1) {
          bare.push(await timed(() => plain.read()));
          samsyn.push(await openList(page));
        }
      } finally {
        plain.close();
        await launched.close();
      }
      const p50 = percentile(samsyn, 0.5);
      report({
        name: `opening the agreement list in the window at ${agreements} agreements`,
        unit: 'ms',
        samsyn: distributionOf(samsyn),
        baseline: { name: 'SELECT … LIMIT 100 of a plain table', ...distributionOf(bare) },
        ratio: rounded(p50 / percentile(bare, 0.5)),
        aim: 'at most 300 ms at 100,000',
        met: p50 <= 300,
        n: runs,
        about: { agreements },
      });
    } finally {
      remove();
    }
  }
}

/** Loads the window anew, where it holds nothing of the list, and opens it. */
async function openList(page: Page): Promise<number> {
  await new Shell(page).open('Kodbok');
  // What screen it is at is kept with a little delay.
  await page.waitForTimeout(700);
  await page.reload();
  const item = page.getByRole('button', { name: /^Avtal/ });
  await page.getByRole('heading', { name: 'Offentlig aktör' }).first().waitFor();
  await page.waitForTimeout(300);
  const opened = await page.evaluateHandle(() => {
    const time = new Promise<number>((resolve) => {
      let clicked = 0;
      window.addEventListener('click', (event) => (clicked = event.timeStamp), true);
      const observer = new MutationObserver(() => {
        if (clicked === 0 || document.querySelector('[role=row] [role=gridcell]') === null) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - clicked)),
        );
      });
      observer.observe(document.body, { subtree: true, childList: true });
    });
    return { time };
  });
  await item.click();
  return opened.evaluate(({ time }) => time);
}

/** A table of numbers and names, and a page read from it. */
export function plainTable(file: string, rows: number): { read: () => unknown; close: () => void } {
  const db = openDatabase(file);
  db.exec('CREATE TABLE plain (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO plain (number, name) VALUES (?, ?)');
  db.transaction(() => {
    for (let number = 1; number <= rows; number += 1) {
      insert.run(number, `Överenskommelse ${number}.pdf`);
    }
  })();
  const statement = db.prepare('SELECT number, name FROM plain ORDER BY number LIMIT 100');
  return { read: () => statement.all(), close: () => db.close() };
}
