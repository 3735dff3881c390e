/**
 * The reader: a process of its own that turns one file at a time into pages.
 *
 * It parses what anyone may have sent, so it holds nothing worth stealing (a bare environment, no
 * database, no network) and may be killed at any moment. Runs as an Electron utility process under
 * the window, and as a child of plain Node under the command line.
 */
import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import { isAppError } from '../../shared/domain/app-error';
import type { Page } from '../../shared/domain/page';
import { documentError, DocumentErrorCode, readingError } from './errors';
import { readDocument } from './read-document';
import { SIZE_LIMITS } from './read-summary';
import {
  ATTACHMENT_PIECE,
  type FromReader,
  MEMORY_MARK,
  READER_MEMORY,
  ToReader,
} from './reader-protocol';

/** Pages per message: few enough that the first one shows soon. */
const BATCH = 8;

/** Milliseconds between two looks at the memory. */
const WATCH_EVERY = 50;

/** The parts of Electron's `process.parentPort` that are used. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function connect(onMessage: (message: unknown) => void): (message: FromReader) => Promise<void> {
  if ('parentPort' in process && process.parentPort) {
    const port = process.parentPort as ParentPort;
    port.on('message', ({ data }) => onMessage(data));
    return (message) => {
      port.postMessage(message);
      return Promise.resolve();
    };
  }
  process.on('message', onMessage);
  process.on('disconnect', () => process.exit(0));
  // Settles when the pipe has taken the message, so that pages do not pile up in memory.
  return (message) =>
    new Promise((resolve, reject) => {
      if (process.send === undefined) reject(new Error('The reader was started without a parent.'));
      else process.send(message, (error: Error | null) => (error ? reject(error) : resolve()));
    });
}

/**
 * Ends this process when it uses too much memory. A thread of its own looks, as the main one may be
 * deep in a loop; what it says on the error output tells main why.
 */
function watchMemory(): void {
  const source = `
    const { writeSync } = require('node:fs');
    setInterval(() => {
      if (process.memoryUsage.rss() > ${READER_MEMORY * 1_000_000}) {
        writeSync(2, ${JSON.stringify(`${MEMORY_MARK}\n`)});
        process.kill(process.pid, 'SIGKILL');
      }
    }, ${WATCH_EVERY});
  `;
  new Worker(source, { eval: true, env: {} }).unref();
}

/** A file of our own may not open connections by mistake either. */
function forbidNetwork(): void {
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Object.defineProperty(globalThis, name, { value: undefined });
  }
}

async function read({ job, path, fileName, attachments, password }: ToReader): Promise<void> {
  let batch: Page[] = [];
  let sent = Promise.resolve();
  const flush = () => {
    const pages = batch;
    batch = [];
    if (pages.length > 0) sent = sent.then(() => send({ kind: 'pages', job, pages }));
  };
  try {
    const bytes = await bytesOf(path, fileName);
    const tell = (message: FromReader) => {
      sent = sent.then(() => send(message));
    };
    const summary = await readDocument(bytes, fileName, {
      password,
      ...(attachments && {
        onAttachment: (found) => {
          if ('error' in found) {
            tell({
              kind: 'attachment-failed',
              job,
              fileName: found.fileName,
              ...failureOf(found.error, found.fileName),
            });
            return;
          }
          tell({ kind: 'attachment', job, fileName: found.fileName });
          for (let at = 0; at < found.content.length; at += ATTACHMENT_PIECE) {
            // A copy: a view would take everything it looks into along.
            const piece = () => found.content.slice(at, at + ATTACHMENT_PIECE);
            sent = sent.then(() => send({ kind: 'attachment-bytes', job, bytes: piece() }));
          }
        },
        onPassedOver: () => tell({ kind: 'passed-over', job }),
      }),
      onPage: (page) => {
        batch.push(page);
        if (page.number === 1 || batch.length >= BATCH) flush();
      },
    });
    flush();
    await sent;
    await send({ kind: 'done', job, summary });
  } catch (error) {
    await sent;
    await send({ kind: 'failed', job, ...failureOf(error, fileName) });
  }
}

async function bytesOf(path: string, fileName: string): Promise<Uint8Array> {
  try {
    const megabytes = Math.ceil((await stat(path)).size / 1_000_000);
    const limit = Math.max(...Object.values(SIZE_LIMITS));
    if (megabytes > limit) throw documentError('file-too-large', fileName, { megabytes, limit });
    return await readFile(path);
  } catch (error) {
    throw readingError(error, fileName);
  }
}

function failureOf(error: unknown, fileName: string) {
  if (isAppError(error)) {
    const code = DocumentErrorCode.safeParse(error.code);
    if (code.success) return { code: code.data, message: error.message, details: error.details };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const outOfMemory = error instanceof RangeError && /allocation failed/i.test(reason);
  const { code, message, details } = outOfMemory
    ? documentError('reader-memory', fileName, { megabytes: READER_MEMORY })
    : documentError('reader-crashed', fileName, { reason });
  return { code: DocumentErrorCode.parse(code), message, details };
}

let queue = Promise.resolve();
const send = connect((message) => {
  const job = ToReader.parse(message);
  queue = queue.then(() => read(job));
});
forbidNetwork();
watchMemory();
void send({ kind: 'ready' });
