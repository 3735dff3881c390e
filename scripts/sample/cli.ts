import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { SAMPLE_COUNT, SAMPLE_SEED, writeSampleCollection } from './index';

/**
 * `sample <folder> [--seed N] [--count N]`: writes the sample collection. Exit code 0 done, 2 wrong
 * usage.
 */
const usage = 'Usage: sample <folder> [--seed N] [--count N]';

const whole = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`"${text}" is not a whole number from 1.`);
  return number;
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, count: { type: 'string' } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error('Name one folder to write to.');
  const seed = whole(values.seed, SAMPLE_SEED);
  const count = whole(values.count, SAMPLE_COUNT);
  const files = await writeSampleCollection(resolve(folder), { seed, count });
  process.stdout.write(`${files.length} agreements written to ${folder}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 2;
}
