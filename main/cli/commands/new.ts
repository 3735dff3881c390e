import { basename } from 'node:path';

import { createProject } from '../../store/open-project';
import { type Command, UsageError } from '../command';
import { PROGRAM, newProjectFolder } from '../project';

export const newCommand: Command = {
  name: 'new',
  usage: '<project> [--name NAME] [--coders N]',
  summary: 'Make a project: a folder whose name ends in .samsyn.',
  details: [
    '--name NAME   what the project is called; else as its folder',
    '--coders N    how many independent codings each agreement should have; else 2',
  ],
  options: { name: { type: 'string' }, coders: { type: 'string' } },
  takes: { least: 1, most: 1 },
  run(given, machine) {
    const folder = newProjectFolder(machine.folder, given.arguments[0] ?? '');
    const name = (given.text('name') ?? basename(folder).replace(/\.samsyn$/i, '')).trim();
    if (name === '' || name.length > 120) {
      throw new UsageError('a project name has 1 to 120 characters', newCommand);
    }
    const coders = given.text('coders') ?? '2';
    const codersWanted = Number(coders);
    if (!/^\d+$/.test(coders) || codersWanted < 1 || codersWanted > 20) {
      throw new UsageError(`--coders takes a number from 1 to 20, not "${coders}"`, newCommand);
    }
    createProject(folder, { name, codersWanted }, { program: PROGRAM, now: machine.now() }).close();
    return { json: { project: folder }, lines: [`Made "${name}" in ${folder}`] };
  },
};
