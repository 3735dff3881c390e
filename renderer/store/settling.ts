import { z } from 'zod';

import { MissingKind, type SettledAnswer, Value } from '../../shared/domain/answer';
import { type Codebook, type Variable, variableOf } from '../../shared/domain/codebook';
import { settlingGap, type SettlingGap } from '../../shared/domain/decision';
import { type AgreementId, ReviewerId, type VariableId } from '../../shared/domain/ids';
import type { HandedIn } from '../../shared/domain/standing';
import type {
  DisagreementRow,
  DisagreementView,
  VariableComparison,
} from '../../shared/domain/views';

/** What somebody is about to decide on one variable: kept until it is settled, also over a restart. */
export const Draft = z.object({
  choice: z
    .union([
      z.object({ kind: z.literal('reading'), reviewer: ReviewerId }),
      z.object({
        kind: z.literal('other'),
        value: Value.nullable(),
        missing: MissingKind.nullable(),
      }),
    ])
    .nullable(),
  rationale: z.string(),
});
export type Draft = z.output<typeof Draft>;

/** By `draftKey`. */
export type Drafts = Readonly<Record<string, Draft>>;

const NO_DRAFT: Draft = { choice: null, rationale: '' };

export const draftKey = (agreement: AgreementId, variable: VariableId): string =>
  `${agreement}/${variable}`;

export function draftOf(drafts: Drafts, agreement: AgreementId, variable: VariableId): Draft {
  return drafts[draftKey(agreement, variable)] ?? NO_DRAFT;
}

const isBlank = ({ choice, rationale }: Draft): boolean =>
  choice === null && rationale.trim() === '';

/** Drafts as one text among the things that are remembered of a project. */
export function writeDrafts(drafts: Drafts): string {
  return JSON.stringify(Object.fromEntries(Object.entries(drafts).filter(([, d]) => !isBlank(d))));
}

/** The drafts that were remembered; none where the text is not ours. */
export function readDrafts(text: unknown): Drafts {
  if (typeof text !== 'string') return {};
  try {
    const parsed = z.record(z.string(), Draft).safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** What one reader answered, as it would be settled; `null` when they did not code the variable. */
export function readingOf(
  view: DisagreementView,
  reviewer: ReviewerId,
  variable: VariableId,
): SettledAnswer | null {
  const coding = view.codings.find((each) => each.reviewer.id === reviewer);
  const given = coding?.answers.find((each) => each.variable === variable)?.answer;
  if (given === undefined || (given.value === null && given.missing === null)) return null;
  return { value: given.value, missing: given.missing };
}

/** What a draft chooses; `null` when it chooses nothing yet. */
export function chosenAnswer(
  view: DisagreementView,
  variable: VariableId,
  { choice }: Draft,
): SettledAnswer | null {
  if (choice === null) return null;
  if (choice.kind === 'reading') return readingOf(view, choice.reviewer, variable);
  return { value: choice.value, missing: choice.missing };
}

/** Differs, and nobody has settled it: disputed, worded differently, or answered by one reader only. */
export function isOpen({ verdict, decision }: VariableComparison): boolean {
  return decision === null && verdict !== 'agreed' && verdict !== 'not-coded';
}

/** The variables that somebody has to settle, in codebook order. */
export function openVariables(view: DisagreementView): readonly VariableComparison[] {
  return view.variables.filter(isOpen);
}

/** The codings of a view, as the rules of settling take them. */
export function handedIn(view: DisagreementView): HandedIn[] {
  return view.codings.map(({ reviewer, answers }) => ({ reviewer: reviewer.id, answers }));
}

/** What keeps a variable from being settled as drafted; `null` when nothing does. */
function gapOf(
  view: DisagreementView,
  variable: Variable | null,
  comparison: VariableComparison,
  draft: Draft,
  decidedBy: readonly ReviewerId[],
): SettlingGap | null {
  return settlingGap({
    variable,
    codings: handedIn(view),
    verdict: comparison.verdict,
    choice: chosenAnswer(view, comparison.variable, draft),
    rationale: draft.rationale,
    decidedBy,
  });
}

/**
 * What one step settles: every open variable that something is chosen for, unless one of them lacks
 * something. With nothing chosen at all the first one is asked for; what was left for later is no gap.
 */
export function planSettling(
  view: DisagreementView,
  codebook: Codebook | null,
  drafts: Drafts,
  decidedBy: readonly ReviewerId[],
): {
  readonly chosen: readonly VariableId[];
  readonly gaps: readonly (readonly [VariableId, SettlingGap])[];
} {
  const open = openVariables(view).map((comparison) => {
    const id = comparison.variable;
    const variable = codebook === null ? null : (variableOf(codebook, id) ?? null);
    const draft = draftOf(drafts, view.agreement, id);
    return { id, gap: gapOf(view, variable, comparison, draft, decidedBy) };
  });
  const chosen = open.filter(({ gap }) => gap !== 'no-choice');
  const asked = chosen.length > 0 ? chosen : open.slice(0, 1);
  return {
    chosen: chosen.map(({ id }) => id),
    gaps: asked.flatMap(({ id, gap }) => (gap === null ? [] : [[id, gap] as const])),
  };
}

/** The longest text that was read, to begin another wording from; `null` where answers are no texts. */
export function fullestText(view: DisagreementView, variable: Variable): Value | null {
  const texts = view.codings.flatMap(({ reviewer }) => {
    const value = readingOf(view, reviewer.id, variable.id)?.value;
    return value?.type === 'text' ? [value] : [];
  });
  return texts.toSorted((a, b) => b.text.length - a.text.length)[0] ?? null;
}

/** The rows with that variable open, or all of them. */
export function filterRows(
  rows: readonly DisagreementRow[],
  variable: VariableId | null,
): readonly DisagreementRow[] {
  return variable === null ? rows : rows.filter(({ open }) => open.includes(variable));
}

/** How many agreements have each variable open, for those that any has. */
export function countOpen(
  rows: readonly DisagreementRow[],
  codebook: Codebook,
): readonly { variable: VariableId; count: number }[] {
  return codebook.variables
    .map(({ id }) => ({ variable: id, count: filterRows(rows, id).length }))
    .filter(({ count }) => count > 0);
}

/** The next row with something to settle after the given agreement, around; `null` when none is left. */
export function nextOpenRow(
  rows: readonly DisagreementRow[],
  after: AgreementId | null,
): DisagreementRow | null {
  const at = rows.findIndex(({ agreement }) => agreement === after);
  const around = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return around.find(({ open, agreement }) => open.length > 0 && agreement !== after) ?? null;
}
