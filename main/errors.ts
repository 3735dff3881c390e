import { join } from 'node:path';

import { app, dialog, shell } from 'electron';
import log from 'electron-log/main';

import type { ReportBug } from './ipc/dispatch';
import { textsFor, type Language } from './texts';

/**
 * Exceptions are our bugs: they are written to `logs/samsyn.log` in the user's folder, and the person
 * is told once in a run. Nothing is ever sent anywhere.
 */
export function startErrorLog(userData: string): void {
  log.transports.file.resolvePathFn = () => join(userData, 'logs', 'samsyn.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = app.isPackaged ? false : 'warn';
  log.transports.ipc.level = false;
  process.on('uncaughtException', (error) => reportBug(error, { step: 'uncaught exception' }));
  process.on('unhandledRejection', (reason) => reportBug(reason, { step: 'unhandled rejection' }));
}

let language: Language = 'en';
let told = false;

/** The language in which the person is told. */
export function speakErrorsIn(chosen: Language): void {
  language = chosen;
}

/** Logs an exception with what was going on; the first that belongs to no call is also shown. */
export const reportBug: ReportBug = (error, context) => {
  log.error(JSON.stringify(context), error instanceof Error ? (error.stack ?? error) : error);
  // The window shows those of its own calls where the person acted.
  if (!('topic' in context)) tellOnce();
};

/** For what is worth knowing afterwards and is nobody's fault. */
export function note(message: string, context: Readonly<Record<string, unknown>> = {}): void {
  log.info(message, JSON.stringify(context));
}

function tellOnce(): void {
  if (told || !app.isReady()) return;
  told = true;
  const texts = textsFor(language);
  void dialog
    .showMessageBox({
      type: 'error',
      message: texts.unexpectedTitle,
      detail: texts.unexpectedDetail,
      buttons: [texts.goOn, texts.showLog],
      defaultId: 0,
      cancelId: 0,
    })
    .then(({ response }) => {
      if (response === 1) shell.showItemInFolder(log.transports.file.getFile().path);
    });
}
