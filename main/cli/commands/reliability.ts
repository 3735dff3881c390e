import type { VariableReliability } from '../../../shared/domain/reliability/types';
import type { Reviewer } from '../../../shared/domain/reviewer';
import { listAgreementsByNumber } from '../../store/queries/dataset';
import { summariseReliability } from '../../work/reliability';
import { ProposalFilter } from '../../../shared/domain/proposal-views';
import { type Command, UsageError } from '../command';
import { withProject } from '../project';
import { aligned, counted } from '../text';

export const reliabilityCommand: Command = {
  name: 'reliability',
  usage: '<project> [--proposals with|without]',
  summary: 'Tell how well submitted codings agree, variable by variable.',
  details: [
    'From the codings as they were handed in, before anything was settled. percent is a share from 0',
    'to 1, alpha Krippendorff’s nominal α with a 95 % bootstrap interval; doubts say why a figure is',
    'missing or to be read with care. docs/method.md has the formulas.',
    '--proposals WHICH   only agreements coded with proposals from the text shown, or without',
  ],
  options: { proposals: { type: 'string' } },
  takes: { least: 1, most: 1 },
  run: (given, machine) => {
    const proposals = ProposalFilter.safeParse(given.text('proposals') ?? 'all');
    if (!proposals.success) {
      throw new UsageError('--proposals takes with or without', reliabilityCommand);
    }
    return withProject(given.arguments[0] ?? '', machine, async (store) => {
      const { agreements, byProposals, reviewers, variables } = await summariseReliability(
        store,
        null,
        proposals.data,
      );
      const numbers = new Map<string, number>(
        listAgreementsByNumber(store.db).map(({ id, number }) => [id, number]),
      );
      return {
        json: {
          agreements,
          byProposals,
          variables: variables.map((each) => toJson(each, reviewers, numbers)),
        },
        lines: [
          ...aligned(
            ['variable', 'n', 'agree', 'alpha', '95 % interval', 'doubts'],
            variables.map(rowOf),
          ),
          ...variables.flatMap((each) => matrixOf(each, reviewers)),
          '',
          `From ${counted(agreements, 'agreement')} with two or more submitted codings.`,
          ...(byProposals.with === 0
            ? []
            : [
                `Proposals were shown in ${byProposals.with} of ${byProposals.all}; tell them apart with --proposals.`,
              ]),
        ],
      };
    });
  },
};

function toJson(
  { variable, n, percent, alpha, confusion }: VariableReliability,
  reviewers: readonly Reviewer[],
  numbers: ReadonlyMap<string, number>,
) {
  const { value, low, high, doubts } = alpha;
  return {
    variable,
    n,
    percent,
    alpha: { value, low, high, doubts },
    confusion:
      confusion === null
        ? null
        : {
            reviewers: namesOf(confusion, reviewers),
            labels: confusion.labels,
            rows: confusion.rows,
            agreements: confusion.agreements.map((row) =>
              row.map((cell) => cell.map((id) => numbers.get(id) ?? id)),
            ),
          },
  };
}

function rowOf({ variable, n, percent, alpha, excluded }: VariableReliability) {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  const left = Object.entries(excluded).map(([reason, count]) => `${count} ${reason}`);
  return [
    variable,
    n,
    percent === null ? '–' : `${(100 * percent).toFixed(1)} %`,
    figure(alpha.value),
    alpha.low === null ? '–' : `${figure(alpha.low)} to ${figure(alpha.high)}`,
    [...alpha.doubts, ...(left.length === 0 ? [] : [`left out: ${left.join(', ')}`])].join('; '),
  ];
}

function matrixOf(
  { variable, confusion }: VariableReliability,
  reviewers: readonly Reviewer[],
): string[] {
  if (confusion === null) return [];
  const names = namesOf(confusion, reviewers);
  const who =
    names === null ? 'pairs of answers' : `rows ${names[0] ?? ''}, columns ${names[1] ?? ''}`;
  return [
    '',
    `${variable}: ${who}`,
    ...aligned(
      ['', ...confusion.labels.map((_, at) => `${at + 1}`)],
      confusion.labels.map((label, at) => [`${at + 1} ${label}`, ...(confusion.rows[at] ?? [])]),
    ),
  ];
}

function namesOf(
  { reviewers: ids }: NonNullable<VariableReliability['confusion']>,
  reviewers: readonly Reviewer[],
): string[] | null {
  return ids?.map((id) => reviewers.find((each) => each.id === id)?.name ?? id) ?? null;
}
