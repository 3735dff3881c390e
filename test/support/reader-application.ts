import { app } from 'electron';

import { forkWithElectron } from '../../main/documents/fork-with-electron';
import { createReaderHost } from '../../main/documents/reader-host';

/**
 * A program without a window that reads files in Electron's utility processes.
 *
 * Takes lines on its command line as JSON: the reader to start, the time limit, and files, each with
 * its path and name; prints what came of each as JSON, and ends.
 */
interface Order {
  reader: string;
  limit: number;
  files: { path: string; fileName: string }[];
}

async function carryOut({ reader, limit, files }: Order): Promise<unknown[]> {
  const host = createReaderHost({ fork: forkWithElectron(reader), limit });
  const outcomes: unknown[] = [];
  for (const { path, fileName } of files) {
    const texts: string[] = [];
    const onPage = ({ text }: { text: string }) => texts.push(text);
    outcomes.push(
      await host.read(path, fileName, { onPage }).then(
        (summary) => ({ ...summary, first: texts[0] }),
        ({ code, details }: { code: string; details: object }) => ({ code, details }),
      ),
    );
  }
  host.close();
  return outcomes;
}

const order = JSON.parse(process.argv.at(-1) ?? '') as Order;
void app
  .whenReady()
  .then(() => carryOut(order))
  .then(
    (outcomes) =>
      process.stdout.write(`outcomes: ${JSON.stringify(outcomes)}\n`, () => app.exit(0)),
    (error: unknown) => process.stderr.write(`${String(error)}\n`, () => app.exit(1)),
  );
