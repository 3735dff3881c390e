import type { MeasuredVariable } from '../detector-truth';

/**
 * A passage with what it states. Values as `formatValue` writes them, public actors by id and in any
 * order. A variable that is not named is not stated: nothing ought to be proposed for it.
 */
export interface UnseenPassage {
  readonly text: string;
  readonly expected: Readonly<Partial<Record<MeasuredVariable, string>>>;
  /** Variables that two careful readers may answer differently, so that they are not asked. */
  readonly open?: readonly MeasuredVariable[];
}
