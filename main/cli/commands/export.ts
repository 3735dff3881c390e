import { resolve } from 'node:path';

import { previewExport, writeDataset } from '../../exchange/dataset';
import type { Command } from '../command';
import { withProject } from '../project';
import { aligned, counted } from '../text';

export const exportCommand: Command = {
  name: 'export',
  usage: '<project> <folder>',
  summary: 'Write the dataset: a Frictionless Data Package with CSV tables.',
  details: [
    'Only settled values reach agreements.csv; what is not settled is counted here and named in',
    'README.md. The folder must be empty or hold a former export of the same project.',
  ],
  options: {},
  takes: { least: 2, most: 2 },
  run: (given, machine) =>
    withProject(given.arguments[0] ?? '', machine, async (store) => {
      const target = resolve(machine.folder, given.arguments[1] ?? '');
      const { folder, files } = await writeDataset(store, target, { version: machine.version });
      const { unsettled, ...counts } = previewExport(store);
      return {
        json: { folder, files, ...counts, unsettled },
        lines: [
          ...aligned(
            ['file', 'bytes', 'rows'],
            files.map(({ name, bytes, rows }) => [name, bytes, rows ?? '']),
          ),
          `Written to ${folder}: ${counted(counts.settledValues, 'settled value')}; ${counts.settledAgreements} of ${counted(counts.agreements, 'agreement')} settled in full.`,
          ...(unsettled.length === 0
            ? []
            : [
                `Not settled: ${unsettled.map(({ variable, count }) => `${variable} in ${count}`).join(', ')}. README.md names them.`,
              ]),
          ...(counts.blind === 0
            ? []
            : [
                `Codings of ${counted(counts.blind, 'agreement')} are still blind to each other and left out.`,
              ]),
        ],
      };
    }),
};
