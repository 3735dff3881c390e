import {
  app,
  BrowserWindow,
  Menu,
  shell,
  type BaseWindow,
  type MenuItemConstructorOptions,
} from 'electron';
import log from 'electron-log/main';

import type { MenuCommand } from '../shared/ipc/menu-commands';
import type { Publish } from './ipc/publish';
import { textsFor, type Language } from './texts';

/** The menus in the given language, each item a command to the window or a role of the system. */
function menuTemplate(
  language: Language,
  publish: Publish,
  options: { packaged: boolean; mac: boolean; showLog: () => void },
): MenuItemConstructorOptions[] {
  const texts = textsFor(language);
  const command = (
    id: MenuCommand,
    label: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => publish({ topic: 'command', agreement: null, command: id }),
  });
  // The key itself goes to the page: in a text field it takes back typing, elsewhere the window's last step.
  const pageKey = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
    ...item,
    registerAccelerator: false,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };

  return [
    ...(options.mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: texts.file,
      submenu: [
        command('new-project', texts.newProject, 'CmdOrCtrl+Shift+N'),
        command('open-project', texts.openProject, 'CmdOrCtrl+O'),
        command('open-sample', texts.openSample),
        command('close-project', texts.closeProject),
        separator,
        command('add-files', texts.addFiles, 'CmdOrCtrl+Shift+O'),
        command('add-folder', texts.addFolder),
        separator,
        command('export', texts.exportDataset, 'CmdOrCtrl+Shift+E'),
        separator,
        { role: options.mac ? 'close' : 'quit', ...(options.mac ? {} : { label: texts.quit }) },
      ],
    },
    {
      label: texts.edit,
      submenu: [
        pageKey(command('undo', texts.undo, 'CmdOrCtrl+Z')),
        pageKey(command('redo', texts.redo, options.mac ? 'Cmd+Shift+Z' : 'Ctrl+Y')),
        separator,
        { role: 'cut', label: texts.cut },
        { role: 'copy', label: texts.copy },
        { role: 'paste', label: texts.paste },
        { role: 'selectAll', label: texts.selectAll },
        separator,
        command('search', texts.search, 'CmdOrCtrl+K'),
        command('find', texts.find, 'CmdOrCtrl+F'),
        command('find-next', texts.findNext, options.mac ? 'Cmd+G' : 'F3'),
        command('find-previous', texts.findPrevious, options.mac ? 'Cmd+Shift+G' : 'Shift+F3'),
      ],
    },
    {
      label: texts.view,
      submenu: [
        command('document-zoom-in', texts.documentIn, 'CmdOrCtrl+Plus'),
        command('document-zoom-out', texts.documentOut, 'CmdOrCtrl+-'),
        command('document-zoom-actual', texts.documentActual, 'CmdOrCtrl+0'),
        command('document-fit-width', texts.documentFitWidth, 'CmdOrCtrl+1'),
        command('document-fit-page', texts.documentFitPage, 'CmdOrCtrl+2'),
        separator,
        command('document-turn-right', texts.documentTurnRight, 'CmdOrCtrl+R'),
        command('document-turn-left', texts.documentTurnLeft, 'CmdOrCtrl+Shift+R'),
        separator,
        command('document-thumbnails', texts.documentThumbnails, 'F4'),
        command('document-outline', texts.documentOutline, 'Shift+F4'),
        command('document-go-to-page', texts.documentGoToPage, 'CmdOrCtrl+L'),
        command('document-next', texts.documentNext, 'Alt+PageDown'),
        command('document-previous', texts.documentPrevious, 'Alt+PageUp'),
        separator,
        {
          label: texts.interfaceSize,
          submenu: [
            // Not the roles: those bring Ctrl + and Ctrl −, which belong to the document here.
            { label: texts.larger, click: (_, window) => changeTextSize(window, 0.5) },
            { label: texts.smaller, click: (_, window) => changeTextSize(window, -0.5) },
            { label: texts.normal, click: (_, window) => changeTextSize(window, null) },
          ],
        },
        { role: 'togglefullscreen', label: texts.fullScreen },
        ...(options.packaged
          ? []
          : [separator, { role: 'toggleDevTools', label: texts.developer } as const]),
      ],
    },
    {
      label: texts.help,
      role: 'help',
      submenu: [
        command('shortcuts', texts.shortcuts, 'F1'),
        { id: 'show-log', label: texts.showLog, click: options.showLog },
        separator,
        command('about', texts.about),
      ],
    },
  ];
}

/** By a step of Chromium's zoom levels (1 is 20 %), within 50 % to 300 %; `null`: back to 100 %. */
function changeTextSize(window: BaseWindow | undefined, step: number | null): void {
  if (!(window instanceof BrowserWindow)) return;
  const level = step === null ? 0 : window.webContents.getZoomLevel() + step;
  window.webContents.setZoomLevel(Math.min(6, Math.max(-3.5, level)));
}

/** Puts the menus in place; again at every change of language. */
export function installMenu(language: Language, publish: Publish): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate(language, publish, {
        packaged: app.isPackaged,
        mac: process.platform === 'darwin',
        showLog: () => shell.showItemInFolder(log.transports.file.getFile().path),
      }),
    ),
  );
}
