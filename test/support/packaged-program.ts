import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../../scripts/setup/paths.mjs';

/** The program that `npm run package` made, on Linux. */
export function packagedProgram(): string {
  const program = join(projectFolder, 'release/linux-unpacked/samsyn');
  if (!existsSync(program)) throw new Error('There is no packaged program. Run: npm run package');
  return program;
}

/** A process and all that it started, as the kernel of Linux tells. */
export function processesUnder(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = unlessGone(() => readFileSync(`/proc/${name}/stat`, 'latin1'));
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [root];
  for (const process of found) {
    for (const [child, parent] of parents) if (parent === process) found.push(child);
  }
  return found;
}

/** The ports, TCP, at which processes of this machine listen. */
export function portsOf(processes: readonly number[]): number[] {
  const sockets = new Set(
    processes.flatMap((process) =>
      (unlessGone(() => readdirSync(`/proc/${process}/fd`)) ?? []).map(
        (fd) => unlessGone(() => readlinkSync(`/proc/${process}/fd/${fd}`)) ?? '',
      ),
    ),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'latin1')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode}]`),
      )
      .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16)),
  );
}

/** Processes and what they hold open come and go while one looks. */
function unlessGone<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES') return null;
    throw error;
  }
}
