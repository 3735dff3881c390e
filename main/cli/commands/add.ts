import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { readingError } from '../../documents/errors';
import { importInto } from '../../work/documents';
import type { Command } from '../command';
import { refuseReadOnly, withDocuments } from '../project';
import { aligned, counted, printable } from '../text';

export const addCommand: Command = {
  name: 'add',
  usage: '<project> <file|folder>… [--password-file <file>]',
  summary: 'Add documents; each new file becomes an agreement.',
  details: [
    'Known files are recognised by their content. Files that fail are listed with the reason,',
    'the others are added, and the exit code is 1. What is attached to a mail comes to its agreement.',
    '--password-file names a file whose first line is tried on PDFs that ask for a password; it is',
    'kept nowhere, and only the text of such a PDF can be shown.',
  ],
  options: { 'password-file': { type: 'string' } },
  takes: { least: 2, most: Infinity },
  async run(given, machine) {
    const [project = '', ...paths] = given.arguments;
    const password = await firstLineOf(given.text('password-file'), machine.folder);
    const summary = await withDocuments(project, machine, async ({ store, ...documents }) => {
      refuseReadOnly(store);
      await documents.blobs.removeUnfinished();
      return importInto(store, {
        ...documents,
        paths: paths.map((path) => resolve(machine.folder, path)),
        now: machine.now,
        password,
        signal: machine.signal,
        onProgress: ({ done, total, current }) =>
          machine.progress(`${done}/${total}${current === null ? '' : ` ${printable(current)}`}`),
      });
    });
    machine.progress(null);
    const added = summary.added.map(({ attachedTo, added: { number, agreement, fileName } }) => ({
      number,
      id: agreement,
      file: fileName,
      ...(attachedTo !== null && { attachedTo }),
    }));
    const known = summary.known.map(({ fileName, attachedTo, sameAs }) => ({
      file: fileName,
      ...(attachedTo !== null && { attachedTo }),
      number: sameAs.number,
      id: sameAs.agreement,
      sameAs: sameAs.fileName,
    }));
    const failed = summary.failed.map(({ fileName, attachedTo, code, message }) => ({
      file: fileName,
      ...(attachedTo !== null && { attachedTo }),
      code,
      message,
    }));
    return {
      json: { added, known, failed },
      lines: [
        ...(added.length === 0
          ? []
          : aligned(
              ['number', 'file'],
              added.map(({ number, file, attachedTo }) => [
                number ?? 0,
                attachedTo === undefined ? file : `  ${file} (attached to ${attachedTo})`,
              ]),
            )),
        ...known.map(
          ({ file, number, sameAs }) =>
            `${printable(file)} is there already: agreement ${number ?? '?'}, ${printable(sameAs)}`,
        ),
        `Added ${counted(added.length, 'document')}; ${known.length} known already; ${failed.length} failed; ${counted(summary.skipped, 'hidden or system file')} passed over.`,
      ],
      complaints: [
        ...failed.map(({ message, attachedTo }) =>
          attachedTo === undefined ? message : `Attached to “${attachedTo}”: ${message}`,
        ),
        ...(summary.cancelled ? ['Stopped before the end. What was added stays.'] : []),
      ],
    };
  },
};

/** The password: not an argument, as those are there for every program on the machine to see. */
async function firstLineOf(path: string | undefined, folder: string): Promise<string | null> {
  if (path === undefined) return null;
  const text = await readFile(resolve(folder, path), 'utf8').catch((error: unknown) => {
    throw readingError(error, path);
  });
  return text.replace(/^\ufeff/, '').split(/\r?\n/)[0] ?? '';
}
