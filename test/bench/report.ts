/** What was measured once, in milliseconds unless a measure says otherwise. */
export type Distribution = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
};

/** One measure of the program beside its baseline from the same run: one line of the output. */
export interface Measured {
  readonly name: string;
  readonly unit:
    | 'ms'
    | 'ms per agreement'
    | 's'
    | 'pages/s'
    | 'MB'
    | 'share of agreements'
    | 'share of questions'
    | 's per page';
  readonly samsyn: Readonly<Record<string, number>>;
  readonly baseline: { readonly name: string } & Readonly<Record<string, number | string>>;
  /** Samsyn's median to the baseline's. */
  readonly ratio: number;
  /** What we want, in words; nothing fails when it is missed. */
  readonly aim: string;
  /** Whether this run was within the aim; `null` where there is none. */
  readonly met: boolean | null;
  /** How many times Samsyn was measured. */
  readonly n: number;
  /** What the figures are about, when the name does not say it all. */
  readonly about?: Readonly<Record<string, number | string>>;
}

/** A percentile by nearest rank: an observation that was made, never one between two. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Median, 95th and 99th percentile and the slowest. */
export function distributionOf(values: readonly number[]): Distribution {
  return {
    p50: rounded(percentile(values, 0.5)),
    p95: rounded(percentile(values, 0.95)),
    p99: rounded(percentile(values, 0.99)),
    max: rounded(Math.max(...values)),
  };
}

/** Three figures that count: a clock says no more. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** One line of JSON on stdout. */
export function report(measured: Measured): void {
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}

/** For whoever watches; stdout holds the figures alone. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** How long a step takes, in milliseconds. */
export async function timed(step: () => unknown): Promise<number> {
  const started = performance.now();
  await step();
  return performance.now() - started;
}
