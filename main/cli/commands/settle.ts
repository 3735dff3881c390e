import { countAgreed, settleAllAgreed } from '../../work/disagreements';
import type { Command } from '../command';
import { withProject } from '../project';
import { counted } from '../text';

export const settleCommand: Command = {
  name: 'settle',
  usage: '<project>',
  summary: 'Settle everything that the submitted codings agree on.',
  options: {},
  takes: { least: 1, most: 1 },
  run: (given, machine) =>
    withProject(given.arguments[0] ?? '', machine, async (store) => {
      const { apart } = await countAgreed(store, null, null);
      const happenings = await settleAllAgreed(store, { reviewer: null, at: machine.now() });
      const agreements = new Set(
        happenings.map(({ payload }) => ('agreement' in payload ? payload.agreement : null)),
      ).size;
      return {
        json: { agreements, decisions: happenings.length, apart },
        lines: [
          `Settled ${counted(happenings.length, 'value')} in ${counted(agreements, 'agreement')}.`,
          ...(apart === 0
            ? []
            : [
                `In ${counted(apart, 'value')} the readings differ in what is no disagreement, such as how precise a date is: what all of them say is settled.`,
              ]),
        ],
      };
    }),
};
