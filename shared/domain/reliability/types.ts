import { z } from 'zod';

import { AgreementId, VariableId } from '../ids';

/** A reason to read a figure with care. */
export const Doubt = z.enum([
  'too-few',
  'no-variation',
  'draws-without-variation',
  'free-text',
  'no-double-coding',
]);
export type Doubt = z.output<typeof Doubt>;

/** A coefficient with its 95 % interval and what speaks against leaning on it. */
export const Figure = z.object({
  /** `null`: undefined (no variation), or not computed; the doubts say why. */
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Agreements that went into it. */
  n: z.int().nonnegative(),
  doubts: z.array(Doubt),
});
export type Figure = z.output<typeof Figure>;

/** Who said what: cell `[row][column]` counts pairs of answers, rows the first reviewer's. */
export const Confusion = z.object({
  /** Category ids and kinds of missing, in codebook order. */
  labels: z.array(z.string()),
  rows: z.array(z.array(z.int())),
  /** The agreements behind each cell. */
  agreements: z.array(z.array(z.array(AgreementId))),
});
export type Confusion = z.output<typeof Confusion>;

export const VariableReliability = z.object({
  variable: VariableId,
  n: z.int().nonnegative(),
  /** Mean pairwise agreement as a share from 0 to 1; `null` for free text and when n is 0. */
  percent: z.number().nullable(),
  alpha: Figure,
  confusion: Confusion.nullable(),
  /** Answers left out, by reason. */
  excluded: z.record(z.string(), z.int()),
});
export type VariableReliability = z.output<typeof VariableReliability>;
