/**
 * True where two words differ by so little that it may be a slip or the scanner's doing: one letter
 * in four, up to three.
 */
export function isNearMiss(a: string, b: string): boolean {
  const allowed = Math.min(3, Math.floor(Math.max(a.length, b.length) / 4));
  if (Math.abs(a.length - b.length) > allowed) return false;
  return allowed === 0 ? a === b : editDistance(a, b, allowed) <= allowed;
}

/** Letters to add, drop or change from one word to the other (Levenshtein); `most + 1` when more. */
export function editDistance(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = row;
  }
  return Math.min(before[b.length] ?? 0, most + 1);
}
