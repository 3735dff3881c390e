import { join } from 'node:path';

import { app, BrowserWindow, dialog, nativeTheme, screen, session, type Session } from 'electron';
import writeFileAtomic from 'write-file-atomic';

import { note, reportBug } from './errors';
import { UI_URL, VIEWER_URL } from './protocol';
import { textsFor, type Language } from './texts';
import { MINIMUM, placeOnScreens, readPlace, type WindowPlace } from './window-place';

/** As `--ground` in the window's own style, so that nothing flashes before the first paint. */
const ground = { light: '#f6f6f4', dark: '#16181b' };

/**
 * Silences what Chromium does by itself on the network; to be called before the app is ready.
 *
 * Samsyn reaches nothing outside the machine. The request filter in `guardSession` covers the pages;
 * these cover the browser underneath, and the resolver rule covers what neither knows of.
 */
export function silenceNetwork(): void {
  const { commandLine } = app;
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('disable-breakpad');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  commandLine.appendSwitch(
    'disable-features',
    'NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,Translate,AutofillServerCommunication',
  );
}

/** Refuses, for every page of this session, each permission and each request that leaves the machine. */
export function guardSession(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  // It fetches dictionaries from the network.
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => event.preventDefault());

  const schemes = new Set(['app:', 'blob:', 'data:', ...(app.isPackaged ? [] : ['devtools:'])]);
  target.webRequest.onBeforeRequest((details, callback) => {
    const allowed = URL.canParse(details.url) && schemes.has(new URL(details.url).protocol);
    callback({ cancel: !allowed });
  });
}

/** Keeps every page where it is: no navigation, no new window, no embedded browser. */
export function guardContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    // Of the window itself as well.
    contents.on('will-frame-navigate', (event) => {
      // The document frame's own first load; it goes nowhere from there.
      const first = !event.isMainFrame && event.url === VIEWER_URL;
      if (!first) event.preventDefault();
    });
  });
}

interface WindowOptions {
  readonly preload: string;
  readonly userData: string;
  readonly language: () => Language;
}

/** Opens the one window, where it last stood, and shows it once it has something to show. */
export function createMainWindow(options: WindowOptions): BrowserWindow {
  const placeFile = join(options.userData, 'window.json');
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const { maximized, zoom, ...bounds } = placeOnScreens(
    readPlace(placeFile),
    [main, ...others].map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Samsyn',
    // Linux and Windows draw it in the desktop's colours, white over a dark window. Alt shows it.
    autoHideMenuBar: process.platform !== 'darwin',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload: options.preload,
      session: session.defaultSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', () => {
    window.webContents.setZoomLevel(zoom);
  });
  window.on('close', () => keepPlace(window, placeFile));
  recoverFromFailure(window, options.language);
  void window.loadURL(UI_URL).catch((error: unknown) => {
    reportBug(error, { step: 'load the window' });
  });
  return window;
}

function keepPlace(window: BrowserWindow, file: string): void {
  const place: WindowPlace = {
    ...window.getNormalBounds(),
    maximized: window.isMaximized(),
    zoom: window.webContents.getZoomLevel(),
  };
  try {
    writeFileAtomic.sync(file, `${JSON.stringify(place)}\n`);
  } catch (error) {
    note('The place of the window could not be kept', { error: String(error) });
  }
}

/** A page that died or hangs takes nothing with it: what is saved is in main's hands. */
function recoverFromFailure(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    note('The window died', { reason: details.reason, exitCode: details.exitCode });
    const texts = textsFor(language());
    void ask(window, texts.windowDiedTitle, texts.windowDiedDetail, [
      texts.reload,
      texts.quit,
    ]).then((answer) => (answer === 0 ? window.webContents.reload() : app.quit()));
  });

  let asking: AbortController | null = null;
  window.on('unresponsive', () => {
    if (asking !== null) return;
    asking = new AbortController();
    note('The window does not answer');
    const texts = textsFor(language());
    const buttons = [texts.wait, texts.reload];
    void ask(window, texts.windowStuckTitle, texts.windowStuckDetail, buttons, asking.signal).then(
      (answer) => {
        asking = null;
        if (answer !== 1 || window.isDestroyed()) return;
        window.webContents.forcefullyCrashRenderer();
        window.webContents.reload();
      },
    );
  });
  window.on('responsive', () => asking?.abort());
}

async function ask(
  window: BrowserWindow,
  message: string,
  detail: string,
  buttons: string[],
  signal?: AbortSignal,
): Promise<number> {
  if (window.isDestroyed()) return 0;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    ...(signal === undefined ? {} : { signal }),
  });
  return response;
}
