import { mulberry32 } from '../../shared/domain/random';

/** Seeded choices: the same seed gives the same collection. */
export class Random {
  /** A number in [0, 1). */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = mulberry32(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Cannot pick from an empty list');
    return item;
  }

  /** `count` different items in random order; all of them when there are not that many. */
  sample<T>(items: readonly T[], count: number): T[] {
    return this.shuffle(items).slice(0, count);
  }

  shuffle<T>(items: readonly T[]): T[] {
    const keyed = items.map((item) => ({ item, key: this.next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  }

  weighted<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T {
    const entries = Object.entries(weights) as [T, number][];
    let rest = this.next() * entries.reduce((total, [, weight]) => total + weight, 0);
    for (const [item, weight] of entries) {
      rest -= weight;
      if (rest < 0) return item;
    }
    const last = entries.at(-1);
    if (last === undefined) throw new Error('Cannot weigh an empty list');
    return last[0];
  }

  /**
   * A shuffled list of `count` items in the given shares (largest remainder), each kind at least
   * once while there is room, so that small collections hold every kind.
   */
  deck<T extends string>(shares: Readonly<Partial<Record<T, number>>>, count: number): T[] {
    const entries = Object.entries(shares) as [T, number][];
    const total = entries.reduce((sum, [, share]) => sum + share, 0);
    const wanted = entries.map(([item, share]) => ({ item, exact: (share / total) * count }));
    const counts = new Map(
      wanted.map(({ item, exact }) => [item, Math.max(1, Math.floor(exact))] as const),
    );
    const size = () => [...counts.values()].reduce((sum, n) => sum + n, 0);
    const byRemainder = [...wanted].sort((a, b) => (b.exact % 1) - (a.exact % 1));
    for (let at = 0; size() < count; at = (at + 1) % byRemainder.length) {
      const item = byRemainder[at]?.item;
      if (item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
    }
    const full = [...counts].flatMap(([item, n]) => Array.from({ length: n }, () => item));
    return this.shuffle(full).slice(0, count);
  }

  /** A generator of its own, so that one document's choices do not move the next one's. */
  fork(): Random {
    return new Random(Math.floor(this.next() * 4294967296));
  }
}
