import { join } from 'node:path';

import { app, dialog, ipcMain, nativeTheme, protocol, session, type BrowserWindow } from 'electron';

import { createApplication } from './application';
import { createDialogs } from './dialogs';
import { forkWithElectron } from './documents/fork-with-electron';
import { note, reportBug, speakErrorsIn, startErrorLog } from './errors';
import { dispatch } from './ipc/dispatch';
import { publishTo, type Publish } from './ipc/publish';
import { registerCalls } from './ipc/register';
import { installMenu } from './menu';
import { appScheme, createAppHandler } from './protocol';
import { asksForSample, projectNamedIn } from './start-arguments';
import { closeToSurroundings } from './surroundings';
import { languageOf, textsFor, type Language } from './texts';
import { keepGraphicsOut } from './toolkit';
import { createMainWindow, guardContents, guardSession, silenceNetwork } from './window';

const distribution = join(import.meta.dirname, '..');

if (app.isPackaged) closeToSurroundings({ environment: process.env, commandLine: app.commandLine });
if (process.env.SAMSYN_USER_DATA) app.setPath('userData', process.env.SAMSYN_USER_DATA);
const userData = app.getPath('userData');

// As root (build servers) Chromium has no sandbox of its own; the window asks for its sandbox all the same.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceNetwork();
keepGraphicsOut();
protocol.registerSchemesAsPrivileged([appScheme]);

if (app.requestSingleInstanceLock()) start();
else app.quit();

/** One run of the program per user folder: a second start hands over what it was asked to open. */
function start(): void {
  startErrorLog(userData);
  guardContents();

  let window: BrowserWindow | null = null;
  let language: Language = 'en';
  let open: ((folder: string) => Promise<void>) | null = null;
  let asked = projectNamedIn(process.argv, process.cwd());

  const openOrRemember = (folder: string): void => {
    asked = folder;
    if (open !== null) void open(folder);
  };
  app.on('second-instance', (_event, argv, folder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    const named = projectNamedIn(argv, folder);
    if (named !== null) openOrRemember(named);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openOrRemember(path);
  });
  app.on('window-all-closed', () => app.quit());

  void app
    .whenReady()
    .then(async () => {
      language = languageOf(app.getLocale());
      speakErrorsIn(language);
      guardSession(session.defaultSession);

      const contents = () => window?.webContents ?? null;
      const publishToWindow = publishTo(contents);
      const publish: Publish = (event) => {
        publishToWindow(event);
        if (event.topic === 'settings') void followSettings();
      };

      const application = createApplication({
        version: app.getVersion(),
        userData,
        sampleFiles: join(distribution, 'samples', 'documents'),
        language,
        forkReader: forkWithElectron(join(distribution, 'main', 'reader-process.js')),
        forkRecogniser: forkWithElectron(
          join(distribution, 'main', 'recogniser-process.js'),
          'Samsyn recogniser',
        ),
        forkDetector: forkWithElectron(
          join(distribution, 'main', 'detector-process.js'),
          'Samsyn detector',
        ),
        dialogs: createDialogs(
          () => window,
          () => language,
        ),
        publish,
      });
      const { handlers, deps } = application;

      protocol.handle(
        'app',
        createAppHandler({
          root: join(distribution, 'renderer'),
          documentFile: application.documentFile,
          isWhole: application.isWhole,
          drawing: application.drawing,
          recognised: application.recognised,
          readPage: application.readPage,
        }),
      );
      registerCalls({ ipcMain, handlers, deps, trusted: contents, reportBug });

      const followSettings = async (): Promise<void> => {
        const reply = await dispatch(handlers, deps, 'app', 'readSettings', undefined, reportBug);
        if (!reply.ok) return;
        const settings = reply.value as {
          language: Language | null;
          theme: 'system' | 'light' | 'dark';
        };
        language = settings.language ?? languageOf(app.getLocale());
        nativeTheme.themeSource = settings.theme;
        speakErrorsIn(language);
        installMenu(language, publish);
      };
      await followSettings();
      installMenu(language, publish);

      open = async (folder) => {
        const reply = await dispatch(handlers, deps, 'projects', 'open', { folder }, reportBug);
        if (!reply.ok) await tellOpenFailed(window, language, folder, reply.error);
        publish({ topic: 'project', agreement: null, command: null });
      };

      const isFirstStart = application.deps.settings.listRecent().length === 0;
      if (asked === null && isFirstStart && asksForSample(process.argv)) {
        const reply = await dispatch(
          handlers,
          deps,
          'projects',
          'createSample',
          undefined,
          reportBug,
        );
        if (!reply.ok) note('The sample project could not be made', { ...reply.error });
      }

      window = createMainWindow({
        preload: join(distribution, 'preload', 'preload.cjs'),
        userData,
        language: () => language,
      });
      window.on('closed', () => {
        window = null;
      });
      closeBeforeQuitting(application);
      if (asked !== null) await open(asked);
    })
    .catch((error: unknown) => {
      reportBug(error, { step: 'start' });
      app.exit(1);
    });
}

/** A project that came from outside the window, by command line or double click, fails outside it too. */
async function tellOpenFailed(
  window: BrowserWindow | null,
  language: Language,
  folder: string,
  error: { code: string; message: string },
): Promise<void> {
  note('A project could not be opened', { folder, ...error });
  const options = { message: textsFor(language).openFailed, detail: error.message };
  await (window === null
    ? dialog.showMessageBox({ ...options, type: 'warning' })
    : dialog.showMessageBox(window, { ...options, type: 'warning' }));
}

/** Quits only when the project is closed: its lock given back, its database checkpointed. */
function closeBeforeQuitting(application: { close: () => Promise<void> }): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    application
      .close()
      .catch((error: unknown) => reportBug(error, { step: 'close the project' }))
      .finally(() => {
        closed = true;
        app.exit(0);
      });
  });
}
