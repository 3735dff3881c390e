/** What the demo did, what it expected and what it found: told as it happens, and kept for the report. */
export class Log {
  readonly #started = performance.now();
  readonly #expectations: { what: string; found: string; met: boolean }[] = [];
  readonly #steps: { title: string; seconds: number }[] = [];
  readonly #notes: string[] = [];

  /** Carries out a step and tells how long it took. */
  async step<T>(title: string, work: () => Promise<T> | T): Promise<T> {
    const started = performance.now();
    process.stdout.write(`${title}\n`);
    try {
      return await work();
    } finally {
      const seconds = (performance.now() - started) / 1000;
      this.#steps.push({ title, seconds });
      process.stdout.write(`  ${seconds.toFixed(1)} s\n`);
    }
  }

  note(text: string): void {
    this.#notes.push(text);
    process.stdout.write(`  ${text}\n`);
  }

  /** Something that must be so for the demo to have succeeded; it goes on either way. */
  expect(what: string, met: boolean, found: string | number): void {
    this.#expectations.push({ what, found: String(found), met });
    process.stdout.write(`  ${met ? 'as expected' : 'NOT AS EXPECTED'}: ${what}: ${found}\n`);
  }

  get failures(): number {
    return this.#expectations.filter(({ met }) => !met).length;
  }

  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  /** The whole course as Markdown. */
  report(): string {
    return [
      '## Steps',
      '',
      ...this.#steps.map(({ title, seconds }) => `- ${title} (${seconds.toFixed(1)} s)`),
      '',
      '## Expected and found',
      '',
      '| | What | Found |',
      '|---|---|---|',
      ...this.#expectations.map(
        ({ what, found, met }) => `| ${met ? 'ok' : '**not ok**'} | ${what} | ${found} |`,
      ),
      '',
      '## Told on the way',
      '',
      ...this.#notes.map((text) => `- ${text}`),
      '',
    ].join('\n');
  }
}
