import type { Codebook } from '../../shared/domain/codebook';
import { variableOf } from '../../shared/domain/codebook';
import { protectCell } from '../../shared/domain/csv-safety';
import { verdictOn } from '../../shared/domain/reliability/verdict';
import type { ReliabilitySummary } from '../work/reliability';
import { csvLine } from './csv';

const COLUMNS = [
  'variable',
  'label_sv',
  'label_en',
  'n',
  'percent_agreement',
  'alpha',
  'alpha_low',
  'alpha_high',
  'verdict',
  'doubts',
  'left_out',
] as const;

/**
 * The figures of how well the codings agree as CSV, a variable a row in the codebook's order.
 *
 * Shares and coefficients are numbers with a point, unrounded; empty where there is none, and
 * `doubts` says why. `alpha_low` and `alpha_high` are the 95 % interval. `left_out` counts the answers
 * that went into no figure, by reason (`not_coded=2;illegible=1`).
 */
export function reliabilityTable(
  { variables }: Pick<ReliabilitySummary, 'variables'>,
  codebook: Codebook,
): string {
  const number = (value: number | null): string => (value === null ? '' : String(value));
  const rows = variables.map((each) => {
    const { variable, n, percent, alpha, excluded } = each;
    const label = variableOf(codebook, variable)?.label;
    return [
      variable,
      protectCell(label?.sv ?? ''),
      protectCell(label?.en ?? ''),
      String(n),
      number(percent),
      number(alpha.value),
      number(alpha.low),
      number(alpha.high),
      verdictOn(each),
      alpha.doubts.join(';'),
      Object.entries(excluded)
        .map(([reason, count]) => `${reason}=${count}`)
        .join(';'),
    ];
  });
  return [COLUMNS, ...rows].map(csvLine).join('');
}
