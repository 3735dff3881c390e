import { MissingKind } from '../../../shared/domain/answer';
import { MISSING_LABELS } from '../../../shared/domain/answer-text';
import { categoryOf, type Language, type Variable } from '../../../shared/domain/codebook';

/** A label of the matrix in words: a category's, or a kind of missing. */
export function labelIn(variable: Variable, label: string, language: Language): string {
  const kind = MissingKind.safeParse(label);
  if (kind.success) return MISSING_LABELS[kind.data][language];
  return categoryOf(variable, label)?.label[language] ?? label;
}
