import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Entry } from '../../shared/domain/journal';
import { finding } from '../../main/store/findings';
import { nameOfCopy } from '../../main/store/journal-copy';
import { createProject, openProject } from '../../main/store/open-project';
import { tableHashes, tablesThatDiffer } from '../../main/store/rebuild';
import { countEntries, eachEntry } from '../../main/store/queries/journal';
import { highestNumber } from '../../main/store/queries/agreements';
import { entryHashOf } from '../../main/store/seal';
import { ids } from '../support/entries';

const opener = { program: 'the test', now: '2026-01-01T00:00:00.000Z' };
const author = { reviewer: null, at: opener.now };
const nativeBinding = process.env['SAMSYN_SQLITE_BINDING'];
const plain = (file: string) => new Database(file, nativeBinding ? { nativeBinding } : {});

let home: string;
let folder: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-store-'));
  folder = join(home, 'Åre överenskommelser.samsyn');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const create = () => createProject(folder, { name: 'Åre', codersWanted: 2 }, opener);
const open = () => openProject(folder, opener);
const agreement = (name: string, number: number) =>
  ({ kind: 'agreement.opened', payload: { agreement: ids.agreement(name), number } }) as const;

describe('opening a project', () => {
  it('reads synchronous back as FULL on the second open', () => {
    create().close();

    const store = open();

    expect(store.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(store.db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(store.db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(store.db.pragma('trusted_schema', { simple: true })).toBe(0);
    expect(store.db.pragma('cell_size_check', { simple: true })).toBe(1);
    expect(store.db.pragma('secure_delete', { simple: true })).toBe(1);
    store.close();
  });

  it('needs the pragma: without it a WAL database reopens as NORMAL', () => {
    create().close();

    const db = plain(join(folder, 'project.db'));

    expect(db.pragma('synchronous', { simple: true })).toBe(1);
    db.close();
  });

  it('refuses a second process and names the holder', () => {
    const store = create();

    expect(() => openProject(folder, { ...opener, program: 'another' })).toThrow(
      expect.objectContaining({
        code: 'project-in-use',
        details: expect.objectContaining({ program: 'the test', pid: process.pid }),
      }),
    );
    store.close();
    open().close();
  });

  it('refuses a project from a newer version and leaves it as it is', () => {
    create().close();
    const db = plain(join(folder, 'project.db'));
    db.pragma('user_version = 9990');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(join(folder, 'project.db'));

    expect(open).toThrow(
      expect.objectContaining({ code: 'project-newer', message: expect.stringContaining('newer') }),
    );
    expect(readFileSync(join(folder, 'project.db')).equals(before)).toBe(true);
  });

  it("refuses somebody else's database, a file that is none, and a folder without one", () => {
    create().close();
    const other = join(home, 'other.samsyn');
    cpSync(folder, other, { recursive: true });
    for (const name of readdirSync(other)) rmSync(join(other, name), { recursive: true });
    expect(() => openProject(other, opener)).toThrow(
      expect.objectContaining({ code: 'not-a-project' }),
    );

    const theirs = plain(join(other, 'project.db'));
    theirs.exec('CREATE TABLE notes (text)');
    theirs.close();
    expect(() => openProject(other, opener)).toThrow(
      expect.objectContaining({ code: 'not-a-project' }),
    );

    writeFileSync(
      join(other, 'project.db'),
      'this is no database, however one looks at it'.repeat(99),
    );
    expect(() => openProject(other, opener)).toThrow(
      expect.objectContaining({ code: 'project-damaged' }),
    );
  });

  it.each([
    ["somebody else's", 'PRAGMA application_id = 0; PRAGMA user_version = 0', 'not-a-project'],
    ['a newer', 'PRAGMA user_version = 9990', 'project-newer'],
  ])('changes nothing where %s database is refused', (_what, sql, code) => {
    create().close();
    const db = plain(join(folder, 'project.db'));
    db.pragma('journal_mode = DELETE');
    db.exec(sql);
    db.close();
    rmSync(join(folder, 'lock.db'));
    const names = readdirSync(folder).sort();
    const before = readFileSync(join(folder, 'project.db'));

    expect(open).toThrow(expect.objectContaining({ code }));

    expect(readFileSync(join(folder, 'project.db')).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  it('opens what was made and never closed, where only the log says whose it is', () => {
    const store = create();
    const other = join(home, 'other.samsyn');
    cpSync(folder, other, { recursive: true });
    store.close();

    const opened = openProject(other, opener);

    expect(countEntries(opened.db)).toBe(2);
    opened.close();
  });

  it('makes a lock.db anew that is no database, and holds it', () => {
    create().close();
    writeFileSync(join(folder, 'lock.db'), 'no database at all '.repeat(300));

    const store = open();

    expect(open).toThrow(expect.objectContaining({ code: 'project-in-use' }));
    store.close();
  });

  it('opens for reading where no lock can be laid', () => {
    create().close();
    rmSync(join(folder, 'lock.db'));
    mkdirSync(join(folder, 'lock.db'));

    const store = open();

    expect(store.readOnlyReason).toContain('cannot be written to');
    expect(countEntries(store.db)).toBe(2);
    store.close();
  });

  it('opens for reading where only the folder is closed to writing', () => {
    create().close();
    chmodSync(home, 0o755);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o777);
    chmodSync(folder, 0o555);

    const reason = withoutRights(() => {
      const store = open();
      store.close();
      return store.readOnlyReason;
    });

    expect(reason).toContain('cannot be written to');
  });

  it('leaves nothing of a project that could not be made, and no lock', () => {
    const unmakeable = () => createProject(folder, { name: '', codersWanted: 2 }, opener);
    expect(unmakeable).toThrow(/name/);
    expect(existsSync(folder)).toBe(false);

    mkdirSync(folder);
    expect(unmakeable).toThrow(/name/);
    expect(readdirSync(folder)).toEqual([]);

    create().close();
  });

  it('opens for reading, and says why, where it cannot write', () => {
    create().close();
    const before = readdirSync(folder).sort();
    makeReadOnly();

    const seen = withoutRights(() => {
      const store = open();
      try {
        expect(() => store.append([agreement('1', 1)], author)).toThrow(
          expect.objectContaining({ code: 'read-only' }),
        );
        return { reason: store.readOnlyReason, entries: countEntries(store.db) };
      } finally {
        store.close();
      }
    });

    expect(seen).toEqual({ reason: expect.stringContaining('cannot be written to'), entries: 2 });
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('writes on as another replica in a copied folder', () => {
    const first = create();
    const original = first.replica;
    first.close();
    const copy = join(home, 'copy.samsyn');
    cpSync(folder, copy, { recursive: true });

    const store = openProject(copy, opener);

    expect(store.replica).not.toBe(original);
    store.close();
    const again = open();
    expect(again.replica).toBe(original);
    again.close();
  });
});

describe('writing', () => {
  it('puts every entry into the second copy too, the same to the letter', () => {
    const store = create();

    store.append([agreement('1', 1), agreement('2', 2)], author);

    const lines = readFileSync(store.copy.fileOf(store.replica), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => Entry.parse(JSON.parse(line)))).toEqual([...eachEntry(store.db)]);
    expect(lines).toHaveLength(4);
    expect(tablesThatDiffer(store.db)).toEqual([]);
    store.close();
  });

  it('leaves nothing behind when the disk is full', () => {
    const store = create();
    const before = { tables: tableHashes(store.db), size: store.copy.sizeOf(store.replica) };
    store.db.pragma(`max_page_count = ${String(store.db.pragma('page_count', { simple: true }))}`);
    const many = Array.from({ length: 500 }, (_, index) => agreement(`x${index}`, index + 1));

    expect(() => store.append(many, author)).toThrow(
      expect.objectContaining({ code: 'disk-full' }),
    );

    expect({
      tables: tableHashes(store.db),
      size: store.copy.sizeOf(store.replica),
    }).toEqual(before);
    store.db.pragma('max_page_count = 1073741823');
    store.append([agreement('1', 1)], author);
    expect(highestNumber(store.db)).toBe(1);
    store.close();
  });

  it('takes back an entry that reached only the copy before a crash', () => {
    const store = create();
    const file = store.copy.fileOf(store.replica);
    store.append([agreement('1', 1)], author);
    store.close();
    const kept = join(home, 'kept.db');
    cpSync(join(folder, 'project.db'), kept);
    const second = open();
    second.append([agreement('2', 2)], author);
    second.close();
    const lastLine = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1);
    // In place, so that the file is still the one that this replica writes to.
    writeFileSync(join(folder, 'project.db'), readFileSync(kept));
    appendFileSync(file, '{"torn":');

    const recovered = open();

    expect(highestNumber(recovered.db)).toBe(2);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1)).toBe(lastLine);
    recovered.append([agreement('3', 3)], author);
    expect(tablesThatDiffer(recovered.db)).toEqual([]);
    recovered.close();
  });

  it('writes a lost copy anew from the database', () => {
    const store = create();
    store.append([agreement('1', 1)], author);
    const file = store.copy.fileOf(store.replica);
    const size = statSync(file).size;
    store.close();
    truncateSync(file, 10);

    const again = open();

    expect(statSync(file).size).toBe(size);
    again.close();
  });

  it('refuses a changed entry from elsewhere, and one that contradicts its own', () => {
    const store = create();
    const [theirs] = [...eachEntry(store.db)];
    if (theirs === undefined) throw new Error('no entry');
    const entries = countEntries(store.db);

    expect(() => store.addEntries([{ ...theirs, at: '2020-01-01T00:00:00.000Z' }])).toThrow(
      expect.objectContaining({ code: 'journal-damaged' }),
    );
    expect(() => store.addEntries([{ ...theirs, payload: { name: 'changed' } }])).toThrow(
      expect.objectContaining({ code: 'journal-damaged' }),
    );
    expect(store.addEntries([theirs])).toBe(0);
    expect(countEntries(store.db)).toBe(entries);
    store.close();
  });
});

describe('bringing journal and copies together', () => {
  /** Four entries, and the database as it was after the first two. */
  function withOlderDatabase() {
    const store = create();
    const { replica } = store;
    store.close();
    const old = readFileSync(join(folder, 'project.db'));
    const second = open();
    second.append([agreement('1', 1)], author);
    second.append([agreement('2', 2)], author);
    second.append([agreement('3', 3)], author);
    second.close();
    writeFileSync(join(folder, 'project.db'), old);
    const file = join(folder, 'journal', `${replica}.ndjson`);
    return { replica, file, lines: readFileSync(file, 'utf8').trimEnd().split('\n') };
  }

  it('takes every entry after a line that cannot be read, and keeps the file that held it', () => {
    const { replica, file, lines } = withOlderDatabase();
    const damaged = [...lines.slice(0, 2), '{"no":"entry"}', ...lines.slice(3), ''].join('\n');
    writeFileSync(file, damaged);

    const store = open();

    expect(countEntries(store.db)).toBe(4);
    expect(highestNumber(store.db)).toBe(3);
    expect(store.recovered).toEqual([
      finding('copy-had-more', { file: nameOfCopy(replica), count: 2 }),
      finding('copy-damaged', {
        file: nameOfCopy(replica),
        lines: '3',
        kept: `${nameOfCopy(replica)}.damaged-1`,
      }),
    ]);
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe(damaged);
    expect([...readFileSync(file, 'utf8').matchAll(/"n":(\d+),/g)].map(([, n]) => n)).toEqual([
      '1',
      '2',
      '4',
      '5',
    ]);
    // Somebody else may have the entry that is lost here: its number must not be given again.
    expect(store.replica).not.toBe(replica);
    store.close();
    const again = open();
    expect(again.recovered).toEqual([]);
    again.close();
  });

  it('makes a project.db that is gone anew from the copies', () => {
    const store = create();
    store.append([agreement('1', 1)], author);
    store.close();
    rmSync(join(folder, 'project.db'));

    const again = open();

    expect(countEntries(again.db)).toBe(3);
    expect(tablesThatDiffer(again.db)).toEqual([]);
    expect(again.recovered).toContainEqual(finding('project-remade', { count: 3 }));
    again.close();
  });

  it('keeps the copy as it is where the database cannot be read, and opens all the same', () => {
    const store = create();
    const file = store.copy.fileOf(store.replica);
    store.append([agreement('1', 1)], author);
    store.close();
    const db = plain(join(folder, 'project.db'));
    db.exec("UPDATE payloads SET body = '{' WHERE n = 2");
    db.close();
    // The copy lacks the damaged entry too, so that nothing can take its place.
    const rest = `${readFileSync(file, 'utf8').split('\n')[0]}\n`;
    writeFileSync(file, rest);

    const again = open();

    expect(again.recovered).toEqual([
      finding('whole-in-neither', { file: nameOfCopy(again.replica), n: 2 }),
    ]);
    expect(readFileSync(file, 'utf8')).toBe(rest);
    again.close();
  });

  it('keeps the other entries of a copy that contradicts the database', () => {
    const store = create();
    const file = store.copy.fileOf(store.replica);
    const forked = readFileSync(file, 'utf8');
    store.append([agreement('1', 1)], author);
    const other = createProject(join(home, 'other.samsyn'), { name: 'B', codersWanted: 2 }, opener);
    const [theirs] = [...eachEntry(other.db)];
    other.close();
    store.close();
    if (theirs === undefined) throw new Error('no entry');
    const { hash: _, salt, payload, ...head } = theirs;
    const mine = { ...head, replica: store.replica, n: 3 };
    const changed = `${forked}${JSON.stringify({ ...mine, hash: entryHashOf(mine), salt, payload })}\n`;
    writeFileSync(file, changed);

    const again = open();

    const copy = nameOfCopy(mine.replica);
    expect(again.recovered).toEqual([
      finding('copy-differed', { file: copy, entries: '3', kept: `${copy}.damaged-1` }),
    ]);
    expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe(changed);
    expect(highestNumber(again.db)).toBe(1);
    again.close();
  });
});

/** Takes the right to write away from the project and from who runs the tests, root included. */
function makeReadOnly(): void {
  chmodSync(home, 0o755);
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, String(name));
    chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  }
  chmodSync(folder, 0o555);
}

function withoutRights<T>(act: () => T): T {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}
