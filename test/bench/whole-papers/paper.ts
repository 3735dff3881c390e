import type { MeasuredVariable } from '../detector-truth';

/**
 * A document as an office would send it, with what it states. Pages are divided by a form feed.
 */
export interface WholePaper {
  readonly text: string;
  /**
   * Values as `formatValue` writes them, public actors by id, actors in any order; several where
   * careful readers could write it either way. A variable that is named neither here nor below is
   * not stated: nothing ought to be proposed for it.
   */
  readonly expected: Readonly<Partial<Record<MeasuredVariable, string | readonly string[]>>>;
  /** What the text speaks of and does not settle: *unclear* is the right outcome. */
  readonly unclear?: readonly MeasuredVariable[];
  /** What two careful readers may answer differently, so that it is not asked. */
  readonly open?: readonly MeasuredVariable[];
}
