import { fileURLToPath } from 'node:url';

import type { ToReader } from './reader-protocol';
import { MEMORY_MARK, READER_HEAP } from './reader-protocol';

/** A running process that works on what anyone may have sent, whatever started it. */
export interface RunningChild<Message> {
  send(message: Message): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the process is gone and what it wrote to its error output is read. */
  onExit(listener: (exit: { code: number | null; errorOutput: string }) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

export type ForkChild<Message> = () => RunningChild<Message>;

export type ReaderChild = RunningChild<ToReader>;
export type ForkReader = ForkChild<ToReader>;

/** Options for the reader's own JavaScript engine. */
export const readerArguments = [`--max-old-space-size=${READER_HEAP}`];

/** The bundled reader beside the bundle that asks: pass `import.meta.url` of the entry. */
export function readerBeside(bundleUrl: string): string {
  return fileURLToPath(new URL('reader-process.js', bundleUrl));
}

/** The bundled recogniser, likewise. */
export function recogniserBeside(bundleUrl: string): string {
  return fileURLToPath(new URL('recogniser-process.js', bundleUrl));
}

/**
 * The whole environment of a reader: what an operating system needs to run a program, and nothing
 * else. No tokens, paths or options of the person's own.
 */
export function readerEnvironment(): Record<string, string> {
  const kept = ['SystemRoot', 'WINDIR', 'TEMP', 'TMP', 'TMPDIR', 'ELECTRON_RUN_AS_NODE'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Keeps the last of what a process writes to its error output, to tell why it ended. */
export function lastWords(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer | string) => {
    text = (text + chunk.toString()).slice(-4_000);
  });
  return () => text;
}

/** Whether a process ended for the memory it took: stopped by its own watch, or by its engine. */
export function ranOutOfMemory(errorOutput: string): boolean {
  return errorOutput.includes(MEMORY_MARK) || /heap out of memory/i.test(errorOutput);
}
