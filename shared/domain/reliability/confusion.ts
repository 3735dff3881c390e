import type { AgreementId, ReviewerId } from '../ids';
import type { Confusion } from './types';

/** One agreement's answers, as labels of the matrix. */
interface LabelledUnit {
  agreement: AgreementId;
  answers: readonly { reviewer: ReviewerId; label: string }[];
}

/**
 * The confusion matrix over the given labels; answers with a label that is not among them are left
 * out. With exactly two reviewers in all, the first in order of id has the rows.
 */
export function confusionOf(units: readonly LabelledUnit[], labels: readonly string[]): Confusion {
  const everyone = [
    ...new Set(units.flatMap(({ answers }) => answers.map(({ reviewer }) => reviewer))),
  ].sort();
  const [first, second, third] = everyone;
  const reviewers: Confusion['reviewers'] =
    first !== undefined && second !== undefined && third === undefined ? [first, second] : null;

  const rows = labels.map(() => labels.map(() => 0));
  const agreements = labels.map(() => labels.map((): AgreementId[] => []));
  const count = (row: number, column: number, agreement: AgreementId) => {
    const [counts, cell] = [rows[row], agreements[row]?.[column]];
    if (counts === undefined || cell === undefined) return;
    counts[column] = (counts[column] ?? 0) + 1;
    if (cell.at(-1) !== agreement) cell.push(agreement);
  };

  for (const { agreement, answers } of units) {
    const placed = answers
      .toSorted((a, b) => (a.reviewer < b.reviewer ? -1 : a.reviewer > b.reviewer ? 1 : 0))
      .map(({ label }) => labels.indexOf(label));
    placed.forEach((row, at) => {
      for (const column of placed.slice(at + 1)) {
        count(row, column, agreement);
        if (reviewers === null && row !== column) count(column, row, agreement);
      }
    });
  }
  return { labels: [...labels], reviewers, rows, agreements };
}

/** The two labels that were taken for each other most often, in either direction, or `null`. */
export function worstPairOf(
  confusion: Confusion,
): { a: string; b: string; count: number; agreements: AgreementId[] } | null {
  const { labels, rows, agreements, reviewers } = confusion;
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0;
  const pairs = labels.flatMap((a, row) =>
    labels.slice(row + 1).map((b, offset) => {
      const column = row + 1 + offset;
      const back = reviewers === null ? 0 : cell(column, row);
      const both = [agreements[row]?.[column] ?? [], agreements[column]?.[row] ?? []].flat();
      return { a, b, count: cell(row, column) + back, agreements: [...new Set(both)] };
    }),
  );
  return pairs
    .filter(({ count }) => count > 0)
    .reduce<(typeof pairs)[number] | null>(
      (worst, pair) => (worst === null || pair.count > worst.count ? pair : worst),
      null,
    );
}
