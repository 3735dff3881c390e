import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { app, dialog, shell, type BrowserWindow, type OpenDialogOptions } from 'electron';

import { documentEndings } from './documents/file-kind';
import { textsFor, type Language } from './texts';

/**
 * What only the system can ask the person, and show them.
 *
 * The application is given these, so that it holds no Electron; the terminal gives it others.
 * Every question answers `null` (or an empty list) when the person changed their mind.
 */
export interface Dialogs {
  /** A project folder (`*.samsyn`) to open. */
  chooseProject(): Promise<string | null>;
  /** The system's folder for a person's documents. */
  documentsFolder(): string;
  /** Where a new project's folder is to be made. */
  chooseParentFolder(): Promise<string | null>;
  /** Files to add, or one folder of them. */
  chooseDocuments(kind: 'files' | 'folder'): Promise<string[]>;
  /** Where the exported dataset is to be written. */
  chooseExportFolder(): Promise<string | null>;
  /** Where a copy of a document is to be saved; asks before it replaces a file. */
  chooseCopy(fileName: string): Promise<string | null>;
  /** Where a table is to be saved; asks before it replaces a file. */
  chooseTable(fileName: string): Promise<string | null>;
  /** Opens a file in the program that the system has for it; tells why not, or `null`. */
  openInSystem(path: string): Promise<string | null>;
  /** Shows a file or folder in the system's file manager. */
  reveal(path: string): Promise<void>;
}

/** Dialogs that belong to the window and speak its language. */
export function createDialogs(
  window: () => BrowserWindow | null,
  language: () => Language,
): Dialogs {
  const ask = async (options: OpenDialogOptions): Promise<string[]> => {
    const parent = window();
    const answer =
      parent === null
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(parent, options);
    return answer.canceled ? [] : answer.filePaths;
  };
  const folder = async (title: string): Promise<string | null> => {
    const [chosen] = await ask({
      title,
      message: title,
      buttonLabel: textsFor(language()).choose,
      defaultPath: app.getPath('documents'),
      properties: ['openDirectory', 'createDirectory'],
    });
    return chosen ?? null;
  };
  const save = async (title: string, fileName: string): Promise<string | null> => {
    const options = { title, defaultPath: join(app.getPath('documents'), fileName) };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    return canceled || filePath === '' ? null : filePath;
  };

  return {
    chooseProject: async () => {
      const chosen = await folder(textsFor(language()).chooseProject);
      // Someone who went into the project's folder and chose a file in it or the folder meant the same.
      return chosen !== null && /\.samsyn$/i.test(dirname(chosen)) ? dirname(chosen) : chosen;
    },
    documentsFolder: () => app.getPath('documents'),
    chooseParentFolder: () => folder(textsFor(language()).chooseParent),
    chooseExportFolder: () => folder(textsFor(language()).chooseExportFolder),
    chooseDocuments: async (kind) => {
      const texts = textsFor(language());
      return ask(
        kind === 'folder'
          ? {
              title: texts.chooseFolder,
              message: texts.chooseFolder,
              properties: ['openDirectory'],
            }
          : {
              title: texts.chooseFiles,
              message: texts.chooseFiles,
              filters: [{ name: texts.documents, extensions: [...documentEndings] }],
              properties: ['openFile', 'multiSelections'],
            },
      );
    },
    chooseCopy: (fileName) => save(textsFor(language()).saveCopy, fileName),
    chooseTable: (fileName) => save(textsFor(language()).saveTable, fileName),
    openInSystem: async (path) => {
      const reason = await shell.openPath(path);
      return reason === '' ? null : reason;
    },
    reveal: async (path) => {
      if ((await stat(path)).isDirectory()) await shell.openPath(path);
      else shell.showItemInFolder(path);
    },
  };
}
