import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BlobStore } from '../../main/documents/blob-store';
import { openDatabase } from '../../main/store/connection';
import { computedTables } from '../../main/store/computed-tables';
import { openProject } from '../../main/store/open-project';
import { tableHashes } from '../../main/store/rebuild';
import { verifyProject } from '../../main/store/verify';
import { isAppError } from '../../shared/domain/app-error';
import { mulberry32 } from '../../shared/domain/random';
import { aProject, fileOfDocument, opener, submission } from '../support/coded-project';
import { ids } from '../support/entries';

let home: string;
let folder: string;
let replica: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'samsyn-verify-'));
  folder = join(home, 'Åre.samsyn');
  const store = aProject({
    folder,
    agreements: { one: { 'ett.txt': 'Avtal ett' }, two: { 'två.txt': 'Avtal två' } },
    happenings: [
      submission('one', 'anna', { start: '2024', target_group: 'all' }),
      submission('one', 'bo', { start: '2024-03', target_group: 'elderly' }),
      {
        kind: 'decision.settled',
        payload: {
          agreement: ids.agreement('one'),
          variable: ids.variable('target_group'),
          value: null,
          missing: 'not_stated',
          origin: 'adjudicated',
          rationale: 'Avtalet säger det inte.',
          decidedBy: [ids.reviewer('anna')],
          settles: [],
        },
      },
    ],
  });
  replica = store.replica;
  store.close();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function report() {
  const store = openProject(folder, opener);
  try {
    return await verifyProject(store, { blobs: new BlobStore(folder) });
  } finally {
    store.close();
  }
}

const messages = async () =>
  (await report()).problems.map(({ check, message }) => `${check}: ${message}`);

/** Changes the database behind the program's back. */
function tamper(sql: string): void {
  const db = openDatabase(join(folder, 'project.db'));
  db.unsafeMode(true);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

function flipByte(file: string, at: number): void {
  const descriptor = openSync(file, 'r+');
  const byte = Buffer.alloc(1);
  readSync(descriptor, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x01;
  writeSync(descriptor, byte, 0, 1, at);
  closeSync(descriptor);
}

const copyFile = () => join(folder, 'journal', `${replica}.ndjson`);

describe('verifying a project', () => {
  it('finds nothing wrong with one that was left alone', async () => {
    expect(await report()).toEqual({
      ok: true,
      entries: 11,
      replicas: 1,
      documents: 2,
      problems: [],
    });
  });

  it.each([
    [
      'a column',
      `UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE n = 5`,
      'entry 5 of REPLICA is not what its hash says',
    ],
    [
      'a hash',
      `UPDATE journal SET hash = '${'0'.repeat(64)}' WHERE n = 5`,
      'entry 5 of REPLICA is not what its hash says',
    ],
    [
      'the hash before',
      `UPDATE journal SET previous_hash = '${'0'.repeat(64)}' WHERE n = 5`,
      'entry 5 of REPLICA does not name the hash of the entry before it',
    ],
    [
      'a payload',
      `UPDATE payloads SET body = replace(body, 'elderly', 'adults') WHERE body LIKE '%elderly%' AND n = 10`,
      'the payload of entry 10 of REPLICA is not what its hash says',
    ],
    [
      'a salt',
      `UPDATE payloads SET salt = '${'0'.repeat(32)}' WHERE n = 5`,
      'the payload of entry 5 of REPLICA is not what its hash says',
    ],
    [
      'a payload beyond reading',
      `UPDATE payloads SET body = '{' WHERE n = 5`,
      'entry 5 of REPLICA cannot be read: its columns or payload are damaged',
    ],
    [
      'an entry taken out',
      `DELETE FROM payloads WHERE n = 5; DELETE FROM journal WHERE n = 5`,
      'entry 5 of REPLICA is missing',
    ],
    [
      'a payload taken out',
      `DELETE FROM payloads WHERE n = 5`,
      'entry 5 of REPLICA cannot be read: its columns or payload are damaged',
    ],
  ])('names the entry when %s was changed in the journal', async (_what, sql, message) => {
    tamper(sql);

    expect(await messages()).toContain(`chain: ${message.replace('REPLICA', replica)}`);
  });

  it('gives each finding a code and its details, for the window to say it in its language', async () => {
    tamper(`UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE n = 5`);
    rmSync(fileOfDocument(folder, 'Avtal ett'));

    const { problems } = await report();

    expect(problems.map(({ code, details }) => ({ code, details }))).toEqual(
      expect.arrayContaining([
        { code: 'entry-altered', details: { n: 5, replica } },
        {
          code: 'document-missing',
          details: {
            file: 'ett.txt',
            path: expect.stringMatching(/^documents\/..\/[0-9a-f]{64}$/),
          },
        },
      ]),
    );
  });

  it('names the last entry when it was taken out of the journal alone', async () => {
    // The chain is whole without it; only the copy knows that there was one.
    tamper('DELETE FROM payloads WHERE n = 11; DELETE FROM journal WHERE n = 11');

    expect(await messages()).toContain(
      `copy: journal/${replica}.ndjson, line 11: the journal has no entry 11 of ${replica}`,
    );
  });

  it.each([
    ['answers', `INSERT INTO answers VALUES ('a-one', 'start', 'r-anna', NULL, 0, 1, 'x', 1)`],
    ['submissions', `UPDATE submissions SET answers = replace(answers, 'elderly', 'adults')`],
    ['decisions', `UPDATE decisions SET rationale = 'Därför.'`],
    ['verdicts', `UPDATE verdicts SET verdict = 'agreed'`],
    ['agreement_states', `UPDATE agreement_states SET disputed = 9`],
    ['documents', `UPDATE documents SET file_name = 'annat.txt' WHERE file_name = 'ett.txt'`],
    ['reviewers', `DELETE FROM reviewers WHERE id = 'r-bo'`],
    ['project', `UPDATE project SET coders_wanted = 3`],
  ])('names the table %s when it is not what the journal gives', async (table, sql) => {
    tamper(sql);

    expect(await messages()).toContain(`tables: the table ${table} is not what the journal gives`);
  });

  it('names the row when an index and its table no longer agree', async () => {
    tamper(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, '(agreement, position, lamport, replica, n)', '(file_name, position, lamport, replica, n)')
      WHERE name = 'documents_by_agreement'; PRAGMA writable_schema = OFF`);

    expect((await messages()).filter((each) => each.startsWith('sqlite: '))).not.toEqual([]);
  });

  it('names the line when a byte of the second copy is flipped, wherever it is', async () => {
    const whole = readFileSync(copyFile());
    const random = mulberry32(7);
    const places = Array.from({ length: 60 }, () => Math.floor(random() * whole.length));
    places.push(whole.length - 1, whole.indexOf(0x0a));

    for (const at of places) {
      const line = whole.subarray(0, at).toString().split('\n').length;
      flipByte(copyFile(), at);

      const found = await messages();

      expect(`byte ${at}: ${found.join('\n')}`).toContain(
        `copy: journal/${replica}.ndjson, line ${line}`,
      );
      writeFileSync(copyFile(), whole);
    }
  });

  it('names a line of the second copy that is there twice and one that is lacking', async () => {
    const lines = readFileSync(copyFile(), 'utf8').split('\n');
    // As long as before, so that opening takes it for untouched.
    const twice = [...lines.slice(0, 3), lines[2] ?? '', ...lines.slice(4)].join('\n');
    const size = statSync(copyFile()).size;
    writeFileSync(copyFile(), twice);
    tamper(`UPDATE local SET value = '${Buffer.byteLength(twice)}' WHERE value = '${size}'`);

    expect(await messages()).toEqual([
      `copy: journal/${replica}.ndjson, line 4: entry 3 is there twice`,
      `copy: journal/${replica}.ndjson lacks entry 4`,
    ]);
  });

  it('tells what opening had to mend, and finds nothing more the next time', async () => {
    writeFileSync(copyFile(), readFileSync(copyFile(), 'utf8').split('\n').slice(0, 4).join('\n'));

    expect(await messages()).toEqual([
      `copy: journal/${replica}.ndjson ended in the middle of a line: that beginning of an entry was cut off`,
      `copy: journal/${replica}.ndjson lacked 8 entries: written anew from project.db`,
    ]);
    expect(await messages()).toEqual([]);
  });

  it('says so when the first entry, which makes the project, is not there', async () => {
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'project.db'), '');

    expect(await messages()).toEqual([expect.stringMatching(/^chain: the first entry/)]);
  });

  it('names the document when a byte of it is flipped, and when it is gone', async () => {
    flipByte(fileOfDocument(folder, 'Avtal ett'), 3);
    rmSync(fileOfDocument(folder, 'Avtal två'));

    const found = await messages();

    expect(found).toHaveLength(2);
    expect(found.find((each) => each.includes('ett.txt'))).toMatch(/^documents: .*changed/);
    expect(found.find((each) => each.includes('två.txt'))).toMatch(
      /^documents: .*not in the project/,
    );
  });

  it('says so when project.db was written over while the project was open', async () => {
    const store = openProject(folder, opener);
    const descriptor = openSync(join(folder, 'project.db'), 'r+');
    writeSync(descriptor, Buffer.alloc(4_096, 'x'), 0, 4_096, 0);
    closeSync(descriptor);

    const { ok, problems } = await verifyProject(store, { blobs: new BlobStore(folder) });

    expect(ok).toBe(false);
    expect(problems).toMatchObject([{ check: 'sqlite', code: 'sqlite-unreadable' }]);
  });

  it('either notices a flipped byte of project.db or the byte meant nothing', async () => {
    const file = join(folder, 'project.db');
    const pristine = join(home, 'pristine');
    cpSync(folder, pristine, { recursive: true });
    const meaning = () => {
      const db = openDatabase(file);
      try {
        return {
          ...tableHashes(db),
          journal: JSON.stringify(db.prepare('SELECT * FROM journal ORDER BY replica, n').all()),
          payloads: JSON.stringify(db.prepare('SELECT * FROM payloads ORDER BY replica, n').all()),
        };
      } finally {
        db.close();
      }
    };
    const before = meaning();
    expect(Object.keys(before)).toEqual(expect.arrayContaining(Object.keys(computedTables)));
    const random = mulberry32(11);
    let noticed = 0;

    for (let round = 0; round < 100; round += 1) {
      const at = Math.floor(random() * statSync(file).size);
      flipByte(file, at);
      let problems: unknown[];
      try {
        problems = (await report()).problems;
      } catch (error) {
        if (!isAppError(error)) throw error;
        problems = [error.code];
      }
      if (problems.length > 0) noticed += 1;
      else expect({ at, ...meaning() }).toEqual({ at, ...before });
      for (const name of ['project.db', `journal/${replica}.ndjson`]) {
        copyFileSync(join(pristine, name), join(folder, name));
      }
      for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
    }
    expect(noticed).toBeGreaterThan(20);
  });
});
