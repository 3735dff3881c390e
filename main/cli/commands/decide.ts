import { resolve } from 'node:path';

import { isAppError } from '../../../shared/domain/app-error';
import type { ReviewerId } from '../../../shared/domain/ids';
import { applyDecisions } from '../../exchange/decisions-table';
import type { ProjectStore } from '../../store/project-store';
import { reviewerByName } from '../../work/reviewers';
import { type Command, UsageError } from '../command';
import { refuseReadOnly, withProject } from '../project';
import { counted } from '../text';

export const decideCommand: Command = {
  name: 'decide',
  usage: '<project> --by NAME[,NAME] <decisions.csv> [--only-table]',
  summary: 'Settle disagreements from a table, and everything that is agreed on.',
  details: [
    'Columns: agreement,variable,value,missing,rationale',
    'Decided by all who coded an agreement it counts as consensus, else as adjudicated.',
    '--only-table  settle nothing but what the table names',
  ],
  options: { by: { type: 'string', multiple: true }, 'only-table': { type: 'boolean' } },
  takes: { least: 2, most: 2 },
  async run(given, machine) {
    const names = given.list('by');
    if (names.length === 0) throw new UsageError('--by NAME is missing', decideCommand);
    const [project = '', table = ''] = given.arguments;
    return withProject(project, machine, (store) => {
      refuseReadOnly(store);
      const applied = applyDecisions(store, resolve(machine.folder, table), {
        decidedBy: deciders(store, names),
        settleUnanimous: !given.flag('only-table'),
        at: machine.now(),
      });
      return {
        json: applied,
        lines: [
          `${counted(applied.decisions, 'decision')} and ${counted(applied.unanimous, 'value')} that all agree on, in ${counted(applied.agreements, 'agreement')}.`,
        ],
      };
    });
  },
};

/** A name may hold a comma: what is no reviewer as a whole is taken apart. */
function deciders(store: ProjectStore, names: readonly string[]): ReviewerId[] {
  const found = names.flatMap((name) => {
    const whole = findReviewer(store, name);
    if (whole !== null) return [whole];
    return name
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part) => reviewerByName(store, part.trim()).id);
  });
  if (found.length === 0) throw new UsageError('--by names nobody', decideCommand);
  return [...new Set(found)];
}

function findReviewer(store: ProjectStore, name: string): ReviewerId | null {
  try {
    return reviewerByName(store, name).id;
  } catch (error) {
    if (isAppError(error) && error.code === 'reviewer-unknown') return null;
    throw error;
  }
}
