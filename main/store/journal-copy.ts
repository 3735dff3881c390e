import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { Entry } from '../../shared/domain/journal';

/**
 * The second copy of every entry: `journal/<replica>.ndjson`, one line each, in chain order.
 *
 * Written and fsynced before the database commits, so a journal can be rebuilt from it alone, and
 * so what the database lost can be brought back.
 */
export class JournalCopy {
  readonly #folder: string;

  constructor(projectFolder: string) {
    this.#folder = join(projectFolder, 'journal');
  }

  create(): void {
    mkdirSync(this.#folder, { recursive: true });
  }

  fileOf(replica: string): string {
    return join(this.#folder, `${replica}.ndjson`);
  }

  /** Bytes in a replica's copy; 0 when there is none. */
  sizeOf(replica: string): number {
    const file = this.fileOf(replica);
    return existsSync(file) ? statSync(file).size : 0;
  }

  /**
   * Appends entries of one replica and waits until they are on the disk. When that fails, what was
   * written is cut off again and the error is thrown on.
   *
   * @returns the size before, for `cutTo` should the commit fail.
   */
  append(replica: string, entries: readonly Entry[]): number {
    const descriptor = openSync(this.fileOf(replica), 'a');
    try {
      const before = this.sizeOf(replica);
      try {
        const bytes = Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        let written = 0;
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
        fsyncSync(descriptor);
      } catch (error) {
        ftruncateSync(descriptor, before);
        throw error;
      }
      return before;
    } finally {
      closeSync(descriptor);
    }
  }

  /** Cuts a copy back to a length, after a commit that failed. */
  cutTo(replica: string, size: number): void {
    const descriptor = openSync(this.fileOf(replica), 'r+');
    try {
      ftruncateSync(descriptor, size);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  /**
   * The entries of a copy from a byte on, and where the last whole line ends. A last line without
   * its end is a write that was cut short; a line that is no entry stops the reading.
   */
  read(replica: string, from = 0): { entries: Entry[]; end: number } {
    const file = this.fileOf(replica);
    if (!existsSync(file)) return { entries: [], end: 0 };
    const bytes = readFileSync(file).subarray(from);
    const entries: Entry[] = [];
    let end = 0;
    for (;;) {
      const newline = bytes.indexOf(0x0a, end);
      if (newline < 0) break;
      const entry = parseLine(bytes.subarray(end, newline).toString('utf8'));
      if (entry === null) break;
      entries.push(entry);
      end = newline + 1;
    }
    return { entries, end: from + end };
  }
}

function parseLine(line: string): Entry | null {
  try {
    const parsed = Entry.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: a line that was torn; the caller reads no further and the database has the rest.
    return null;
  }
}
