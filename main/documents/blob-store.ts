import { createHash, randomUUID, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { chmod, type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { linesOf } from '../store/lines-of';
import { DocumentId } from '../../shared/domain/ids';
import { systemCode } from '../system-code';
import { documentError, keepingError, readingError } from './errors';

const CHUNK = 1024 * 1024;
/** Bytes of a line of kept text: a page, with where its words stand, of far more than a person reads. */
const LONGEST_LINE = 64 * CHUNK;
const UNFINISHED = '.unfinished-';

/** A file's bytes, copied into the project folder but not yet part of it. */
export interface StagedBlob {
  readonly sha256: DocumentId;
  readonly size: number;
  /** Where the copied bytes are: what was hashed is what is read. */
  readonly path: string;
  /** Makes it part of the project, durably. Tells whether it was new. */
  keep(): Promise<{ isNew: boolean }>;
  /** Removes the copy. Does nothing after `keep`. */
  discard(): Promise<void>;
}

/** Bytes on their way into the project folder. */
export interface BlobWriter {
  add(bytes: Uint8Array): void;
  /** All bytes have come. */
  finish(): StagedBlob;
  /** Removes what has come. */
  discard(): Promise<void>;
}

/** What the store needs of the file system to write; a test may hand in one that is full. */
export type OpenForWriting = (path: string) => Promise<FileHandle>;

const openForWriting: OpenForWriting = (path) => open(path, 'wx', 0o600);

/**
 * The received bytes of a project's documents: `documents/ab/<sha256>`, never changed.
 *
 * A document is what it holds, so the same bytes are kept once, whatever they are called. Beside those
 * that open only with a password lies the text that was read: `documents/ab/<sha256>.text`.
 */
export class BlobStore {
  readonly folder: string;
  readonly #open: OpenForWriting;

  /** @param projectFolder the `.samsyn` folder */
  constructor(projectFolder: string, openFile: OpenForWriting = openForWriting) {
    this.folder = join(projectFolder, 'documents');
    this.#open = openFile;
  }

  /** Where a document's bytes are, or would be. Refuses anything that is not a hash, so that no path leads out. */
  pathOf(sha256: string): string {
    const id = DocumentId.parse(sha256);
    return join(this.folder, id.slice(0, 2), id);
  }

  /** Whether the bytes are there; `verify` tells whether they are right. */
  async has(sha256: string): Promise<boolean> {
    return (await stat(this.pathOf(sha256)).catch(missing)) !== null;
  }

  /**
   * Copies a file into the project folder, hashing what is copied.
   *
   * Errors: `file-vanished`, `file-unreadable`, `file-changed` (its size or time of change moved
   * while it was copied), `disk-full`, `not-writable`; none of them leaves anything behind.
   */
  async stage(source: string, fileName: string, signal?: AbortSignal): Promise<StagedBlob> {
    const path = join(this.folder, `${UNFINISHED}${randomUUID()}`);
    const discard = () => rm(path, { force: true });
    const input = await open(source, 'r').catch((error: unknown) => {
      throw readingError(error, fileName);
    });
    try {
      const hash = createHash('sha256');
      const size = await this.#copy(input, path, { hash, fileName, signal });
      const sha256 = DocumentId.parse(hash.digest('hex'));
      return { sha256, size, path, discard, keep: () => this.#keep(path, sha256, fileName) };
    } finally {
      await input.close();
    }
  }

  /**
   * Takes in bytes that come in pieces, hashing them. What is written lies in the project folder, as
   * with `stage`, and is nothing until it is kept.
   *
   * Errors of `add`: `disk-full`, `not-writable`.
   */
  receive(fileName: string): BlobWriter {
    const path = join(this.folder, `${UNFINISHED}${randomUUID()}`);
    const discard = () => rm(path, { force: true });
    const keeping = <T>(step: () => T): T => {
      try {
        return step();
      } catch (error) {
        throw keepingError(error, fileName, dirname(this.folder));
      }
    };
    keeping(() => mkdirSync(this.folder, { recursive: true }));
    const file = keeping(() => openSync(path, 'wx', 0o600));
    const hash = createHash('sha256');
    let size = 0;
    let isOpen = true;
    const close = () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    };
    return {
      add: (bytes) =>
        keeping(() => {
          hash.update(bytes);
          for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
          size += bytes.length;
        }),
      finish: () => {
        keeping(close);
        const sha256 = DocumentId.parse(hash.digest('hex'));
        return { sha256, size, path, discard, keep: () => this.#keep(path, sha256, fileName) };
      },
      discard: async () => {
        close();
        await discard();
      },
    };
  }

  /**
   * Hashes a document's bytes anew.
   *
   * Errors: `document-missing`, `document-altered`, `file-unreadable`.
   *
   * @param fileName what to call it in a message
   */
  async verify(sha256: string, fileName: string = sha256): Promise<void> {
    const input = await open(this.pathOf(sha256), 'r').catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') throw documentError('document-missing', fileName);
      throw readingError(error, fileName);
    });
    const hash = createHash('sha256');
    try {
      for await (const chunk of chunksOf(input)) hash.update(chunk);
    } catch (error) {
      throw readingError(error, fileName);
    } finally {
      await input.close();
    }
    if (hash.digest('hex') !== sha256) throw documentError('document-altered', fileName);
  }

  /**
   * Keeps the text of a document beside its bytes, durably, in the place of one that was kept before.
   *
   * @param lines without a line feed; after them comes their hash
   *
   * Errors: `disk-full`, `not-writable`.
   */
  async keepText(
    sha256: string,
    fileName: string,
    lines: Iterable<string> | AsyncIterable<string>,
  ): Promise<void> {
    const target = this.#textOf(sha256);
    const writer = this.receive(fileName);
    try {
      const hash = createHash('sha256');
      for await (const line of lines) {
        hash.update(`${line}\n`);
        writer.add(Buffer.from(`${line}\n`));
      }
      writer.add(Buffer.from(`${hash.digest('hex')}\n`));
    } catch (error) {
      await writer.discard();
      throw error;
    }
    const { path } = writer.finish();
    await this.#place(path, target, fileName);
  }

  /** The lines of the text that `keepText` kept. Errors, where it ends if not before: as `verifyText`. */
  async *linesOfText(sha256: string, fileName: string): AsyncGenerator<string> {
    const hash = createHash('sha256');
    let last: string | null = null;
    try {
      for await (const { text } of linesOf(this.#textOf(sha256), { longest: LONGEST_LINE })) {
        if (last !== null) {
          hash.update(`${last}\n`);
          yield last;
        }
        last = text;
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') throw documentError('text-missing', fileName);
      if (error instanceof RangeError) throw documentError('text-altered', fileName);
      throw readingError(error, fileName);
    }
    if (last !== hash.digest('hex')) throw documentError('text-altered', fileName);
  }

  /** Hashes a document's kept text anew. Errors: `text-missing`, `text-altered`, `file-unreadable`. */
  async verifyText(sha256: string, fileName: string): Promise<void> {
    for await (const _ of this.linesOfText(sha256, fileName));
  }

  /** Takes back a blob that was just kept and that nothing refers to, with its text. */
  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
    await rm(this.#textOf(sha256), { force: true });
  }

  /** Puts a document's bytes in the place of those that are gone or changed. */
  async replace(staged: StagedBlob): Promise<void> {
    await rm(this.pathOf(staged.sha256), { force: true });
    await staged.keep();
  }

  #textOf(sha256: string): string {
    return `${this.pathOf(sha256)}.text`;
  }

  /** Clears away copies that a crash or a power cut left half-done. To be called by the one writer. */
  async removeUnfinished(): Promise<void> {
    const names = (await readdir(this.folder).catch(missing)) ?? [];
    for (const name of names) {
      if (name.startsWith(UNFINISHED)) await rm(join(this.folder, name), { force: true });
    }
  }

  async #copy(
    input: FileHandle,
    path: string,
    { hash, fileName, signal }: { hash: Hash; fileName: string; signal: AbortSignal | undefined },
  ): Promise<number> {
    const keeping = (error: unknown) => {
      throw keepingError(error, fileName, dirname(this.folder));
    };
    const reading = (error: unknown) => {
      throw readingError(error, fileName);
    };
    await mkdir(this.folder, { recursive: true }).catch(keeping);
    const before = await input.stat().catch(reading);
    const output = await this.#open(path).catch(keeping);
    let size = 0;
    try {
      const chunk = Buffer.allocUnsafe(CHUNK);
      for (;;) {
        signal?.throwIfAborted();
        const { bytesRead } = await input.read(chunk, 0, CHUNK, null).catch(reading);
        if (bytesRead === 0) break;
        const part = chunk.subarray(0, bytesRead);
        hash.update(part);
        await output.writeFile(part).catch(keeping);
        size += bytesRead;
      }
      await output.close().catch(keeping);
      const after = await input.stat().catch(reading);
      if (size !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        throw documentError('file-changed', fileName);
      }
      return size;
    } catch (error) {
      await output.close();
      await rm(path, { force: true });
      throw error;
    }
  }

  async #keep(path: string, sha256: DocumentId, fileName: string): Promise<{ isNew: boolean }> {
    if (await this.has(sha256)) {
      await rm(path, { force: true });
      return { isNew: false };
    }
    await this.#place(path, this.pathOf(sha256), fileName);
    return { isNew: true };
  }

  /** Moves a file that is written out to where it belongs, durably. */
  async #place(path: string, target: string, fileName: string): Promise<void> {
    try {
      await mkdir(dirname(target), { recursive: true });
      await synced(path);
      await chmod(path, 0o444);
      await renameOver(path, target);
      await synced(dirname(target));
      await synced(this.folder);
    } catch (error) {
      await rm(path, { force: true });
      throw keepingError(error, fileName, dirname(this.folder));
    }
  }
}

/** Moves a file to where there may be one already, which is there until the new one is. */
async function renameOver(path: string, target: string): Promise<void> {
  try {
    await rename(path, target);
  } catch (error) {
    if (process.platform !== 'win32' || systemCode(error) !== 'EPERM') throw error;
    // Windows puts nothing in the place of a file that may not be written to.
    await chmod(target, 0o644);
    await rename(path, target);
  }
}

/** Waits until what was written to a file, or a folder's list of files, is on the disk. */
async function synced(path: string): Promise<void> {
  // Windows cannot open folders; NTFS writes their changes to its journal by itself.
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === 'win32') return;
  const handle = await open(path, isFolder ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* chunksOf(input: FileHandle): AsyncGenerator<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (;;) {
    const { bytesRead } = await input.read(chunk, 0, CHUNK, null);
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
  }
}

function missing(error: unknown): null {
  if (systemCode(error) === 'ENOENT') return null;
  throw error;
}
