import { expect, it } from 'vitest';

import { reliabilityTable } from '../../main/exchange/reliability-table';
import { IOP_CODEBOOK } from '../../shared/domain/codebook-iop';
import { VariableId } from '../../shared/domain/ids';

it('has a variable a row, numbers unrounded, and why a figure is missing', () => {
  const table = reliabilityTable(
    {
      variables: [
        {
          variable: VariableId.parse('target_group'),
          n: 38,
          percent: 0.8421,
          alpha: { value: 0.78123, low: 0.6, high: 0.91, n: 38, doubts: [], draws: null },
          confusion: null,
          excluded: { not_coded: 2, illegible: 1 },
        },
        {
          variable: VariableId.parse('purpose'),
          n: 38,
          percent: null,
          alpha: { value: null, low: null, high: null, n: 38, doubts: ['free-text'], draws: null },
          confusion: null,
          excluded: {},
        },
      ],
    },
    IOP_CODEBOOK,
  );

  expect(table.split('\n')).toEqual([
    'variable,label_sv,label_en,n,percent_agreement,alpha,alpha_low,alpha_high,verdict,doubts,left_out',
    'target_group,Målgrupp,Target group,38,0.8421,0.78123,0.6,0.91,insufficient,,"not_coded=2;illegible=1"',
    'purpose,Innehåll,Content,38,,,,,free-text,free-text,',
    '',
  ]);
});
