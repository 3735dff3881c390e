import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { AppError } from '../../shared/domain/app-error';
import { systemCode } from '../system-code';
import { documentError, readingError } from './errors';

/** Files and folders looked at before it is clear that this is not a collection of agreements. */
const ENTRY_LIMIT = 200_000;

export interface CandidateFile {
  readonly path: string;
  /** For people: composed Unicode (NFC), as macOS hands out å as a and a ring. */
  readonly fileName: string;
  readonly size: number;
}

interface Collected {
  readonly files: CandidateFile[];
  /** Hidden files, and those that operating systems and Word leave about. */
  readonly skipped: number;
  readonly problems: { path: string; fileName: string; error: AppError }[];
}

const order = new Intl.Collator('sv', { numeric: true });

/**
 * The files at and below some paths: what is given first comes first, a folder's content in Swedish
 * order with numbers by value, files and subfolders mixed.
 *
 * Links are followed, and a folder is gone through once, however many lead to it, so a link to a
 * folder above ends nothing. A file that is given twice comes twice; the import tells that it is
 * known. Every wait is asynchronous, so a large folder stalls nobody.
 *
 * Errors: `too-many-files`; the signal's reason when it is cancelled. What concerns a single path is
 * among `problems`.
 */
export async function collectFiles(
  paths: readonly string[],
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Collected> {
  const found: Collected & { skipped: number } = { files: [], skipped: 0, problems: [] };
  const visited = new Set<string>();
  let entries = 0;

  async function visit(path: string, known: Dirent | null, root: string): Promise<void> {
    signal?.throwIfAborted();
    entries += 1;
    if (entries > ENTRY_LIMIT) {
      throw documentError('too-many-files', nameOf(root), { limit: ENTRY_LIMIT });
    }
    // What a person names is taken, hidden or not; what merely lies in a folder may be passed over.
    if (known !== null && isPassedOver(known.name)) {
      found.skipped += 1;
      return;
    }
    const stats = await stat(path, { bigint: true }).catch((error: unknown) =>
      asProblem(path, error),
    );
    if (stats === null) return;
    if (stats.isDirectory()) await visitFolder(path, stats, root);
    else if (stats.isFile()) {
      found.files.push({ path, fileName: nameOf(path), size: Number(stats.size) });
    } else found.skipped += 1;
  }

  async function visitFolder(path: string, stats: BigIntStats, root: string): Promise<void> {
    const identity = `${stats.dev}:${stats.ino}`;
    if (visited.has(identity)) return;
    visited.add(identity);
    const children = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      const reason = systemCode(error) ?? String(error);
      const problem = documentError('folder-unreadable', nameOf(path), { reason });
      found.problems.push({ path, fileName: nameOf(path), error: problem });
      return [];
    });
    children.sort((a, b) => order.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
    for (const child of children) await visit(join(path, child.name), child, root);
  }

  function asProblem(path: string, error: unknown): null {
    const problem = readingError(error, nameOf(path));
    if (!(problem instanceof Error && problem.name === 'AppError')) throw error;
    found.problems.push({ path, fileName: nameOf(path), error: problem as AppError });
    return null;
  }

  for (const path of paths) await visit(path, null, path);
  return found;
}

/** A path's last name, composed. */
function nameOf(path: string): string {
  return (basename(path) || path).normalize('NFC');
}

/** Hidden files, Windows' and macOS' own, and the locks that Word and LibreOffice set beside a file. */
function isPassedOver(name: string): boolean {
  return /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$|\$recycle\.bin$)/i.test(name);
}
