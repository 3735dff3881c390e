import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, type Page, _electron } from 'playwright';
import { electronPath, needsNoSandbox, sqliteEnvironment } from '../../scripts/environment.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';

interface LaunchOptions {
  /** Folder for settings, window place and logs; a new temporary one, removed on close, unless given. */
  readonly userData?: string;
  /** After the application folder: a project to open, or Chromium switches. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The system's language as the program sees it. */
  readonly language?: 'sv' | 'en';
  /** The folder whose package.json names the program; the project's, which must be built, unless given. */
  readonly application?: string;
}

export interface Launched {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
  /** Errors of the page and what its console calls an error, refusals by the content security policy included. */
  readonly problems: () => Promise<readonly string[]>;
  /** What the program wrote to its terminal so far. */
  readonly output: () => string;
  /** Quits as a person would, and waits until the program has ended. */
  readonly close: () => Promise<void>;
  /** Ends the program at once, as a power cut would. */
  readonly kill: () => Promise<void>;
}

/** A packaged program to start in place of the built one: see scripts/check-package.mjs. */
const PACKAGED = process.env['SAMSYN_PACKAGED'];

/** How long a quitting program may take before it is called stuck and killed. */
const QUIT_TIME = 15_000;

/** Starts the built program in the real Electron and waits for its window. Needs a display: see display.ts. */
export async function launchSamsyn(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'samsyn-user-')));
  const forgetUserData = async () => {
    if (options.userData === undefined) await rm(userData, { recursive: true, force: true });
  };
  const { executablePath, first, env } =
    PACKAGED === undefined
      ? drivenProgram(options.application ?? projectFolder, userData)
      : packagedProgram(PACKAGED, userData);
  const app = await _electron.launch({
    executablePath,
    args: [...first, `--lang=${options.language ?? 'sv'}`, ...(options.args ?? [])],
    chromiumSandbox: !needsNoSandbox(),
    env: { ...definedEnvironment(), ...options.env, ...env },
  });
  const process = app.process();
  const ended = new Promise<void>((resolve) => {
    process.once('exit', () => resolve());
  });
  let written = '';
  for (const stream of [process.stdout, process.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8');
    });
  }

  let window: Page;
  try {
    window = await app.firstWindow();
    await window.waitForLoadState('domcontentloaded');
  } catch (error) {
    process.kill('SIGKILL');
    throw new Error(`The program showed no window. It wrote:\n${written}`, { cause: error });
  }

  const kill = async () => {
    process.kill('SIGKILL');
    await ended;
    await forgetUserData();
  };
  const close = async () => {
    const stuck = setTimeout(() => process.kill('SIGKILL'), QUIT_TIME);
    await app.evaluate(({ app: electron }) => electron.quit()).catch(unlessGone);
    await ended;
    clearTimeout(stuck);
    if (process.signalCode === 'SIGKILL') {
      throw new Error(`The program did not quit in ${QUIT_TIME / 1000} s. It wrote:\n${written}`);
    }
    await forgetUserData();
  };
  const problems = async () => (await Promise.all(app.windows().map(problemsOf))).flat();
  return { app, window, userData, problems, output: () => written, close, kill };
}

/** What Electron is started with, so that it is the built program. */
function drivenProgram(application: string, userData: string) {
  return {
    executablePath: electronPath(),
    first: [join(projectFolder, 'test/support/driven-program')],
    env: {
      ...sqliteEnvironment('electron'),
      SAMSYN_DRIVEN: application,
      SAMSYN_USER_DATA: userData,
    },
  };
}

/** A packaged program finds all by itself; only the system says where its user's folder is. */
function packagedProgram(executablePath: string, userData: string) {
  return { executablePath, first: [], env: { XDG_CONFIG_HOME: userData } };
}

/** Also what happened before anybody was listening. */
async function problemsOf(page: Page): Promise<string[]> {
  const errors = (await page.pageErrors()).map(
    ({ name, message, stack }) => stack || `${name}: ${message}`,
  );
  const messages = (await page.consoleMessages()).filter((message) => message.type() === 'error');
  return [...errors, ...messages.map((message) => message.text())];
}

/** The connection ends while the answer to "quit" is under way, which is what was asked for. */
function unlessGone(error: unknown): void {
  const gone = /closed|destroyed|disconnected|crashed/i;
  if (!(error instanceof Error) || !gone.test(error.message)) throw error;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
