import { parseArgs } from 'node:util';

import { measureAgreementList, measureListInWindow } from './agreement-list';
import { measureCollection } from './collection';
import { measureComputing } from './computing';
import { measureDetector, measureWordings } from './detector';
import { measureExtraction } from './extraction';
import { measureLongDocument } from './long-document';
import { measureNextAgreement } from './next-agreement';
import { measureNextOfEachFormat } from './next-of-each-format';
import type { Options } from './options';
import { measureOcr } from './ocr';
import { measureRebuild } from './rebuild';
import { note } from './report';
import { measureSaving } from './saving';
import { measureSearch } from './search';
import { measureSimilar } from './similar';
import { measureStart } from './start';

/**
 * `npm run bench`: one line of JSON on stdout per measure, each with its baseline from the same run;
 * what is going on is told on stderr. Nothing here fails because something is slow.
 *
 *   npm run bench
 *   npm run bench -- --only rebuild --only start --quick
 */
const measures: Readonly<Record<string, (options: Options) => Promise<void>>> = {
  start: measureStart,
  saving: measureSaving,
  next: measureNextAgreement,
  formats: measureNextOfEachFormat,
  rebuild: measureRebuild,
  list: measureAgreementList,
  'list-window': measureListInWindow,
  long: measureLongDocument,
  ocr: measureOcr,
  search: measureSearch,
  similar: measureSimilar,
  extraction: measureExtraction,
  collection: measureCollection,
  computing: measureComputing,
  detector: measureDetector,
  wordings: measureWordings,
};

const usage = `Usage: npm run bench -- [--quick] [--only <measure>]…\nMeasures: ${Object.keys(measures).join(', ')}`;

async function main(): Promise<number> {
  let wanted: readonly string[];
  let options: Options;
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean', default: false },
      },
    });
    wanted = values.only ?? Object.keys(measures);
    options = { quick: values.quick };
    const unknown = wanted.find((name) => !Object.hasOwn(measures, name));
    if (unknown !== undefined) throw new Error(`There is no measure "${unknown}".`);
  } catch (error) {
    note(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  for (const name of wanted) {
    note(`\n${name}`);
    await measures[name]?.(options);
  }
  return 0;
}

process.exitCode = await main();
