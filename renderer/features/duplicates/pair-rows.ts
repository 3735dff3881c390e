import type { DifferenceRow, Piece } from '../../../shared/domain/similarity/difference';
import type { TemplateRange } from '../../../shared/domain/similarity/template';

/** A line of the side-by-side view: a paragraph of both, or how many alike were left out. */
export type ShownRow =
  | { readonly kind: 'row'; readonly row: DifferenceRow; readonly at: number }
  | { readonly kind: 'gap'; readonly count: number; readonly at: number };

interface ShownWish {
  readonly onlyDifferences: boolean;
  readonly slips: boolean;
}

/** True where the row differs, by what is asked to be marked. */
export function isDifferent({ kind }: DifferenceRow, slips: boolean): boolean {
  return kind === 'changed' || kind === 'only' || (slips && kind === 'slip');
}

/** The rows to show; those alike are put together as gaps where only differences are wanted. */
export function shownRows(
  rows: readonly DifferenceRow[],
  { onlyDifferences, slips }: ShownWish,
): ShownRow[] {
  const shown: ShownRow[] = [];
  for (const [at, row] of rows.entries()) {
    const last = shown.at(-1);
    if (!onlyDifferences || isDifferent(row, slips)) shown.push({ kind: 'row', row, at });
    else if (last?.kind === 'gap') {
      shown[shown.length - 1] = { ...last, count: last.count + 1 };
    } else shown.push({ kind: 'gap', count: 1, at });
  }
  return shown;
}

/** Places of the rows that differ, in the document's order. */
export function differentRows(rows: readonly DifferenceRow[], slips: boolean): number[] {
  return rows.flatMap((row, at) => (isDifferent(row, slips) ? [at] : []));
}

/** The next or previous place after `from`; the nearest end where there is none. */
export function stepThrough(
  places: readonly number[],
  from: number | null,
  step: 1 | -1,
): number | null {
  if (from === null) return (step > 0 ? places[0] : places.at(-1)) ?? null;
  const next =
    step > 0 ? places.find((place) => place > from) : places.findLast((place) => place < from);
  return next ?? from;
}

/** A stretch of a paragraph that its template gave it, or that is its own. */
interface TemplatePiece {
  readonly text: string;
  readonly isTemplate: boolean;
  readonly start: number;
}

const AROUND = /^[^\p{L}\p{N}]*/u;
const NUMBERED = /^[^\p{L}\p{N}]*(?:[\dIl]{1,2}(?:\.\d{1,2})*[.)]?(?=\s))?[^\p{L}\p{N}]*/u;

/** Cuts a paragraph where the template ends and begins. Marks between two template words are the template's. */
export function templatePieces(
  pieces: readonly Piece[],
  ranges: readonly TemplateRange[],
): TemplatePiece[] {
  const [first] = pieces;
  if (first === undefined) return [];
  const text = pieces.map((piece) => piece.text).join('');
  const end = first.start + text.length;
  const cut: TemplatePiece[] = [];
  let at = first.start;
  const push = (to: number, isTemplate: boolean): void => {
    if (to > at)
      cut.push({ text: text.slice(at - first.start, to - first.start), isTemplate, start: at });
    at = Math.max(at, to);
  };
  const give = (to: number, isTemplate: boolean): void => {
    if (isTemplate) {
      push(to, true);
      return;
    }
    // The number of a clause and what stands around words are nobody's own.
    const piece = text.slice(at - first.start, to - first.start);
    const lead = (at === first.start ? NUMBERED : AROUND).exec(piece)?.[0].length ?? 0;
    const rest = piece.slice(lead);
    const own = rest.length - (/[^\p{L}\p{N}]*$/u.exec(rest)?.[0].length ?? 0);
    push(at + lead, true);
    push(at + own, false);
    push(to, true);
  };
  for (const range of ranges) {
    if (range.end <= at) continue;
    if (range.start >= end) break;
    give(Math.max(at, range.start), false);
    give(Math.min(end, range.end), true);
  }
  give(end, false);
  return cut;
}
