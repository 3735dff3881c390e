/**
 * The reader: a process of its own that turns one file at a time into pages.
 *
 * It parses what anyone may have sent, so it holds nothing worth stealing (a bare environment, no
 * database, no network) and may be killed at any moment. Runs as an Electron utility process under
 * the window, and as a child of plain Node under the command line.
 */
import { readFile, stat } from 'node:fs/promises';

import { isAppError } from '../../shared/domain/app-error';
import { connectToParent, endAbove } from './child-process';
import { documentError, DocumentErrorCode, readingError } from './errors';
import { lockDown } from './lock-down';
import { readerFiles } from './own-files';
import { type PackedPage, packWords } from './packed-words';
import { readDocument } from './read-document';
import { SIZE_LIMITS } from './read-summary';
import {
  ATTACHMENT_PIECE,
  type FromReader,
  MEMORY_MARK,
  type PagePart,
  READER_MEMORY,
  type ToRead,
  ToReader,
  type ToShare,
} from './reader-protocol';

/** Pages per message: few enough that the first one shows soon. */
const BATCH = 8;

/** Before the door is shut: what watches is a thread, and none may be started then. */
const limitMemory = endAbove(READER_MEMORY, MEMORY_MARK);
/** Of files it may read its own and the one document it is handed, and it can reach nothing else. */
const lock = lockDown(readerFiles());

async function read(said: ToRead): Promise<void> {
  const { job, path, fileName, attachments, password, mayShare } = said;
  limitMemory(said.memory);
  let batch: PackedPage[] = [];
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
      ...(mayShare && {
        share: (pageCount) => {
          flush();
          return sent.then(() => askForPart(job, pageCount));
        },
      }),
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
        batch.push({ ...page, words: packWords(page.words) });
        if (page.number === 1 || batch.length >= BATCH) flush();
      },
      onDrawing: (parts) => {
        sent = sent.then(() => send({ kind: 'drawing', job, parts: [...parts] }));
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

/** Which part of a long PDF is to be read next. */
function askForPart(job: number, pageCount: number): Promise<PagePart | null> {
  return new Promise((resolve) => {
    onShare = ({ part, memory }) => {
      limitMemory(memory);
      resolve(part);
    };
    void send({ kind: 'ask', job, pageCount });
  });
}

async function bytesOf(path: string, fileName: string): Promise<Uint8Array> {
  lock.handOver(path);
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
let onShare: ((said: ToShare) => void) | null = null;
const send = connectToParent<FromReader>((message) => {
  const said = ToReader.parse(message);
  if (said.kind === 'share') onShare?.(said);
  else queue = queue.then(() => read(said));
});
void send({ kind: 'ready' });
