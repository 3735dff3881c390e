import { resolve } from 'node:path';

/** The project folder named on a command line, as an absolute path; `null` when none is. */
export function projectNamedIn(argv: readonly string[], folder: string): string | null {
  const named = argv
    .slice(1)
    .find((argument) => !argument.startsWith('-') && /\.samsyn[\\/]?$/i.test(argument));
  return named === undefined ? null : resolve(folder, named.replace(/[\\/]$/, ''));
}
