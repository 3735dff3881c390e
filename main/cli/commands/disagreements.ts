import type { SettledAnswer } from '../../../shared/domain/answer';
import { formatValue } from '../../../shared/domain/answer-text';
import type { DisagreementView } from '../../../shared/domain/views';
import type { ProjectStore } from '../../store/project-store';
import { listRevealedAgreements } from '../../store/queries/decisions';
import { viewDisagreements } from '../../work/disagreements';
import type { Command } from '../command';
import { withProject } from '../project';
import { aligned, counted } from '../text';

export const disagreementsCommand: Command = {
  name: 'disagreements',
  usage: '<project>',
  summary: 'List what submitted codings disagree on and nobody has settled.',
  details: ['Codings that are still blind to each other are not shown.'],
  options: {},
  takes: { least: 1, most: 1 },
  run: (given, machine) =>
    withProject(given.arguments[0] ?? '', machine, (store) => {
      const { disagreements, toChoose, agreed } = openDisagreements(store);
      const rows = disagreements.flatMap(({ agreement, variable, answers }) =>
        answers.map((answer) => [
          agreement.number,
          variable,
          answer.reviewer,
          (answer.value ?? answer.missing ?? 'not coded') + (answer.unsure ? ' (unsure)' : ''),
          agreement.file,
        ]),
      );
      return {
        json: { disagreements },
        lines: [
          ...(rows.length === 0
            ? []
            : aligned(['number', 'variable', 'reviewer', 'answer', 'file'], rows)),
          `${counted(disagreements.length, 'disagreement')}. Besides, ${counted(toChoose, 'value')} worded differently or answered by one only, to choose with "samsyn decide", and ${agreed} agreed, to settle with "samsyn settle".`,
        ],
      };
    }),
};

interface OpenDisagreement {
  readonly agreement: { number: number; id: string; file: string };
  readonly variable: string;
  readonly answers: {
    reviewer: string;
    value: string | null;
    missing: string | null;
    unsure: boolean;
  }[];
}

function openDisagreements(store: ProjectStore): {
  disagreements: OpenDisagreement[];
  /** Values that differ without being disputed, or that one reviewer alone gave. */
  toChoose: number;
  agreed: number;
} {
  const rows = listRevealedAgreements(store.db, { includeSettled: false, reviewer: null });
  const open = rows.reduce((sum, row) => sum + row.open.length, 0);
  const disagreements = rows
    .filter((row) => row.open.length > 0)
    .flatMap((row) => {
      const view = viewDisagreements(store, row.agreement, null);
      return view.variables
        .filter(({ verdict, decision }) => verdict === 'disputed' && decision === null)
        .map(({ variable }) => ({
          agreement: { number: row.number, id: row.agreement, file: row.fileName },
          variable,
          answers: answersIn(view, variable),
        }));
    });
  return {
    disagreements,
    toChoose: open - disagreements.length,
    agreed: rows.reduce((sum, row) => sum + row.agreedOpen, 0),
  };
}

function answersIn({ codings }: DisagreementView, variable: string): OpenDisagreement['answers'] {
  return codings
    .map(({ reviewer, answers }) => {
      const answer = answers.find((each) => each.variable === variable)?.answer;
      return {
        reviewer: reviewer.name,
        value: textOf(answer),
        missing: answer?.missing ?? null,
        unsure: answer?.unsure ?? false,
      };
    })
    .toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : a.reviewer > b.reviewer ? 1 : 0));
}

function textOf(answer: SettledAnswer | undefined): string | null {
  return answer?.value == null ? null : formatValue(answer.value);
}
