import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
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
        writeAll(descriptor, Buffer.concat(entries.map(lineOf)));
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

  /** Every line of a copy, and whether the last one is a write that was cut short. */
  read(replica: string): CopyContent {
    const file = this.fileOf(replica);
    const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    const lines: (Entry | null)[] = [];
    let end = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, end)) {
      lines.push(parseLine(bytes.subarray(end, at).toString('utf8')));
      end = at + 1;
    }
    return { lines, end, torn: end < bytes.length };
  }

  /** Puts these entries in the place of a copy; until they are on the disk, the old one stands. */
  replace(replica: string, entries: readonly Entry[]): void {
    const file = this.fileOf(replica);
    const fresh = `${file}.new`;
    try {
      const descriptor = openSync(fresh, 'w');
      try {
        for (const entry of entries) writeAll(descriptor, lineOf(entry));
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      renameSync(fresh, file);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
    this.#syncFolder();
  }

  /** Keeps a copy as it is under another name beside. @returns that name. */
  setAside(replica: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${replica}.ndjson.damaged-${number}`;
      if (existsSync(join(this.#folder, name))) continue;
      copyFileSync(this.fileOf(replica), join(this.#folder, name));
      return name;
    }
  }

  /** Makes a rename last. Windows has no such thing as opening a folder, and needs none. */
  #syncFolder(): void {
    if (process.platform === 'win32') return;
    const descriptor = openSync(this.#folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** What a copy holds. */
export interface CopyContent {
  /** One for each line that has its end; `null` for a line that is no entry. */
  readonly lines: readonly (Entry | null)[];
  /** Where the last whole line ends, in bytes. */
  readonly end: number;
  /** True when something follows that has no end. */
  readonly torn: boolean;
}

/** What a replica's copy is called in a message: its path in the project's folder. */
export const nameOfCopy = (replica: string): string => `journal/${replica}.ndjson`;

/** The replicas that have a copy in a project's folder. */
export function listCopies(projectFolder: string): string[] {
  const folder = join(projectFolder, 'journal');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}\.ndjson$/.test(name))
    .map((name) => name.slice(0, 16))
    .sort();
}

const lineOf = (entry: Entry): Buffer => Buffer.from(`${JSON.stringify(entry)}\n`);

function writeAll(descriptor: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function parseLine(line: string): Entry | null {
  try {
    return Entry.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // Not JSON: told as a line that is no entry.
    return null;
  }
}
