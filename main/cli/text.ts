/** Text of the terminal: aligned columns, and nothing in it that the terminal would obey. */

/** Rows as columns with two spaces between, the last one free; numbers to the right. */
export function aligned(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const cells = [header, ...rows].map((row) => row.map((cell) => printable(String(cell))));
  const widths = header.map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))));
  return cells.map((row, line) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return line > 0 && typeof rows[line - 1]?.[at] === 'number' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Control characters, which a file name may hold, are shown as what they are not. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    '\uFFFD',
  );
}

/** `1 agreement`, `2 agreements`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
