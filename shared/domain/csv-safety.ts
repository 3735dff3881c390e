/**
 * Cells that a spreadsheet would run as formulas are made harmless, reversibly.
 *
 * A text is at risk where a cell may begin: at its start, and after each `;`, tab or line break,
 * since a spreadsheet set to another separator splits there whatever quotation marks say. If what
 * follows, after any white space and quotation marks, is a formula sign (`=`, `+`, `-`, `@`, also
 * in full width, small or raised form, and the minus sign) or NUL, an apostrophe is put in front of
 * it. One that begins with an apostrophe gets another, so that taking one away from each place that
 * has one gives exactly the text that was there (after OWASP, CSV Injection).
 *
 * For text only: a negative number in a column of numbers is no formula, and is not touched.
 */

const separators = /([;\t\r\n])/;

/** The text as it goes into a table. `restoreCell` gives it back. */
export function protectCell(text: string): string {
  return mapPieces(text, (piece) => (needsProtection(piece) ? `'${piece}` : piece));
}

/** The text that `protectCell` was given. */
export function restoreCell(cell: string): string {
  return mapPieces(cell, (piece) => (piece.startsWith("'") ? piece.slice(1) : piece));
}

/** Applies `change` between the separators; it must neither add nor remove one. */
function mapPieces(text: string, change: (piece: string) => string): string {
  return text
    .split(separators)
    .map((piece, at) => (at % 2 === 0 ? change(piece) : piece))
    .join('');
}

/** White space, characters that do not show, and quotation marks, which a spreadsheet may strip. */
const stripped = /^[\s\p{Cf}\x01-\x1f"'`´‘’‚‛“”„‟«»]*/u;

function needsProtection(piece: string): boolean {
  if (piece.startsWith("'")) return true;
  const [sign] = piece.slice(stripped.exec(piece)?.[0].length ?? 0);
  return sign !== undefined && (sign === '\0' || /^[=+\-@−]/u.test(sign.normalize('NFKC')));
}
