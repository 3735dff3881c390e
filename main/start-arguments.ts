import { resolve } from 'node:path';

/** The project folder named on a command line, as an absolute path; `null` when none is. */
export function projectNamedIn(argv: readonly string[], folder: string): string | null {
  const named = argv
    .slice(1)
    .find((argument) => !argument.startsWith('-') && /\.samsyn[\\/]?$/i.test(argument));
  return named === undefined ? null : resolve(folder, named.replace(/[\\/]$/, ''));
}

/** Whether a first start is to open the sample project, as `npm start` asks for. */
export function asksForSample(argv: readonly string[]): boolean {
  return argv.includes('--sample');
}
