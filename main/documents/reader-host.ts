import { AppError } from '../../shared/domain/app-error';
import type { Page } from '../../shared/domain/page';
import type { DrawnPart } from './drawn-parts';
import { documentError } from './errors';
import type { ReadSummary } from './read-summary';
import type { ForkReader, ReaderChild } from './reader-child';
import {
  ATTACHMENT_BYTES,
  FromReader,
  MEMORY_MARK,
  MOST_PAGES,
  READER_MEMORY,
} from './reader-protocol';

export interface ReadJobOptions {
  /**
   * Called for each page in order, from 1. Begins again from 1 where a file is tried a second time.
   * What it throws ends the job and is what `read` rejects with.
   */
  onPage: (page: Page) => void;
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
const JOBS_PER_PROCESS = 200;

type AttachmentMessage = Extract<
  FromReader,
  { kind: 'attachment' | 'attachment-bytes' | 'attachment-failed' | 'passed-over' }
>;

interface Job {
  id: number;
  path: string;
  fileName: string;
  options: ReadJobOptions;
  expected: number;
  /** Bytes of attachments so far. */
  attached: number;
  resolve: (summary: ReadSummary) => void;
  reject: (reason: unknown) => void;
}

interface Reader {
  child: ReaderChild;
  ready: boolean;
  jobs: number;
  job: Job | null;
  /** Runs out when its job has taken too long, or when it has been idle for long. */
  timer: NodeJS.Timeout | undefined;
}

/**
 * Runs reader processes, one file at a time in each, and replaces those that hang, crash or take too
 * much memory, so that a bad file costs itself and none of its neighbours.
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
  const readers = new Set<Reader>();
  const waiting: Job[] = [];
  let lastJob = 0;

  function startNext(): void {
    while (waiting.length > 0) {
      const reader = [...readers].find(({ job }) => job === null) ?? started();
      if (reader === null) return;
      const job = waiting.shift();
      if (job === undefined) return;
      reader.job = job;
      reader.jobs += 1;
      limitTime(reader);
      if (reader.ready) hand(reader, job);
    }
  }

  function started(): Reader | null {
    if (readers.size >= processes) return null;
    const reader: Reader = {
      child: fork(),
      ready: false,
      jobs: 0,
      job: null,
      timer: undefined,
    };
    readers.add(reader);
    reader.child.onMessage((message) => hear(reader, message));
    reader.child.onExit(({ code, errorOutput }) => {
      if (!readers.delete(reader)) return;
      clearTimeout(reader.timer);
      if (reader.job !== null) {
        const { fileName } = reader.job;
        giveUp(reader, crashError(fileName, code, errorOutput), { mayRetry: true });
      }
      startNext();
    });
    return reader;
  }

  function hand(reader: Reader, { id, path, fileName, options }: Job): void {
    options.attachments?.begin();
    const attachments = options.attachments !== undefined;
    const { password } = options;
    reader.child.send({ kind: 'read', job: id, path, fileName, attachments, password });
  }

  function limitTime(reader: Reader): void {
    clearTimeout(reader.timer);
    reader.timer = setTimeout(() => {
      if (reader.job === null) return;
      const seconds = Math.round(limit / 1000);
      end(reader, documentError('reader-timeout', reader.job.fileName, { seconds }));
    }, limit);
  }

  function hear(reader: Reader, message: unknown): void {
    if (!readers.has(reader)) return;
    const parsed = FromReader.safeParse(message);
    if (!parsed.success) {
      const reason = 'it answered out of order';
      end(reader, documentError('reader-crashed', reader.job?.fileName ?? '', { reason }));
      return;
    }
    const said = parsed.data;
    if (said.kind === 'ready') {
      reader.ready = true;
      if (reader.job !== null) hand(reader, reader.job);
      return;
    }
    const { job } = reader;
    if (job === null || said.job !== job.id) return;
    switch (said.kind) {
      case 'pages':
        try {
          for (const page of said.pages) {
            if (page.number !== job.expected) throw pagesOutOfOrder(job.fileName);
            if (page.number > MOST_PAGES) {
              throw documentError('too-many-pages', job.fileName, { limit: MOST_PAGES });
            }
            job.expected += 1;
            job.options.onPage(page);
          }
        } catch (error) {
          end(reader, error);
        }
        return;
      case 'drawing':
        job.options.onDrawing?.(said.parts);
        return;
      case 'done':
        if (said.summary.pageCount !== job.expected - 1) {
          end(reader, pagesOutOfOrder(job.fileName));
          return;
        }
        job.resolve(said.summary);
        release(reader);
        return;
      case 'attachment':
      case 'attachment-bytes':
      case 'attachment-failed':
      case 'passed-over':
        try {
          takeAttachment(job, said);
        } catch (error) {
          end(reader, error);
        }
        return;
      case 'failed':
        job.reject(new AppError(said.code, said.message, said.details));
        release(reader);
        return;
    }
  }

  function takeAttachment(job: Job, said: AttachmentMessage): void {
    const { attachments } = job.options;
    if (attachments === undefined) return;
    switch (said.kind) {
      case 'attachment':
        attachments.open(said.fileName);
        return;
      case 'attachment-bytes':
        job.attached += said.bytes.length;
        if (job.attached > ATTACHMENT_BYTES) {
          const reason = 'its attachments have no end';
          throw documentError('reader-crashed', job.fileName, { reason });
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

  /** The job is over; the process stays for the next one, or goes when it is old or not needed. */
  function release(reader: Reader): void {
    reader.job = null;
    clearTimeout(reader.timer);
    if (reader.jobs >= JOBS_PER_PROCESS) end(reader, null);
    else {
      reader.timer = setTimeout(() => end(reader, null), idle);
      reader.timer.unref();
    }
    startNext();
  }

  function end(reader: Reader, reason: unknown): void {
    readers.delete(reader);
    clearTimeout(reader.timer);
    reader.child.kill();
    giveUp(reader, reason, { mayRetry: false });
    startNext();
  }

  function giveUp(reader: Reader, reason: unknown, { mayRetry }: { mayRetry: boolean }): void {
    const { job } = reader;
    reader.job = null;
    if (job === null) return;
    if (mayRetry && reader.jobs > 1 && job.options.signal?.aborted !== true) {
      waiting.unshift({ ...job, expected: 1, attached: 0 });
    } else job.reject(reason);
  }

  return {
    read: (path, fileName, options) =>
      new Promise((resolve, reject) => {
        const { signal } = options;
        if (signal?.aborted) {
          reject(signal.reason);
          return;
        }
        lastJob += 1;
        const id = lastJob;
        const cancel = () => {
          const at = waiting.findIndex((job) => job.id === id);
          if (at >= 0) waiting.splice(at, 1);
          for (const reader of readers) if (reader.job?.id === id) end(reader, signal?.reason);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', cancel, { once: true });
        const settled = () => signal?.removeEventListener('abort', cancel);
        waiting.push({
          id,
          path,
          fileName,
          options,
          expected: 1,
          attached: 0,
          resolve: (summary) => {
            settled();
            resolve(summary);
          },
          reject: (reason) => {
            settled();
            reject(reason);
          },
        });
        startNext();
      }),
    close: () => {
      const reason = new AppError('reader-closed', 'Reading was stopped.');
      for (const job of waiting.splice(0)) job.reject(reason);
      for (const reader of [...readers]) end(reader, reason);
    },
  };
}

function crashError(fileName: string, code: number | null, errorOutput: string): AppError {
  if (errorOutput.includes(MEMORY_MARK) || /heap out of memory/i.test(errorOutput)) {
    return documentError('reader-memory', fileName, { megabytes: READER_MEMORY });
  }
  const lastLine = errorOutput
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => /^\w*Error\b/.test(line));
  return documentError('reader-crashed', fileName, { reason: lastLine ?? `exit ${code ?? '?'}` });
}

function pagesOutOfOrder(fileName: string): AppError {
  return documentError('reader-crashed', fileName, { reason: 'its pages came out of order' });
}
