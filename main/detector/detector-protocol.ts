import { z } from 'zod';

import { Codebook } from '../../shared/domain/codebook';
import { DetectorPage, Finding } from '../../shared/domain/detector/proposal';

/** What main and the detector process say to each other; both check what they get. One job at a time. */

/** main → detector */
export const ToDetector = z.object({
  kind: z.literal('detect'),
  /** Counted by main; the detector repeats it. */
  job: z.int(),
  codebook: Codebook,
  pages: z.array(DetectorPage),
});
export type ToDetector = z.output<typeof ToDetector>;

/** detector → main */
export const FromDetector = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('found'), job: z.int(), findings: z.array(Finding).max(100) }),
  z.object({ kind: z.literal('failed'), job: z.int(), reason: z.string().max(2_000) }),
]);
export type FromDetector = z.output<typeof FromDetector>;
