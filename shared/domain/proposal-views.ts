import { z } from 'zod';

import { Finding } from './detector/proposal';

/** What a reviewer is shown of the detector's findings for an agreement. */
export const ProposalsView = z.object({
  detectorVersion: z.int().positive(),
  /** Why nothing is shown; `null` when it is. */
  off: z.enum(['read-only', 'submitted', 'reliability-sample']).nullable(),
  findings: z.array(Finding),
});
export type ProposalsView = z.output<typeof ProposalsView>;

/** The project's rule on proposals. */
export const ProposalRule = z.object({
  /** The agreements of the project are ones that reliability is measured on. */
  inSample: z.boolean(),
  allowedInSample: z.boolean(),
  /** So proposals are shown. */
  shown: z.boolean(),
});
export type ProposalRule = z.output<typeof ProposalRule>;

/** Which agreements reliability is told of: all, or those coded without or with proposals shown. */
export const ProposalFilter = z.enum(['all', 'without', 'with']);
export type ProposalFilter = z.output<typeof ProposalFilter>;
