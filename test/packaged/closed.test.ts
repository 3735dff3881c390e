import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, expect, it } from 'vitest';

import { openForQueries } from '../../main/store/connection';
import { needsNoSandbox } from '../../scripts/environment.mjs';
import { scannedPdf, textCanvas } from '../../scripts/sample/writers/pictures';
import { writeFiles } from '../support/bad-files';
import { cliAtHome } from '../support/cli';
import { until } from '../support/coding-window';
import { formatFiles } from '../support/format-files';
import { packagedProgram, portsOf, processesUnder } from '../support/packaged-program';

const cli = cliAtHome();
const WORD = 'Fjällhjälpen';

let running: ChildProcess | null = null;
afterEach(() => {
  for (const process of running?.pid === undefined ? [] : processesUnder(running.pid)) {
    killIfThere(process);
  }
  running = null;
});

it('is an application and nothing else: no Node, no options from its surroundings', async () => {
  const fuses = await getCurrentFuseWire(packagedProgram());

  expect({
    runAsNode: fuses[FuseV1Options.RunAsNode],
    cookieEncryption: fuses[FuseV1Options.EnableCookieEncryption],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    wholeArchive: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyArchive: fuses[FuseV1Options.OnlyLoadAppFromAsar],
    ownSnapshot: fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    fileProtocol: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    runAsNode: FuseState.DISABLE,
    cookieEncryption: FuseState.ENABLE,
    nodeOptions: FuseState.DISABLE,
    inspect: FuseState.DISABLE,
    wholeArchive: FuseState.ENABLE,
    onlyArchive: FuseState.ENABLE,
    ownSnapshot: FuseState.DISABLE,
    fileProtocol: FuseState.DISABLE,
  });
});

it('reads and recognises whatever it is started with, and lets nobody in', async () => {
  const home = cli.home();
  const project = await aProjectWithoutPages(home);
  const [evil = ''] = writeFiles(home, {
    'evil.cjs': `require('node:fs').writeFileSync(${JSON.stringify(join(home, 'ran'))}, '')`,
  });
  const program = start(home, project, {
    args: ['--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0', `--require=${evil}`],
    env: {
      NODE_OPTIONS: `--require ${evil} --inspect=0`,
      ELECTRON_RUN_AS_NODE: '1',
      SAMSYN_USER_DATA: join(home, 'elsewhere'),
      SAMSYN_SQLITE_BINDING: join(home, 'none.node'),
    },
  });

  const cache = join(project, 'cache.db');
  await until(() => Promise.resolve(existsSync(cache)), { seconds: 60 });
  await until(() => Promise.resolve(isAllRead(cache)), { seconds: 180 });

  expect(portsOf(processesUnder(program.pid ?? 0))).toEqual([]);
  expect(existsSync(join(home, 'ran'))).toBe(false);
  expect(existsSync(join(home, 'elsewhere'))).toBe(false);
  await endedBy(program);
  const hits = await cli.json<{ hits: unknown[] }>('search', project, WORD);
  expect(hits.hits).toHaveLength(FILES.length + 1);
});

const FILES = formatFiles.filter(({ fileName }) => /\.(?:pdf|docx|xlsx|msg|png)$/.test(fileName));

/** A project of one file of each kind whose pages are to be read anew, the scanned ones recognised. */
async function aProjectWithoutPages(home: string): Promise<string> {
  const received = join(home, 'received');
  const files = await Promise.all(
    FILES.map(async ({ fileName, bytes }) => [fileName, await bytes()] as const),
  );
  const scan = await scannedPdf([textCanvas([`Mellan Åre kommun och ${WORD}.`])]);
  writeFiles(received, { ...Object.fromEntries(files), 'skannad.pdf': scan });
  await cli.json('new', 'Prov');
  await cli.json('add', 'Prov', received);
  const project = join(home, 'Prov.samsyn');
  for (const end of ['', '-wal', '-shm']) rmSync(join(project, `cache.db${end}`), { force: true });
  return project;
}

function start(
  home: string,
  project: string,
  { args, env }: { args: readonly string[]; env: Record<string, string> },
): ChildProcess {
  const sandbox = needsNoSandbox() ? ['--no-sandbox'] : [];
  running = spawn(packagedProgram(), [...sandbox, ...args, project], {
    env: { ...process.env, ...env, XDG_CONFIG_HOME: join(home, 'config') },
    stdio: 'ignore',
  });
  return running;
}

function isAllRead(cache: string): boolean {
  const db = openForQueries(cache);
  try {
    // It has its tables a moment after it is there.
    if (db.pragma('user_version', { simple: true }) === 0) return false;
    const query = `SELECT (SELECT count(*) FROM document) AS read,
      (SELECT count(*) FROM scanned_page WHERE state = 'done') AS recognised`;
    const { read, recognised } = db.prepare(query).get() as Record<string, number>;
    return read === FILES.length + 1 && recognised === 2;
  } finally {
    db.close();
  }
}

/** Asks a program to end, as a system does that shuts down. */
function endedBy(program: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    program.once('exit', () => resolve());
  });
  program.kill('SIGTERM');
  return ended;
}

function killIfThere(process: number): void {
  try {
    globalThis.process.kill(process, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
