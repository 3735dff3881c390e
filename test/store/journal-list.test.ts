import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ProjectStore } from '../../main/store/project-store';
import { eachEntry, listNewestEntries, listReplicas } from '../../main/store/queries/journal';
import { aProject, submission } from '../support/coded-project';

let home: string;
let store: ProjectStore;
let other: ProjectStore;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-journal-list-'));
  const project = (name: string, reviewer: string) =>
    aProject({
      folder: join(home, `${name}.samsyn`),
      agreements: { one: {}, two: {} },
      happenings: [submission('one', reviewer, { start: '2024' })],
    });
  store = project('one', 'anna');
  other = project('other', 'bo');
  store.addEntries([...eachEntry(other.db)]);
});
afterEach(() => {
  store.close();
  other.close();
  rmSync(home, { recursive: true, force: true });
});

it('lists the entries of all replicas from the newest on, page by page, each with its number', () => {
  const all = [...eachEntry(store.db)].toReversed();

  const pages = [0, 4, 8, 12, 16].flatMap((offset) => listNewestEntries(store.db, offset, 4));

  expect(pages).toEqual(all.map((entry, at) => ({ entry, row: all.length - at })));
  expect(listReplicas(store.db)).toEqual([store.replica, other.replica].sort());
});

it('knows that an empty journal has no replicas', () => {
  store.db.exec('DELETE FROM payloads; DELETE FROM set_aside; DELETE FROM journal');

  expect(listReplicas(store.db)).toEqual([]);
});
