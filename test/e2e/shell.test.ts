import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Bridge } from '../../main/preload';
import { electronPath, needsNoSandbox, sqliteEnvironment } from '../../scripts/environment.mjs';
import { projectFolder } from '../../scripts/setup/paths.mjs';
import { call, openForCoding, until, type CodingWindow } from '../support/coding-window';
import { launchSamsyn, type Launched } from '../support/launch-electron';
import { longPdf } from '../support/pdf-files';

declare const window: Window & { readonly samsyn: Bridge };

describe('the guarded window', () => {
  let opened: CodingWindow;

  beforeAll(async () => {
    opened = await openForCoding({ 'avtal.pdf': longPdf(3) });
    await opened.window.locator('iframe').waitFor();
  });
  afterAll(async () => {
    await opened.end();
  });

  it('has nothing of Node and three functions of ours', async () => {
    const found = await opened.window.evaluate(() => ({
      require: typeof Reflect.get(globalThis, 'require'),
      process: typeof Reflect.get(globalThis, 'process'),
      bridge: Object.keys(window.samsyn),
    }));

    expect(found).toEqual({
      require: 'undefined',
      process: 'undefined',
      bridge: ['call', 'onChanged', 'pathForFile'],
    });
  });

  it('fetches nothing from outside, nor from the disk, nor from the document frame', async () => {
    const answers = await opened.window.evaluate(async () => {
      const urls = [
        'https://example.com/',
        'file:///etc/passwd',
        'app://viewer/index.html',
        'data:text/plain,x',
      ];
      return Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      );
    });

    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('lets no request out even where no page forbids it', async () => {
    const answer = await opened.app.evaluate(({ session }) =>
      session.defaultSession.fetch('https://example.com/').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );

    expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  it('runs no text as code', async () => {
    const refused = await opened.window.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      // In a turn of its own: the debugger that drives this test is itself allowed to.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            // oxlint-disable-next-line no-eval
            globalThis.eval('window.ranEval = true');
          } finally {
            resolve();
          }
        });
      });
      return [Reflect.get(window, 'ranInline'), Reflect.get(window, 'ranEval')];
    });

    expect(refused).toEqual([undefined, undefined]);
  });

  it('goes nowhere and opens nothing', async () => {
    const windowOpened = await opened.window.evaluate(() => {
      window.location.href = 'https://example.com/';
      return window.open('app://ui/index.html') !== null;
    });
    const frame = opened.window.frames().find((each) => each.url().startsWith('app://viewer'));
    await frame?.evaluate(() => {
      window.location.href = 'app://viewer/assets/';
    });
    await opened.window.waitForTimeout(300);
    const urls = await opened.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().flatMap(({ webContents }) =>
        webContents.mainFrame.framesInSubtree.map(({ url }) => url),
      ),
    );

    expect(windowOpened).toBe(false);
    expect(urls).toEqual(['app://ui/index.html', 'app://viewer/index.html']);
  });

  it('gets no permission', async () => {
    const answers = await opened.window.evaluate(async () => [
      await Notification.requestPermission(),
      await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      ),
      await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      ),
      await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          () => resolve('denied'),
        );
      }),
    ]);

    expect(answers).toEqual(['denied', 'denied', 'denied', 'denied']);
  });

  it('makes no call that the contract does not name', async () => {
    const answer = await opened.window.evaluate(() =>
      window.samsyn.call('app', 'quit').then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );

    expect(answer).toContain('no call app.quit');
  });

  it('is the only window that is answered', async () => {
    const preload = join(projectFolder, 'dist/preload/preload.cjs');
    const reply = await opened.app.evaluate(async ({ BrowserWindow }, path) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload: path } });
      await other.loadURL('app://ui/index.html');
      const answer: unknown = await other.webContents.executeJavaScript(
        `window.samsyn.call('app', 'about')`,
      );
      other.destroy();
      return answer;
    }, preload);

    expect(reply).toMatchObject({ ok: false, error: { code: 'untrusted-sender' } });
  });

  it('draws documents in a process of their own, without a bridge', async () => {
    const processes = await opened.app.evaluate(({ BrowserWindow }) => {
      const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
      return [frame?.osProcessId, frame?.frames[0]?.osProcessId];
    });
    const frame = opened.window.frames().find((each) => each.url().startsWith('app://viewer'));
    const bridge = await frame?.evaluate(() => typeof Reflect.get(window, 'samsyn'));

    expect(processes[0]).toBeGreaterThan(0);
    expect(processes[1]).toBeGreaterThan(0);
    expect(processes[1]).not.toBe(processes[0]);
    expect(bridge).toBe('undefined');
  });

  it.runIf(process.platform === 'linux')(
    'is drawn without the graphics library in the main process, and tells other programs nothing of it',
    async () => {
      const main = await opened.app.evaluate(() => ({
        pid: process.pid,
        setting: process.env['GDK_GL'],
      }));
      const files = await readFile(`/proc/${main.pid}/maps`, 'utf8');

      expect(files.match(/\S+\/(libGLX?_|libGLX?\.|libLLVM|\w+_dri\.)\S*/g)).toBeNull();
      expect(main.setting).toBeUndefined();
    },
  );

  it('hands the frame the documents of the open project and no others', async () => {
    const agreement = opened.agreements[0]?.id;
    if (agreement === undefined) throw new Error('There is no agreement.');
    const { documents } = await call(opened.window, 'agreements', 'get', { agreement });
    const frame = opened.window.frames().find((each) => each.url().startsWith('app://viewer'));
    const statuses = await frame?.evaluate(
      async (known) =>
        Promise.all(
          [known, '0'.repeat(64), '..%2f..%2fproject.db', `${known}/..`].map(async (name) => {
            const response = await fetch(`/documents/${name}`);
            return response.status;
          }),
        ),
      documents[0]?.id,
    );

    expect(statuses).toEqual([200, 404, 404, 404]);
  });
});

describe('the program', () => {
  let userData: string;
  let running: Launched | null = null;

  beforeAll(async () => {
    userData = await mkdtemp(join(tmpdir(), 'samsyn-user-'));
  });
  afterAll(async () => {
    await running?.close();
    await rm(userData, { recursive: true, force: true });
  });
  const start = async (language: 'sv' | 'en'): Promise<Launched> => {
    await running?.close();
    running = null;
    running = await launchSamsyn({ userData, language });
    return running;
  };
  const menuLabels = ({ app }: Launched): Promise<string[] | undefined> =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));

  it('has menus in Swedish and in English, and in the one that is chosen', async () => {
    const inEnglish = await menuLabels(await start('en'));
    const launched = await start('sv');
    const inSwedish = await menuLabels(launched);
    await call(launched.window, 'app', 'changeSettings', { language: 'en' });
    await until(async () => (await menuLabels(launched))?.[0] === 'File');
    await call(launched.window, 'app', 'changeSettings', { language: null });

    expect(inEnglish).toEqual(['File', 'Edit', 'View', 'Help']);
    expect(inSwedish).toEqual(['Arkiv', 'Redigera', 'Visa', 'Hjälp']);
  });

  it('passes a menu item on to the window as a command', async () => {
    const { app, window: page } = await start('sv');
    await page.getByRole('heading').first().waitFor();
    await app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('new-project')?.click();
    });

    const dialog = page.getByRole('dialog');
    await dialog.waitFor();

    expect(await dialog.isVisible()).toBe(true);
  });

  it('stands where it stood, once closed and started again', async () => {
    const before = { x: 40, y: 60, width: 1000, height: 700 };
    const { app } = await start('sv');
    // A window that is not shown yet may get the size it was made with once it is.
    await until(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
    );
    await until(() =>
      app.evaluate(({ BrowserWindow }, bounds) => {
        const [shown] = BrowserWindow.getAllWindows();
        const now = shown?.getNormalBounds();
        if (now?.width === bounds.width && now.height === bounds.height) return true;
        shown?.setBounds(bounds);
        return false;
      }, before),
    );
    const again = await start('sv');
    const after = await again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    );

    expect(after).toMatchObject({ width: before.width, height: before.height });
  });

  it('offers to load the window again when its process dies', async () => {
    const { app } = await start('sv');
    await app.evaluate(({ BrowserWindow, dialog }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (...options: unknown[]) => {
        asked.push((options.at(-1) as { message: string }).message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      };
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    const title = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector('h1')?.textContent ?? ''`,
        ),
      );
    const asked = (): Promise<string[]> =>
      app.evaluate(() => Reflect.get(globalThis, 'asked') as string[]);
    await until(async () => (await asked()).length > 0);
    await until(() =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
      }),
    );
    await until(async () => (await title()) !== '');

    expect(await asked()).toEqual(['Fönstret slutade att fungera']);
  });

  it('hands a second start over to the first', async () => {
    const { window: page } = await start('sv');
    const project = await call(page, 'projects', 'create', {
      name: 'Andra',
      parent: userData,
      codersWanted: 2,
    });
    await call(page, 'projects', 'close');
    const second = spawn(
      electronPath(),
      [projectFolder, ...(needsNoSandbox() ? ['--no-sandbox'] : []), project.folder],
      { env: { ...process.env, ...sqliteEnvironment('electron'), SAMSYN_USER_DATA: userData } },
    );
    const ended = new Promise<number | null>((resolve) => {
      second.once('exit', resolve);
    });
    await until(async () => (await call(page, 'projects', 'current'))?.name === 'Andra');

    expect(await ended).toBe(0);
  });
});
