import { resolve } from 'node:path';

import { importInto } from '../../work/documents';
import type { Command } from '../command';
import { refuseReadOnly, withDocuments } from '../project';
import { aligned, counted, printable } from '../text';

export const addCommand: Command = {
  name: 'add',
  usage: '<project> <file|folder>…',
  summary: 'Add documents (PDF, DOCX, text); each new one becomes an agreement.',
  details: [
    'Known files are recognised by their content. Files that fail are listed with the reason,',
    'the others are added, and the exit code is 1.',
  ],
  options: {},
  takes: { least: 2, most: Infinity },
  async run(given, machine) {
    const [project = '', ...paths] = given.arguments;
    const summary = await withDocuments(project, machine, async ({ store, ...documents }) => {
      refuseReadOnly(store);
      await documents.blobs.removeUnfinished();
      return importInto(store, {
        ...documents,
        paths: paths.map((path) => resolve(machine.folder, path)),
        now: machine.now,
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
