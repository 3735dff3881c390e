import { mkdirSync, writeFileSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { generateSampleCollection } from '../../scripts/sample';
import { call } from '../support/coding-window';
import { launchSamsyn } from '../support/launch-electron';
import { workFolder } from './big-project';
import type { Options } from './options';
import { note, report, rounded, timed } from './report';

/** As many agreements as the national survey had. */
const COUNT = 745;
const SEED = 745;
const LOOK_EVERY = 100;
const MOST_SECONDS = 3_600;

/**
 * A whole collection of mixed documents into a project, from start to finish: until all are added, and
 * until their scans are read and all are compared; beside copying and hashing the same files. And the
 * most memory that each kind of process held meanwhile.
 */
export async function measureCollection({ quick }: Options): Promise<void> {
  const { folder, remove } = workFolder('collection');
  try {
    const received = join(folder, 'received');
    mkdirSync(received);
    note('collection: making the documents');
    const files = await generateSampleCollection({ seed: SEED, count: quick ? 100 : COUNT });
    for (const { fileName, bytes } of files) writeFileSync(join(received, fileName), bytes);
    const attached = files.flatMap(({ truth }) => truth.attachments).length;

    const copying = await timed(async () => {
      await cp(received, join(folder, 'copies'), { recursive: true });
      for (const { fileName } of files) {
        createHash('sha256')
          .update(await readFile(join(folder, 'copies', fileName)))
          .digest();
      }
    });
    const { importing, reading, scans, memory, added, pages } = await importInWindow(
      folder,
      received,
    );
    report({
      name: `import of ${files.length} mixed documents`,
      unit: 's',
      samsyn: { p50: rounded(importing / 1_000) },
      baseline: { name: 'copying and hashing the files', p50: rounded(copying / 1_000) },
      ratio: rounded(importing / copying),
      aim: 'every document in',
      met: added === files.length + attached,
      n: 1,
      about: { added, pages },
    });
    report({
      name: `import of ${files.length} mixed documents until all scans are read and all are compared`,
      unit: 's',
      samsyn: { p50: rounded((importing + reading) / 1_000) },
      baseline: { name: 'copying and hashing the files', p50: rounded(copying / 1_000) },
      ratio: rounded((importing + reading) / copying),
      aim: 'in the background',
      met: null,
      n: 1,
      about: { scans },
    });
    const main = memory['main'] ?? 0;
    report({
      name: `most memory while importing ${files.length} documents`,
      unit: 'MB',
      samsyn: memory,
      baseline: { name: 'the main process before', MB: memory['mainBefore'] ?? 0 },
      ratio: rounded(main / (memory['mainBefore'] ?? 1)),
      aim: 'main process at most 250 MB',
      met: main <= 250,
      n: 1,
    });
  } finally {
    remove();
  }
}

async function importInWindow(folder: string, received: string) {
  const launched = await launchSamsyn();
  const { window: page, app } = launched;
  try {
    await call(page, 'projects', 'create', { name: 'Alla', parent: folder, codersWanted: 2 });
    const memory: Record<string, number> = {};
    const look = async (): Promise<void> => {
      const metrics = await app.evaluate(({ app: electron }) =>
        electron.getAppMetrics().map(({ type, serviceName, name, memory: { workingSetSize } }) => ({
          kind: type === 'Browser' ? 'main' : (name ?? serviceName ?? type),
          megabytes: (workingSetSize * 1_024) / 1_000_000,
        })),
      );
      for (const { kind, megabytes } of metrics) {
        memory[kind] = rounded(Math.max(memory[kind] ?? 0, megabytes));
      }
    };
    await look();
    memory['mainBefore'] = memory['main'] ?? 0;
    note('collection: adding them');
    const watch = (isDone: () => Promise<boolean>): Promise<number> =>
      timed(async () => {
        for (const began = Date.now(); !(await isDone());) {
          if (Date.now() - began > MOST_SECONDS * 1_000) throw new Error('It took too long.');
          await look();
          await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
        }
      });
    const adding = call(page, 'documents', 'add', { paths: [received] });
    const importing = await watch(
      async () => (await call(page, 'documents', 'progress'))?.state === 'done',
    );
    await adding;
    note('collection: reading the scans and comparing');
    let scans = 0;
    const reading = await watch(async () => {
      const { waiting, running, total } = await call(page, 'scans', 'status');
      scans = Math.max(scans, total);
      if (waiting > 0 || running) return false;
      const { progress } = await call(page, 'comparisons', 'list', { show: 'open', limit: 1 });
      return progress.state === 'done';
    });
    const progress = await call(page, 'documents', 'progress');
    const lists = await Promise.all(
      [0, 500].map((offset) => call(page, 'agreements', 'list', { offset, limit: 500 })),
    );
    return {
      importing,
      reading,
      scans,
      memory,
      added: (progress?.added.length ?? 0) + (progress?.known.length ?? 0),
      pages: lists.flatMap(({ rows }) => rows).reduce((sum, { pageCount }) => sum + pageCount, 0),
    };
  } finally {
    await launched.close();
  }
}
