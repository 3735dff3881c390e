import { z } from 'zod';

import { AgreementId, ReviewerId, VariableId } from '../ids';

/**
 * A reason to read a figure with care.
 *
 * - `no-double-coding`: no agreement has two submitted codings, so there is nothing to compare.
 * - `too-few`: fewer agreements than an interval can be given for (see `TOO_FEW`).
 * - `no-variation`: every answer is the same, so the coefficient is undefined: neither 0 nor 1.
 * - `no-disagreement`: no two answers differ, so the interval cannot tell how rare that is.
 * - `draws-without-variation`: in some draws of the bootstrap every answer was the same; where they
 *   are more than a few there is no interval.
 * - `free-text`: texts have no coefficient.
 */
export const Doubt = z.enum([
  'no-double-coding',
  'too-few',
  'no-variation',
  'no-disagreement',
  'draws-without-variation',
  'free-text',
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
  /** The bootstrap behind the interval, told also where it gave none; `null` when none was made. */
  draws: z.object({ made: z.int().positive(), withoutVariation: z.int().nonnegative() }).nullable(),
});
export type Figure = z.output<typeof Figure>;

/**
 * Who said what: cell `[row][column]` counts pairs of answers to the same agreement. With two
 * reviewers rows are the first one's and columns the second one's answers; with more, a pair of
 * different answers counts in both of its cells, and the matrix is symmetric.
 */
export const Confusion = z.object({
  /** Whose answers rows and columns are; `null` when more than two reviewers took part. */
  reviewers: z.tuple([ReviewerId, ReviewerId]).nullable(),
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
