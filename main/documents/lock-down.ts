import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import nodeModule, { createRequire, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { resolve } from 'node:path';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';

/**
 * Takes from this process what it has no business with: connections, other programs, writing, and
 * reading any file but those it is handed and the program's own.
 *
 * A second wall, behind libraries that do none of it: it holds against their mistakes and fall-backs
 * (a decoder or language data fetched from an address), for code that takes the ways Node offers. It
 * is no sandbox against machine code.
 */
export interface LockedProcess {
  /** Lets one file be read, in place of the one before. */
  handOver(path: string): void;
}

export class NotAllowed extends Error {
  constructor(what: string) {
    super(`This process may not ${what}.`);
    this.name = 'NotAllowed';
  }
}

/** @param own folders and files of the program, read as before */
export function lockDown(own: readonly string[]): LockedProcess {
  const folders = own.map((path) => resolve(path));
  let handed: string | null = null;

  const refuse = (what: string) => () => {
    throw new NotAllowed(what);
  };
  const checkReading = (file: unknown): void => {
    if (typeof file === 'number') return;
    const path = resolve(file instanceof URL ? file.pathname : String(file));
    const isOwn = folders.some(
      (folder) =>
        path === folder || path.startsWith(`${folder}/`) || path.startsWith(`${folder}\\`),
    );
    if (!isOwn && path !== handed) throw new NotAllowed(`read "${path}"`);
  };
  const checkOpening = (file: unknown, flags: unknown): void => {
    checkReading(file);
    const isReading =
      typeof flags === 'function' || [undefined, null, 0, 'r', 'rs'].some((each) => each === flags);
    if (!isReading) throw new NotAllowed('write files');
  };
  const guard = (
    target: object,
    names: readonly string[],
    check: (...given: unknown[]) => void,
  ) => {
    for (const name of names) {
      const before: unknown = Reflect.get(target, name);
      if (typeof before !== 'function') continue;
      const guarded = (...given: unknown[]): unknown => {
        check(...given);
        return Reflect.apply(before, target, given) as unknown;
      };
      Reflect.set(target, name, guarded);
    }
  };
  const guardThereIs = (name: string, ...how: [readonly string[], () => void]) => {
    const target = moduleOfNode(name);
    if (target !== null) guard(target, ...how);
  };

  const reading = [
    'readFile',
    'readFileSync',
    'createReadStream',
    'openAsBlob',
    'opendir',
    'opendirSync',
    'readdir',
    'readdirSync',
    'glob',
    'globSync',
  ];
  const writing = [
    'writeFile',
    'writeFileSync',
    'appendFile',
    'appendFileSync',
    'createWriteStream',
    'rm',
    'rmSync',
    'unlink',
    'unlinkSync',
    'rename',
    'renameSync',
    'mkdir',
    'mkdirSync',
    'symlink',
    'symlinkSync',
    'copyFile',
    'copyFileSync',
    'cp',
    'cpSync',
    'rmdir',
    'rmdirSync',
    'mkdtemp',
    'mkdtempSync',
    'mkdtempDisposable',
    'mkdtempDisposableSync',
    'truncate',
    'truncateSync',
    'link',
    'linkSync',
    'chmod',
    'chmodSync',
    'fchmod',
    'fchmodSync',
    'lchmod',
    'lchmodSync',
    'chown',
    'chownSync',
    'fchown',
    'fchownSync',
    'lchown',
    'lchownSync',
    'utimes',
    'utimesSync',
    'futimes',
    'futimesSync',
    'lutimes',
    'lutimesSync',
  ];
  for (const target of [fs, fsPromises]) {
    guard(target, ['open', 'openSync'], checkOpening);
    guard(target, reading, checkReading);
    guard(target, writing, refuse('write files'));
  }
  guard(net.Socket.prototype, ['connect'], refuse('open connections'));
  guard(net.Server.prototype, ['listen'], refuse('listen for connections'));
  guard(dgram, ['createSocket'], refuse('open connections'));
  guard(dgram.Socket.prototype, ['bind', 'connect', 'send'], refuse('open connections'));
  // A name that is looked up carries out what it spells.
  for (const target of [dns, dns.promises]) {
    const { prototype } = target.Resolver;
    guard(target, functionsOf(target), refuse('look up names'));
    guard(prototype, functionsOf(prototype), refuse('look up names'));
  }
  // Signals and debuggers: either makes a process of Node listen, this one or another.
  guard(process, ['kill', '_kill', '_debugProcess'], refuse('send signals'));
  guard(v8, ['writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit'], refuse('write files'));
  guard(process.report, ['writeReport'], refuse('write files'));
  guard(nodeModule, ['enableCompileCache'], refuse('write files'));
  guard(process, ['loadEnvFile'], checkReading);
  // What Node and Electron are made of, among it Electron's own connections (`net`), not yet loaded.
  guard(process, ['binding', '_linkedBinding'], refuse('reach into its program'));
  guardThereIs('node:inspector', ['open'], refuse('listen for connections'));
  guardThereIs('node:inspector/promises', ['open'], refuse('listen for connections'));
  guardThereIs('node:trace_events', ['createTracing'], refuse('write files'));
  guardThereIs('node:sqlite', ['DatabaseSync'], refuse('open databases'));
  guard(
    childProcess,
    ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
    refuse('start programs'),
  );
  guard(childProcess.ChildProcess.prototype, ['spawn'], refuse('start programs'));
  guard(cluster, ['fork'], refuse('start programs'));
  // It would begin with everything that was taken here.
  guard(workerThreads, ['Worker'], refuse('start threads'));
  guard(nodeModule, ['register'], refuse('start threads'));
  syncBuiltinESMExports();
  for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) {
    Object.defineProperty(globalThis, name, { value: undefined, configurable: true });
  }
  return {
    handOver: (path) => {
      handed = resolve(path);
    },
  };
}

/** The names of all functions of a module, or of its class's objects, that make no objects themselves. */
function functionsOf(target: object): string[] {
  return Object.getOwnPropertyNames(target).filter(
    (name) =>
      name !== 'constructor' &&
      /^[a-z]/.test(name) &&
      typeof Reflect.get(target, name) === 'function',
  );
}

/** A module that not every Node has, or not the one in Electron. */
function moduleOfNode(name: string): object | null {
  try {
    return createRequire(import.meta.url)(name) as object;
  } catch {
    return null;
  }
}
