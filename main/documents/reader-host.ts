import { AppError } from '../../shared/domain/app-error';
import type { DrawnPart } from './drawn-parts';
import { documentError } from './errors';
import type { PackedPage } from './packed-words';
import type { ReadSummary } from './read-summary';
import { type AboutTask, createProcessPool, type Outcome, type PoolWork } from './process-pool';
import { pagesOutOfOrder } from './expected-pages';
import { type ReadingTask, readTogether } from './read-together';
import { type ForkReader, ranOutOfMemory, type ReaderChild } from './reader-child';
import {
  ATTACHMENT_BYTES,
  FromReader,
  MOST_PAGES,
  READER_MEMORY,
  type ToReader,
} from './reader-protocol';

export interface ReadJobOptions {
  /**
   * Called for each page, in order; the pages of a long PDF may come in two strands, each in order.
   * Some or all may come again where a file is tried a second time. What it throws ends the job and is what `read`
   * rejects with.
   */
  onPage: (page: PackedPage) => void;
  /** For a PDF that asks for one. */
  password?: string | undefined;
  /** Takes what is attached to a mail; without it, attachments are left where they are. */
  attachments?: AttachmentSink | undefined;
  /** Called where a document is not to be drawn simply as it was received. */
  onDrawing?: (parts: readonly DrawnPart[]) => void;
  signal?: AbortSignal | undefined;
}

/** Where the attachments of a mail go, in their order. What it throws ends the job. */
export interface AttachmentSink {
  /** The file is read from its beginning, perhaps not for the first time. */
  begin(): void;
  /** An attachment begins. */
  open(fileName: string): void;
  /** More of the attachment that was begun last. */
  add(bytes: Uint8Array): void;
  fail(fileName: string, error: AppError): void;
  passOver(): void;
}

export interface ReaderHost {
  /**
   * Reads a file in a reader process. Rejects with an `AppError` that names the file, or with the
   * signal's reason when it is cancelled.
   */
  read(path: string, fileName: string, options: ReadJobOptions): Promise<ReadSummary>;
  /** Ends all reader processes; jobs that are under way are rejected. */
  close(): void;
}

export interface ReaderHostOptions {
  fork: ForkReader;
  /** Reader processes at a time. */
  processes?: number;
  /** Milliseconds that a file may take, however steadily its pages come; then the reader is killed. */
  limit?: number;
  /** Milliseconds after which an idle reader is ended, to give its memory back. */
  idle?: number;
}

/** A reader that has read this many files is replaced, whatever it may have kept. */
const FILES_PER_PROCESS = 200;

type AttachmentMessage = Extract<
  FromReader,
  { kind: 'attachment' | 'attachment-bytes' | 'attachment-failed' | 'passed-over' }
>;

/**
 * Runs reader processes, one file at a time in each, and replaces those that hang, crash or take too
 * much memory, so that a bad file costs itself and none of its neighbours. A long PDF has two, where
 * one is free (`readTogether`).
 *
 * A crash in a process that has read other files before may be their doing; the file is then tried
 * once more in a fresh process before it is blamed.
 */
export function createReaderHost({
  fork,
  processes = 1,
  limit = 60_000,
  idle = 30_000,
}: ReaderHostOptions): ReaderHost {
  const pool = createProcessPool(fork, reading, {
    processes,
    limit,
    idle,
    tasksPerProcess: FILES_PER_PROCESS,
  });
  return {
    read: (path, fileName, options) => readTogether(pool, { path, fileName, options }, limit),
    close: pool.close,
  };
}

const reading: PoolWork<ToReader, FromReader, ReadingTask, ReadSummary> = {
  understand: (message) => FromReader.safeParse(message).data ?? null,
  hand: (child, task, job) => {
    const { path, fileName, options, memory } = task;
    task.handedAt ??= performance.now();
    options.attachments?.begin();
    child.send({
      kind: 'read',
      job,
      path,
      fileName,
      attachments: options.attachments !== undefined,
      password: options.password,
      mayShare: task.share !== null,
      memory,
    });
  },
  hear,
  tookTooLong: ({ fileName }, limit) =>
    documentError('reader-timeout', fileName, { seconds: Math.round(limit / 1000) }),
  outOfOrder: ({ fileName }) =>
    documentError('reader-crashed', fileName, { reason: 'it answered out of order' }),
  crashed: (task, { code, errorOutput }) => {
    task.hasCrashed = true;
    return crashError(task.fileName, code, errorOutput);
  },
  closed: () => new AppError('reader-closed', 'Reading was stopped.'),
  beginAgain: (task) => {
    task.beginAgain();
    task.attached = 0;
  },
};

function hear(
  task: ReadingTask,
  said: AboutTask<FromReader>,
  child: ReaderChild,
): Outcome<ReadSummary> | null {
  switch (said.kind) {
    case 'pages':
      for (const page of said.pages) takePage(task, page);
      return null;
    case 'drawing':
      task.options.onDrawing?.(said.parts);
      return null;
    case 'ask':
      if (task.share === null) throw pagesOutOfOrder(task.fileName);
      child.send({ kind: 'share', job: said.job, ...task.share(said.pageCount) });
      return null;
    case 'done':
      task.pages.end(said.summary.pageCount);
      return { result: said.summary };
    case 'failed':
      return { reason: new AppError(said.code, said.message, said.details) };
    case 'attachment':
    case 'attachment-bytes':
    case 'attachment-failed':
    case 'passed-over':
      takeAttachment(task, said);
      return null;
  }
}

function takePage(task: ReadingTask, page: PackedPage): void {
  task.pages.take(page.number);
  if (page.number > MOST_PAGES) {
    throw documentError('too-many-pages', task.fileName, { limit: MOST_PAGES });
  }
  task.options.onPage(page);
}

function takeAttachment(task: ReadingTask, said: AttachmentMessage): void {
  const { attachments } = task.options;
  if (attachments === undefined) return;
  switch (said.kind) {
    case 'attachment':
      attachments.open(said.fileName);
      return;
    case 'attachment-bytes':
      task.attached += said.bytes.length;
      if (task.attached > ATTACHMENT_BYTES) {
        const reason = 'its attachments have no end';
        throw documentError('reader-crashed', task.fileName, { reason });
      }
      attachments.add(said.bytes);
      return;
    case 'attachment-failed':
      attachments.fail(said.fileName, new AppError(said.code, said.message, said.details));
      return;
    case 'passed-over':
      attachments.passOver();
      return;
  }
}

function crashError(fileName: string, code: number | null, errorOutput: string): AppError {
  if (ranOutOfMemory(errorOutput)) {
    return documentError('reader-memory', fileName, { megabytes: READER_MEMORY });
  }
  const lastLine = errorOutput
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => /^\w*Error\b/.test(line));
  return documentError('reader-crashed', fileName, { reason: lastLine ?? `exit ${code ?? '?'}` });
}
