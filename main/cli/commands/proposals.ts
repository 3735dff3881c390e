import { allowProposals, proposalRule } from '../../work/proposals';
import { type Command, UsageError } from '../command';
import { refuseReadOnly, withProject } from '../project';

export const proposalsCommand: Command = {
  name: 'proposals',
  usage: '<project> [--in-sample on|off]',
  summary: 'Tell or change whether reviewers are shown what the text proposes.',
  details: [
    'Proposals pull readers together, so they are off for agreements by which reliability is measured:',
    'all those of a project that wants two or more codings of each, unless --in-sample on is given.',
    'What is shown and taken is in the journal, and "reliability --proposals" tells it apart.',
  ],
  options: { 'in-sample': { type: 'string' } },
  takes: { least: 1, most: 1 },
  run: (given, machine) => {
    const wanted = given.text('in-sample');
    if (wanted !== undefined && wanted !== 'on' && wanted !== 'off') {
      throw new UsageError('--in-sample takes on or off', proposalsCommand);
    }
    return withProject(given.arguments[0] ?? '', machine, (store) => {
      if (wanted !== undefined) {
        refuseReadOnly(store);
        allowProposals(store, wanted === 'on', { reviewer: null, at: machine.now() });
      }
      const rule = proposalRule(store);
      const line = rule.shown
        ? rule.inSample
          ? 'Proposals are shown, also where reliability is measured.'
          : 'Proposals are shown: each agreement is coded once, so no reliability is measured.'
        : 'Proposals are off: reliability is measured on every agreement of this project.';
      return { json: rule, lines: [line] };
    });
  },
};
