import { version } from '../../package.json';
import { forkWithNode } from '../documents/fork-with-node';
import { readerBeside, recogniserBeside } from '../documents/reader-child';
import type { Machine } from './command';
import { run } from './run';

/** The program without a window: one command line, then it ends. */

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is under way is brought to an end; a second signal ends at once, as the system does.
    stop.abort(new Error(`stopped by ${signal}`));
  });
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads has had enough, as in `samsyn agreements … | head`.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const machine: Machine = {
  version,
  folder: process.cwd(),
  now: () => new Date().toISOString(),
  forkReader: forkWithNode(readerBeside(import.meta.url)),
  forkRecogniser: forkWithNode(recogniserBeside(import.meta.url)),
  signal: stop.signal,
  progress: (text) => {
    if (!process.stderr.isTTY) return;
    const line = [...(text ?? '')].slice(0, (process.stderr.columns ?? 80) - 1).join('');
    process.stderr.write(`\r\u001b[2K${line}`);
  },
};

try {
  const { code, output, errors } = await run(process.argv.slice(2), machine);
  process.stderr.write(errors);
  process.stdout.write(output);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(
    `Samsyn met a fault of its own and stopped. What was saved before is safe.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
