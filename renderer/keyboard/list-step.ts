/** The places of a list that keys move about in. */
interface Places {
  readonly first?: number;
  readonly last: number;
  /** How far Page Up and Page Down leap; without it they do not move. */
  readonly page?: number;
}

/** The place in a list that a key leads to from the current one; `null` for a key that does not move. */
export function placeAfterKey(
  key: string,
  current: number,
  { first = 0, last, page }: Places,
): number | null {
  const places: Readonly<Record<string, number | undefined>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: page === undefined ? undefined : current + page,
    PageUp: page === undefined ? undefined : current - page,
    Home: first,
    End: last,
  };
  const next = places[key];
  return next === undefined ? null : Math.max(first, Math.min(last, next));
}
