import { z } from 'zod';

import { CategoryId, VariableId } from './ids';

/** Swedish and English of the same words. */
export const Localized = z.object({ sv: z.string().min(1), en: z.string().min(1) });
export type Localized = z.output<typeof Localized>;
export type Language = keyof Localized;

export const Category = z.object({
  id: CategoryId,
  label: Localized,
  /** The age span or the like that may follow the label: "0–25". */
  span: z.string().nullable(),
  definition: Localized,
  examples: z.array(Localized),
});
export type Category = z.output<typeof Category>;

const VariableType = z.enum([
  'public-actors',
  'civil-actors',
  'text',
  'date',
  'end-date',
  'renewal',
  'category',
]);
type VariableType = z.output<typeof VariableType>;

export const Variable = z.object({
  id: VariableId,
  type: VariableType,
  label: Localized,
  /** A few words after the label: "kommun eller region". */
  hint: Localized,
  /** The coding instruction: what to look for and how to decide. */
  instruction: Localized,
  /** Part of every complete coding; others are answered where the agreement says something. */
  required: z.boolean(),
  /** For `category`: in the order of their digit keys. Else empty. */
  categories: z.array(Category),
  /** For `category`: others may be noted as secondary. */
  secondary: z.boolean(),
  /** Key that attaches the selected text as evidence and moves to the variable. */
  key: z.string().regex(/^[a-z]$/),
  /** Which of the nine evidence colours marks its passages, from 1. */
  colour: z.int().min(1).max(9),
});
export type Variable = z.output<typeof Variable>;

export const Codebook = z.object({
  id: z.string().min(1),
  version: z.int().positive(),
  title: Localized,
  /** Where the definitions come from. */
  source: z.string(),
  variables: z.array(Variable).min(1),
});
export type Codebook = z.output<typeof Codebook>;

/** The variable with that id, or `undefined` when the codebook has none. */
export function variableOf(codebook: Codebook, id: string): Variable | undefined {
  return codebook.variables.find((variable) => variable.id === id);
}

/** The category with that id, or `undefined`. */
export function categoryOf(variable: Variable, id: string): Category | undefined {
  return variable.categories.find((category) => category.id === id);
}

/**
 * The category that a table or a person names: by id, or by label in either language, with or
 * without its span, without regard to case, surrounding space or kind of dash.
 */
export function findCategory(variable: Variable, name: string): Category | undefined {
  const wanted = fold(name);
  return variable.categories.find((category) =>
    [category.id, ...namesOf(category)].some((candidate) => fold(candidate) === wanted),
  );
}

function namesOf(category: Category): string[] {
  const labels = [category.label.sv, category.label.en];
  if (category.span === null) return labels;
  return labels.flatMap((label) => [
    label,
    `${label} ${category.span}`,
    `${label} (${category.span})`,
  ]);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ').trim();
}
