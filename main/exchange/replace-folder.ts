import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '../../shared/domain/app-error';
import { systemCode } from '../system-code';

/** Names of folders in which files wait until all of them are complete. */
const WAITING = '.samsyn-export-';

/** What operating systems leave in a folder and nobody put there, and what an interrupted export left. */
const ofNobody = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\.samsyn-export-.*)$/i;

/** What somebody put into a folder; nothing when there is no such folder. */
export function contentsOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => !ofNobody.test(name)) : [];
}

/**
 * Puts files into a folder, all of them or none: they are written out of sight, each waited for
 * until it is on the disk, and then take the places of those of the same name. Other files in the
 * folder stay. Where something fails, the former files are put back.
 *
 * `write` makes the files in the folder it is given, and returns their names in the order in which
 * they are to appear; its errors are thrown on. Throws `export-file-in-use` when a file cannot be
 * replaced because another program holds it.
 */
export async function replaceFiles(
  folder: string,
  write: (waiting: string) => Promise<readonly string[]>,
): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  if (!existsSync(folder)) {
    // A folder that is not there yet appears whole, by one rename.
    await inWaiting(dirname(folder), async (waiting) => {
      const made = join(waiting, 'folder');
      mkdirSync(made);
      await write(made);
      renameSync(made, folder);
    });
    return;
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith(WAITING)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  // Inside the folder, so that it is the same disk.
  await inWaiting(folder, async (waiting) => moveInto(folder, waiting, await write(waiting)));
}

async function inWaiting(parent: string, work: (waiting: string) => Promise<void>): Promise<void> {
  const waiting = mkdtempSync(join(parent, WAITING));
  try {
    await work(waiting);
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

function moveInto(folder: string, waiting: string, names: readonly string[]): void {
  const former = join(waiting, '.former');
  mkdirSync(former);
  const setAside: string[] = [];
  const placed: string[] = [];
  try {
    for (const name of names) {
      if (existsSync(join(folder, name))) {
        // What is set aside is thrown away in the end: never a folder that somebody made.
        if (!isNoFolder(join(folder, name))) throw inUse(folder, name, 'EISDIR');
        renameSync(join(folder, name), join(former, name));
        setAside.push(name);
      }
      renameSync(join(waiting, name), join(folder, name));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed) renameSync(join(folder, name), join(waiting, name));
    for (const name of setAside) renameSync(join(former, name), join(folder, name));
    throw asInUse(error, folder, names[placed.length] ?? '');
  }
}

/** Programs that show a table keep others from replacing it, on Windows above all. */
function asInUse(error: unknown, folder: string, name: string): unknown {
  const code = systemCode(error) ?? '';
  return ['EBUSY', 'EPERM', 'EACCES'].includes(code) ? inUse(folder, name, code) : error;
}

function inUse(folder: string, name: string, reason: string): AppError {
  return new AppError(
    'export-file-in-use',
    `"${name}" in "${folder}" cannot be replaced (${reason}); the former export is as it was. Close it in other programs, then export again.`,
    { name, folder, reason },
  );
}

/** Writes a file in parts and waits until it is on the disk. */
export async function writeDurably(file: string, parts: AsyncIterable<Buffer>): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    for await (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** True when the path is there and no folder. */
export function isNoFolder(path: string): boolean {
  return existsSync(path) && !statSync(path).isDirectory();
}
