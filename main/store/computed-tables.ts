import { computedTables as firstTables } from './migrations/0010-journal-and-tables';
import { proposalTables } from './migrations/0050-proposals';
import { comparisonTables } from './migrations/0070-comparisons';

/** Every table that `rebuild` computes from the journal, with the columns that order its rows. */
export const computedTables = { ...firstTables, ...proposalTables, ...comparisonTables } as const;
