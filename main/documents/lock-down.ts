import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import crypto from 'node:crypto';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import nodeModule, { builtinModules, createRequire, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import nodePath, { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';

import {
  FREE_OF_FILES,
  GUARDED,
  HARMLESS,
  OPENING,
  READING,
  UNLISTED,
  WHAT_REPORTS_HOLD,
  withSync,
} from './parts-of-node';

/**
 * Takes from this process what it has no business with: connections, other programs, writing, and
 * reading any file but those it is handed and the program's own.
 *
 * A second wall, behind libraries that do none of it: it holds against their mistakes and fall-backs
 * (a decoder or language data fetched from an address), for code that takes the ways Node offers. It
 * is no sandbox against machine code. What of Node is left is listed (`parts-of-node.ts`): a module,
 * or a function on files, that nobody thought of is taken.
 */
interface LockedProcess {
  /** Lets one file be read, in place of the one before. */
  handOver(path: string): void;
}

class NotAllowed extends Error {
  constructor(what: string) {
    super(`This process may not ${what}.`);
    this.name = 'NotAllowed';
  }
}

type Check = (...given: unknown[]) => void;

/** @param own folders and files of the program, read as before */
export function lockDown(own: readonly string[]): LockedProcess {
  const isOwn = liesIn(own);
  let handed: string | null = null;

  const checkReading: Check = (file) => {
    if (typeof file === 'number') return;
    const path = resolve(file instanceof URL ? fileURLToPath(file) : String(file));
    if (!isOwn(path) && path !== handed) throw new NotAllowed(`read "${path}"`);
  };
  const checkOpening: Check = (file, flags) => {
    checkReading(file);
    const isReading =
      typeof flags === 'function' || [undefined, null, 0, 'r', 'rs'].some((each) => each === flags);
    if (!isReading) throw new NotAllowed('write files');
  };
  const checkLibrary: Check = (_module, file) => {
    const path = resolve(String(file));
    if (!isOwn(path)) throw new NotAllowed(`run "${path}"`);
  };

  for (const target of [fs, fsPromises]) {
    const known = [...OPENING, ...READING];
    const rest = functionsOf(target).filter((name) => !known.includes(name));
    guard(target, OPENING, checkOpening);
    guard(target, READING, checkReading);
    const others = rest.filter((name) => !FREE_OF_FILES.has(name));
    guard(target, others, refuse('change or watch files'));
  }
  guard(net.Socket.prototype, ['connect'], refuse('open connections'));
  guard(net.Server.prototype, ['listen', '_listen2'], refuse('listen for connections'));
  guard(net, ['_createServerHandle'], refuse('listen for connections'));
  guard(dgram, ['createSocket', '_createSocketHandle'], refuse('open connections'));
  guard(dgram.Socket.prototype, ['bind', 'connect', 'send'], refuse('open connections'));
  // A name that is looked up carries out what it spells.
  for (const target of [dns, dns.promises]) {
    const { prototype } = target.Resolver;
    guard(target, functionsOf(target).filter(isNoClass), refuse('look up names'));
    guard(prototype, functionsOf(prototype), refuse('look up names'));
  }
  // Signals and debuggers: either makes a process of Node listen, this one or another.
  guard(process, ['kill', '_kill', '_debugProcess'], refuse('send signals'));
  guard(process, ['execve'], refuse('start programs'));
  guard(process, ['loadEnvFile'], checkReading);
  guard(process, ['dlopen'], checkLibrary);
  guard(crypto, ['setEngine'], refuse('run machine code'));
  guard(v8, ['writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit'], refuse('write files'));
  guard(v8, ['setFlagsFromString'], refuse('change its engine'));
  guard(process.report, ['writeReport'], refuse('write files'));
  guardSettings(process.report, WHAT_REPORTS_HOLD, refuse('write files'));
  guard(nodeModule, ['enableCompileCache'], refuse('write files'));
  // What Node and Electron are made of, among it Electron's own connections (`net`), not yet loaded.
  guard(process, ['binding', '_linkedBinding'], refuse('reach into its program'));
  guardThereIs('node:inspector', ['open'], refuse('listen for connections'));
  guardThereIs('node:inspector/promises', ['open'], refuse('listen for connections'));
  guardThereIs('node:trace_events', ['createTracing'], refuse('write files'));
  guard(
    childProcess,
    [...withSync(['spawn', 'exec', 'execFile']), 'fork', '_forkChild'],
    refuse('start programs'),
  );
  guard(childProcess.ChildProcess.prototype, ['spawn'], refuse('start programs'));
  guard(cluster, ['fork'], refuse('start programs'));
  // It would begin with everything that was taken here.
  guard(workerThreads, ['Worker'], refuse('start threads'));
  guard(nodeModule, ['register'], refuse('start threads'));
  for (const name of unknownModules()) {
    const target = moduleOfNode(name);
    if (target !== null) empty(target, refuse(`use "${name}"`));
  }
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

/**
 * Whether a path is one of these folders and files, or below one.
 *
 * @param path Node's rules for paths: those of this system
 */
export function liesIn(
  own: readonly string[],
  { resolve: absolute, sep }: Pick<typeof nodePath, 'resolve' | 'sep'> = nodePath,
): (path: string) => boolean {
  // Libraries are loaded by their long name on Windows: `\\?\C:\…`, `\\?\UNC\server\…`.
  const plain = (path: string): string =>
    absolute(
      path.replace(/^\\\\\?\\(?:UNC(?=\\))?/, (start) => (start.endsWith('UNC') ? '\\' : '')),
    );
  const places = own.map(plain);
  return (path) => {
    const wanted = plain(path);
    return places.some((place) => wanted === place || wanted.startsWith(`${place}${sep}`));
  };
}

/**
 * The built-in modules that are neither harmless nor guarded, whether this Node has them or not.
 *
 * Those called `electron/…` are no modules but what Electron starts with: they end on loading, where
 * they ask for what `process.binding` gives.
 */
export function unknownModules(listed: readonly string[] = builtinModules): string[] {
  return [...new Set([...listed, ...UNLISTED])].filter(
    (name) => !HARMLESS.has(name) && !GUARDED.has(name) && !name.startsWith('electron/'),
  );
}

function refuse(what: string): Check {
  return () => {
    throw new NotAllowed(what);
  };
}

/** Puts a check before functions; those that are not there are passed over. */
function guard(target: object, names: readonly string[], check: Check): void {
  for (const name of names) {
    const before: unknown = Reflect.get(target, name);
    if (typeof before !== 'function') continue;
    // No arrow: what was a class is called with `new`.
    const guarded = function (...given: unknown[]): unknown {
      check(...given);
      return Reflect.apply(before, target, given) as unknown;
    };
    Object.defineProperty(target, name, { value: guarded });
  }
}

/** Refuses every change of an object's settings but those that do no harm; they stay readable. */
function guardSettings(target: object, free: ReadonlySet<string>, check: Check): void {
  for (const [name, { set }] of Object.entries(Object.getOwnPropertyDescriptors(target))) {
    if (set !== undefined && !free.has(name)) Object.defineProperty(target, name, { set: check });
  }
}

function guardThereIs(name: string, names: readonly string[], check: Check): void {
  const target = moduleOfNode(name);
  if (target !== null) guard(target, names, check);
}

/** Puts a check before all that a module has, also in what is grouped within it (`fs.promises`). */
function empty(target: object, check: Check): void {
  guard(target, functionsOf(target), check);
  for (const part of Object.values(target) as unknown[]) {
    if (typeof part === 'object' && part !== null) guard(part, functionsOf(part), check);
  }
}

/** The names of all functions and classes of a module, or of what a class's objects can do. */
function functionsOf(target: object): string[] {
  return Object.getOwnPropertyNames(target).filter(
    (name) => name !== 'constructor' && typeof Reflect.get(target, name) === 'function',
  );
}

const isNoClass = (name: string): boolean => /^[a-z]/.test(name);

/** A module that not every Node has, or not the one in Electron. */
function moduleOfNode(name: string): object | null {
  try {
    return createRequire(import.meta.url)(name) as object;
  } catch {
    return null;
  }
}
