import { availableParallelism } from 'node:os';

import { createRecogniserHost } from '../../documents/recognition/recogniser-host';
import { findDocument } from '../../store/queries/documents';
import { Recognition } from '../../work/recognition';
import type { Command } from '../command';
import { withDocuments } from '../project';
import { counted, printable } from '../text';

/** More bring little, and each holds some hundred megabytes. */
const MOST_PROCESSES = 8;

export const recogniseCommand: Command = {
  name: 'recognise',
  usage: '<project> [--retry]',
  summary: 'Read the text of scanned pages and pictures that have none yet (Swedish and English).',
  details: [
    'Offline, on all processor cores. Stopped halfway it goes on where it was the next time.',
    '--retry takes the pages that failed once more, at a higher resolution.',
    'Pages that cannot be read are listed with the reason, and the exit code is 1.',
  ],
  options: { retry: { type: 'boolean' } },
  takes: { least: 1, most: 1 },
  run(given, machine) {
    const [project = ''] = given.arguments;
    return withDocuments(project, machine, async ({ store, ...documents }) => {
      const processes = Math.min(MOST_PROCESSES, availableParallelism());
      const recogniser = createRecogniserHost({ fork: machine.forkRecogniser, processes });
      const recognition = new Recognition({
        store,
        ...documents,
        recogniser,
        atOnce: processes,
        ignorePause: true,
        changed: () => {
          const { read, total } = recognition.status();
          machine.progress(`${read}/${total}`);
        },
      });
      const stop = () => void recognition.close();
      machine.signal.addEventListener('abort', stop, { once: true });
      try {
        if (given.flag('retry')) recognition.retryFailed();
        recognition.wake();
        await recognition.finished();
      } finally {
        machine.signal.removeEventListener('abort', stop);
        await recognition.close();
        recogniser.close();
        machine.progress(null);
      }
      const { waiting, hard } = recognition.status();
      const failed = recognition.failed.map(({ document, fileName, page, error }) => ({
        document,
        file: fileName,
        number: findDocument(store.db, document)?.number ?? null,
        page,
        code: error.code,
        message: error.message,
      }));
      const read = recognition.pagesRead;
      return {
        json: { read, waiting, hardToRead: hard, failed },
        lines: [
          `Read ${counted(read, 'page')}; ${failed.length} failed; ${waiting} still wait; ${hard} are hard to read.`,
        ],
        complaints: [
          ...failed.map(({ file, message }) => `${printable(file)}: ${message}`),
          ...(machine.signal.aborted ? ['Stopped before the end. What was read stays.'] : []),
        ],
      };
    });
  },
};
