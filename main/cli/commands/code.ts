import { resolve } from 'node:path';

import { applyCodings } from '../../exchange/codings-table';
import { reviewerByName } from '../../work/reviewers';
import { type Command, UsageError } from '../command';
import { refuseReadOnly, withDocuments } from '../project';
import { counted } from '../text';

export const codeCommand: Command = {
  name: 'code',
  usage: '<project> --reviewer NAME <codings.csv> [--submit]',
  summary: 'Record one reviewer’s codings from a table; all of it or nothing.',
  details: [
    'Columns: agreement,variable,value,missing,unsure,note,quote,page',
    'agreement by number, id or file name; sets separated by ";"; dates 2024, 2024-03, 2024-03-01 or',
    'open-ended; categories by id or label. A quote becomes evidence: it must stand in the document.',
    '--submit      hand in the codings of all agreements that the table names',
  ],
  options: { reviewer: { type: 'string' }, submit: { type: 'boolean' } },
  takes: { least: 2, most: 2 },
  async run(given, machine) {
    const name = given.text('reviewer');
    if (name === undefined) throw new UsageError('--reviewer NAME is missing', codeCommand);
    const [project = '', table = ''] = given.arguments;
    return withDocuments(project, machine, async (documents) => {
      refuseReadOnly(documents.store);
      const reviewer = reviewerByName(documents.store, name);
      const applied = await applyCodings(documents, resolve(machine.folder, table), {
        reviewer: reviewer.id,
        submit: given.flag('submit'),
        at: machine.now(),
      });
      return {
        json: { reviewer: reviewer.name, ...applied },
        lines: [
          `${reviewer.name}: ${counted(applied.answers, 'answer')} and ${counted(applied.evidence, 'passage')} recorded in ${counted(applied.agreements, 'agreement')}; ${applied.submitted} handed in.`,
        ],
      };
    });
  },
};
