/**
 * Where the items that pass begin, in a list where every item after one that passes does so too; the
 * list's length where none does. Halves the list until it is found.
 */
export function firstIndexWhere<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
