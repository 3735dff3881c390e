import { join } from 'node:path';

import { type Db, openDatabase } from '../../main/store/connection';
import { computedTables } from '../../main/store/computed-tables';
import { rebuild } from '../../main/store/rebuild';
import { countEntries } from '../../main/store/queries/journal';
import { bigProject, workFolder } from './big-project';
import type { Options } from './options';
import { distributionOf, note, percentile, report, rounded, timed } from './report';

/**
 * Computing all tables from the journal, beside inserting as many rows of the same size into a plain
 * table in one transaction; and how the time grows with the number of agreements.
 */
export async function measureRebuild({ quick }: Options): Promise<void> {
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
  let smaller: { agreements: number; p50: number } | null = null;
  for (const agreements of sizes) {
    const { folder, remove } = workFolder('rebuild');
    try {
      note(`rebuild: making a project of ${agreements} agreements`);
      const store = bigProject(join(folder, 'Stort.samsyn'), agreements);
      const { rows, bytes } = sizeOf(store.db);
      const runs = agreements >= 100_000 ? 3 : 5;
      const samsyn: number[] = [];
      const bare: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        bare.push(await bareInserts(join(folder, `plain-${run}.db`), rows, bytes));
        samsyn.push(await timed(() => rebuild(store.db)));
      }
      const p50 = percentile(samsyn, 0.5);
      const growth =
        smaller === null ? null : p50 / smaller.p50 / (agreements / smaller.agreements);
      report({
        name: `rebuild at ${agreements} agreements`,
        unit: 'ms',
        samsyn: distributionOf(samsyn),
        baseline: {
          name: `${rows} bare inserts in one transaction`,
          ...distributionOf(bare),
        },
        ratio: rounded(p50 / percentile(bare, 0.5)),
        aim: 'growth per agreement no more than 1.3 times that of a tenth as many',
        met: growth === null ? null : growth <= 1.3,
        n: runs,
        about: {
          agreements,
          entries: countEntries(store.db),
          rows,
          ...(growth === null ? {} : { growthPerAgreement: rounded(growth) }),
        },
      });
      smaller = { agreements, p50 };
      store.close();
    } finally {
      remove();
    }
  }
}

/** How many rows all computed tables hold, and how many bytes one has on average. */
function sizeOf(db: Db): { rows: number; bytes: number } {
  let rows = 0;
  let bytes = 0;
  for (const table of Object.keys(computedTables)) {
    for (const row of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) {
      rows += 1;
      bytes += JSON.stringify(row).length;
    }
  }
  return { rows, bytes: Math.round(bytes / rows) };
}

async function bareInserts(file: string, rows: number, bytes: number): Promise<number> {
  const db = openDatabase(file);
  db.exec('CREATE TABLE plain (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO plain (body) VALUES (?)');
  const body = 'x'.repeat(bytes);
  const time = await timed(() =>
    db
      .transaction(() => {
        for (let row = 0; row < rows; row += 1) insert.run(body);
      })
      .immediate(),
  );
  db.close();
  return time;
}
