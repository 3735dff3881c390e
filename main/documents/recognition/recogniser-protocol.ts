import { z } from 'zod';

import { WordBox } from '../../../shared/domain/page';
import { Turn } from '../../../shared/domain/turn';
import { DrawnPart } from '../drawn-parts';

/** What main and a recogniser say to each other; both check what they get. One page at a time. */

/** main → recogniser */
export const ToRecogniser = z.discriminatedUnion('kind', [
  /** The document that the pages to come are of; kept until the next one. */
  z.object({
    kind: z.literal('document'),
    /** Where the received bytes are. */
    path: z.string(),
    /** What of them makes up the PDF; `null`: all of them. */
    parts: z.array(DrawnPart).nullable(),
  }),
  z.object({
    kind: z.literal('recognise'),
    /** Counted by main; repeated in the answer, so that a late one is not taken for a later page's. */
    job: z.int(),
    page: z.int().positive(),
    /** `null`: as suits the page. */
    dpi: z.int().positive().nullable(),
    /** How far it was turned to stand upright when it was last recognised. */
    turn: Turn,
  }),
]);
export type ToRecogniser = z.output<typeof ToRecogniser>;

/** What was found on a page. */
export const Recognised = z.object({
  text: z.string(),
  words: z.array(WordBox),
  confidence: z.number().min(0).max(100).nullable(),
  /** Letters of the words that it is sure of. */
  sureLetters: z.int().nonnegative(),
  dpi: z.int(),
  /** Radians that the page lay askew. */
  skew: z.number(),
  /** How far the page has to be turned, clockwise, to stand upright. Boxes are of the page so turned. */
  turn: Turn,
  /** In points, so turned. */
  width: z.number(),
  height: z.number(),
});
export type Recognised = z.output<typeof Recognised>;

/** recogniser → main */
export const FromRecogniser = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('recognised'), job: z.int(), found: Recognised }),
  /** The document cannot be opened or the page not drawn; `reason` is a library's own word. */
  z.object({ kind: z.literal('failed'), job: z.int(), reason: z.string().max(2_000) }),
]);
export type FromRecogniser = z.output<typeof FromRecogniser>;

/** Megabytes of memory that a recogniser may use, all told. */
export const RECOGNISER_MEMORY = 1_500;
