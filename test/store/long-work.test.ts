import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../../main/documents/blob-store';
import { writeDataset } from '../../main/exchange/dataset';
import { Slices } from '../../main/slices';
import { openDatabase } from '../../main/store/connection';
import { openProject } from '../../main/store/open-project';
import type { ProjectStore } from '../../main/store/project-store';
import { listDecisions } from '../../main/store/queries/decisions';
import { tablesThatDiffer } from '../../main/store/rebuild';
import { verifyProject } from '../../main/store/verify';
import { settle, settleAgreed, settleAllAgreed } from '../../main/work/disagreements';
import { LongWork } from '../../main/work/long-work';
import type { Happening } from '../../shared/domain/journal';
import { anApplication } from '../support/application';
import { aProject, opener, submission } from '../support/coded-project';
import { ids } from '../support/entries';
import { date } from '../support/project';

const version = '0.1.0';
let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-long-work-'));
  folder = join(home, 'Åre.samsyn');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const named = (number: number) => `avtal${number}`;
const codingsOf = (agreement: string): Happening[] => [
  submission(agreement, 'anna', { start: '2024', target_group: 'all' }),
  submission(agreement, 'bo', { start: '2024-03', target_group: 'elderly' }),
];

/** So many agreements, each coded by two and with a document unless there are to be none. */
function codedProject(agreements: number, hasDocuments = true): ProjectStore {
  const names = Array.from({ length: agreements }, (_, at) => named(at + 1));
  const filesOf = (name: string) => (hasDocuments ? { [`${name}.txt`]: name } : {});
  return aProject({
    folder,
    agreements: Object.fromEntries(names.map((name) => [name, filesOf(name)])),
    happenings: names.flatMap(codingsOf),
  });
}

/** Writes to the project in every pause: something new, and something else in the place of what was. */
function writingMeanwhile(store: ProjectStore): Slices {
  let pauses = 0;
  return new Slices(async () => {
    await Promise.resolve();
    pauses += 1;
    if (pauses > 60) return;
    const agreement = ids.agreement(`neu${pauses}`);
    store.append(
      [
        { kind: 'agreement.opened', payload: { agreement, number: 100 + pauses } },
        ...codingsOf(`neu${pauses}`),
        submission(named(1 + (pauses % 4)), 'anna', {
          start: '2019',
          target_group: 'children_youth',
        }),
      ],
      { reviewer: null, at: opener.now },
    );
  }, 0);
}
const inManySlices = () => new Slices(() => Promise.resolve(), 0);
const atOnce = () => new Slices(() => Promise.reject(new Error('No pause')), Infinity);

const bytesOf = (target: string) =>
  Object.fromEntries(readdirSync(target).map((name) => [name, readFileSync(join(target, name))]));

describe('an export that goes on in slices', () => {
  it('is what one without pauses is', async () => {
    const store = codedProject(4);

    await writeDataset(store, join(home, 'whole'), { version, slices: atOnce() });
    await writeDataset(store, join(home, 'sliced'), { version, slices: inManySlices() });

    expect(bytesOf(join(home, 'sliced'))).toEqual(bytesOf(join(home, 'whole')));
    store.close();
  });

  it('is of the moment in which it began, whatever is written meanwhile', async () => {
    const store = codedProject(4);
    await writeDataset(store, join(home, 'before'), { version });

    const slices = writingMeanwhile(store);
    await writeDataset(store, join(home, 'meanwhile'), { version, slices });
    await writeDataset(store, join(home, 'after'), { version });

    expect(bytesOf(join(home, 'meanwhile'))).toEqual(bytesOf(join(home, 'before')));
    expect(bytesOf(join(home, 'after'))).not.toEqual(bytesOf(join(home, 'before')));
    store.close();
  });

  it('leaves a former export as it was where it is stopped', async () => {
    const store = codedProject(4);
    const target = join(home, 'dataset');
    await writeDataset(store, target, { version });
    const before = bytesOf(target);
    store.append(codingsOf('avtal9'), { reviewer: null, at: opener.now });
    let pauses = 0;
    const stopping = new Slices(() => {
      pauses += 1;
      return pauses > 8 ? Promise.reject(new Error('stopped')) : Promise.resolve();
    }, 0);

    await expect(writeDataset(store, target, { version, slices: stopping })).rejects.toThrow(
      'stopped',
    );

    expect(bytesOf(target)).toEqual(before);
    store.close();
  });
});

describe('settling what all agree on, in slices', () => {
  const by = { reviewer: null, at: opener.now };
  const sixAgreements = Array.from({ length: 6 }, (_, at) => ids.agreement(named(at + 1)));
  const agreeing = () => codedProject(6, false);
  /** Does this in the first pause, and nothing in the others. */
  const oncePaused = (meanwhile: () => void) => {
    let isDone = false;
    return new Slices(() => {
      if (!isDone) meanwhile();
      isDone = true;
      return Promise.resolve();
    }, 0);
  };
  const decisions = (store: ProjectStore) =>
    sixAgreements.flatMap((agreement) =>
      listDecisions(store.db, agreement).map(({ variable, origin, rationale }) => [
        agreement,
        variable,
        origin,
        rationale,
      ]),
    );

  it('writes what one without pauses finds, in one step', async () => {
    const store = agreeing();
    const whole = settleAgreed(store, null, null);

    const settled = await settleAllAgreed(store, by, inManySlices());

    expect(settled).toEqual(whole);
    expect(decisions(store)).toEqual(
      sixAgreements.map((agreement) => [agreement, 'start', 'unanimous', '']),
    );
    expect(await settleAllAgreed(store, by, inManySlices())).toEqual([]);
    expect(tablesThatDiffer(store.db)).toEqual([]);
    store.close();
  });

  it('keeps a decision that is made meanwhile, and does not make it twice', async () => {
    const store = agreeing();
    const last = sixAgreements.at(-1);
    if (last === undefined) throw new Error('no agreement');
    const decide = () =>
      store.append(
        [
          settle(
            store,
            last,
            {
              variable: 'start',
              value: date('2023'),
              missing: null,
              rationale: 'Bilagan säger det',
              decidedBy: [ids.reviewer('anna')],
            },
            null,
          ),
        ],
        by,
      );

    const settled = await settleAllAgreed(store, by, oncePaused(decide));

    expect(settled).toHaveLength(5);
    expect(listDecisions(store.db, last)).toMatchObject([{ rationale: 'Bilagan säger det' }]);
    store.close();
  });

  it('settles nothing that is handed in otherwise meanwhile', async () => {
    const store = agreeing();
    const otherwise = submission(named(6), 'anna', { start: '2019', target_group: 'all' });

    const settled = await settleAllAgreed(
      store,
      by,
      oncePaused(() => store.append([otherwise], by)),
    );

    expect(settled).toHaveLength(5);
    expect(decisions(store).map(([agreement]) => agreement)).toEqual(sixAgreements.slice(0, 5));
    store.close();
  });
});

describe('a check that goes on in slices', () => {
  const verify = (store: ProjectStore, slices: Slices) =>
    verifyProject(store, { blobs: new BlobStore(folder), slices });

  it('finds in a damaged project what one without pauses finds', async () => {
    codedProject(4).close();
    const db = openDatabase(join(folder, 'project.db'));
    db.exec(`UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE n = 5;
      UPDATE journal SET hash = '${'0'.repeat(64)}' WHERE n = 9;
      UPDATE verdicts SET verdict = 'agreed'; DELETE FROM reviewers WHERE id = 'r-bo'`);
    db.close();
    rmSync(join(folder, 'documents'), { recursive: true });
    const store = openProject(folder, opener);

    const whole = await verify(store, atOnce());
    const sliced = await verify(store, inManySlices());

    expect(sliced).toEqual(whole);
    expect(new Set(whole.problems.map(({ check }) => check))).toEqual(
      new Set(['chain', 'copy', 'tables', 'documents']),
    );
    expect(tablesThatDiffer(store.db)).toEqual([
      'reviewers',
      'agreements',
      'verdicts',
      'agreement_states',
    ]);
    store.close();
  });

  it('is of the moment in which it began, whatever is written meanwhile', async () => {
    const store = codedProject(4);
    const before = await verify(store, atOnce());

    const meanwhile = await verify(store, writingMeanwhile(store));
    const after = await verify(store, atOnce());

    expect(meanwhile).toEqual({ ...before, ok: true });
    expect(after).toMatchObject({ ok: true, documents: 4 });
    expect(after.entries).toBeGreaterThan(before.entries);
    store.close();
  });
});

describe('work that a person waits for', () => {
  it('is one of a kind: the next begins when the former, which it ends, has come to its end', async () => {
    const work = new LongWork();
    const told: string[] = [];
    const endlessly = async (slices: Slices, name: string) => {
      told.push(`${name} begins`);
      try {
        for (;;) await slices.rest();
      } finally {
        await Promise.resolve();
        told.push(`${name} ends`);
      }
    };

    const first = work.run('verify', (slices) => endlessly(slices, 'first'));
    while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const other = work.run('export', () => Promise.resolve('written'));
    const second = work.run('verify', () => {
      told.push('second begins');
      return Promise.resolve('checked');
    });

    await expect(first).rejects.toMatchObject({ code: 'work-stopped' });
    expect(await Promise.all([other, second])).toEqual(['written', 'checked']);
    expect(told).toEqual(['first begins', 'first ends', 'second begins']);
  });

  it('settles nothing where the project is closed meanwhile', async () => {
    codedProject(400, false).close();
    const application = anApplication();
    await application.ask('projects', 'open', { folder });
    const [anna] = await application.ask<{ id: string }[]>('reviewers', 'list');
    await application.ask('reviewers', 'choose', { reviewer: anna?.id });

    const settled = application.call('disagreements', 'settleUnanimous', { agreement: null });
    await new Promise((resolve) => setImmediate(resolve));
    await application.ask('projects', 'close');

    expect(await settled).toMatchObject({ ok: false, error: { code: 'work-stopped' } });
    const store = openProject(folder, opener);
    expect(settleAgreed(store, null, null)).toHaveLength(400);
    store.close();
    await application.close();
  });

  it('ends when the project is closed, which waits for it and leaves nothing behind', async () => {
    codedProject(200, false).close();
    const application = anApplication();
    await application.ask('projects', 'open', { folder });
    const target = join(home, 'dataset');

    const verified = application.call('projects', 'verify');
    const exported = application.call('exports', 'run', { folder: target });
    const isUnderWay = () => readdirSync(home).some((name) => name.startsWith('.samsyn-export-'));
    while (!isUnderWay()) await new Promise((resolve) => setImmediate(resolve));
    await application.ask('projects', 'close');

    // Closed by all: the last connection takes the write-ahead log away.
    expect(readdirSync(folder).filter((name) => name.startsWith('project.db'))).toEqual([
      'project.db',
    ]);
    for (const reply of await Promise.all([verified, exported])) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'work-stopped' } });
    }
    expect({ target: existsSync(target), isUnderWay: isUnderWay() }).toEqual({
      target: false,
      isUnderWay: false,
    });
    await application.close();
  });
});
