import type { ElectronApplication } from 'playwright';

/** What the attempts of `attemptsInside` have to go by. */
interface Reach {
  /** The program's own process, which is imported first and locks itself: path or `file:` address. */
  program: string;
  /** A file that exists and is none of its business; one named the same and `.json` lies beside it. */
  secret: string;
  /** A folder that is none of its business. */
  folder: string;
  /** Web address of a server that counts who asks. */
  address: string;
}

/** What an attempt comes to that finds nothing there, rather than a guard. */
const NOTHING_THERE: Readonly<Record<string, string>> = {
  globals: 'TypeError',
  fetch: 'TypeError',
};

/**
 * The source of a script that runs inside a process of the program as if it had been taken over, tries
 * every way out that Node and Electron offer, and tells its parent `{ outcome }`: by attempt `done`, or
 * the name of the error; `absent` where this Node has no such thing.
 */
export function attemptsInside({ program, secret, folder, address }: Reach): string {
  return `
    import ${JSON.stringify(program)};
    import fs from 'node:fs';
    import { readFile } from 'node:fs/promises';
    import http from 'node:http';
    import http2 from 'node:http2';
    import net from 'node:net';
    import tls from 'node:tls';
    import dns from 'node:dns';
    import dnsPromises from 'node:dns/promises';
    import dgram from 'node:dgram';
    import cluster from 'node:cluster';
    import inspector from 'node:inspector';
    import inspectorPromises from 'node:inspector/promises';
    import { createRequire, register } from 'node:module';
    import v8 from 'node:v8';
    import { Worker } from 'node:worker_threads';
    import { ChildProcess, execSync, spawn } from 'node:child_process';
    const require = createRequire(import.meta.url);
    const own = fs.realpathSync(new URL(import.meta.resolve(${JSON.stringify(program)})));
    const secret = ${JSON.stringify(secret)};
    const address = ${JSON.stringify(address)};
    class Absent extends Error { name = 'absent' }
    const part = (name, use) => {
      let found;
      try { found = require(name); } catch (error) {
        if (error.name === 'NotAllowed') throw error;
        throw new Absent();
      }
      return use(found);
    };
    const attempts = {
      readFileSync: () => fs.readFileSync(secret),
      readFile: () => readFile(secret),
      open: () => fs.openSync(secret),
      url: () => fs.readFileSync(new URL('file://' + secret)),
      list: () => fs.readdirSync(${JSON.stringify(folder)}),
      listPromise: () => fs.promises.readdir(${JSON.stringify(folder)}),
      stream: async () => { for await (const piece of new fs.ReadStream(secret)) return piece; },
      followLink: () => fs.readlinkSync('/proc/self/exe'),
      watch: () => fs.watch(${JSON.stringify(folder)}),
      requireJson: () => require(secret + '.json'),
      importJson: () => import('file://' + secret + '.json', { with: { type: 'json' } }),
      write: () => fs.writeFileSync(secret + '.ny', 'x'),
      writeStream: () => new Promise((resolve, reject) =>
        new fs.WriteStream(secret + '.ny').on('error', reject).on('open', resolve)),
      openToWrite: () => fs.openSync(own, 'r+'),
      blob: () => fs.openAsBlob(secret),
      empty: () => fs.truncateSync(secret),
      link: () => fs.linkSync(secret, secret + '.länk'),
      remove: () => fs.unlinkSync(secret),
      times: () => fs.lutimesSync(secret, 1, 1),
      mode: () => fs.fchmodSync(fs.openSync(own), 0o600),
      owner: () => fs.lchownSync(secret, process.getuid?.(), process.getgid?.()),
      get: () => http.get(address),
      get2: () => new Promise((resolve, reject) =>
        http2.connect(address).on('error', reject).on('connect', resolve)),
      connect: () => net.connect(80, '127.0.0.1'),
      connectTls: () => tls.connect(443, '127.0.0.1'),
      listen: () => net.createServer().listen(0),
      listenBelow: () => net._createServerHandle('127.0.0.1', 0, 4),
      datagram: () => dgram.createSocket('udp4'),
      datagramSocket: () => new dgram.Socket('udp4').bind(0),
      lookup: () => dns.lookup('localhost', () => undefined),
      lookupService: () => dns.lookupService('127.0.0.1', 80, () => undefined),
      lookupPromise: () => dnsPromises.lookup('localhost'),
      ...Object.fromEntries(
        ['resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'].flatMap((name) => [
          [name, () => dns[name]('127.0.0.1', () => undefined)],
          [name + 'Promise', () => dns.promises[name]('127.0.0.1')],
          [name + 'Resolver', () => new dns.Resolver()[name]('127.0.0.1', () => undefined)],
          [name + 'PromiseResolver', () => new dnsPromises.Resolver()[name]('127.0.0.1')],
        ]),
      ),
      inspect: () => inspector.open(0, '127.0.0.1'),
      inspectPromise: () => inspectorPromises.open(0, '127.0.0.1'),
      signal: () => process.kill(process.pid, 'SIGUSR1'),
      heapSnapshot: () => v8.writeHeapSnapshot(secret + '.minne'),
      report: () => process.report.writeReport(secret + '.rapport'),
      reportSetting: () => { process.report.reportOnUncaughtException = true; },
      trace: () => part('node:trace_events', (found) => found.createTracing({ categories: ['node'] })),
      binding: () => process.binding('tcp_wrap'),
      environment: () => process.loadEnvFile(secret),
      machineCode: () => process.dlopen({ exports: {} }, secret),
      engine: () => v8.setFlagsFromString('--allow-natives-syntax'),
      hooks: () => register('data:text/javascript,'),
      child: () => new ChildProcess().spawn({ file: 'true', args: [] }),
      run: () => spawn('true'),
      runSync: () => execSync('true'),
      cluster: () => cluster.fork(),
      thread: () => new Worker('', { eval: true }),
      system: () => part('node:wasi', ({ WASI }) => new WASI({ version: 'preview1', preopens: { '/': '/' } })),
      repl: () => part('node:repl', ({ start }) => start()),
      testRunner: () => part('node:test', ({ run }) => run({ files: [secret] })),
      database: () => part('node:sqlite', ({ DatabaseSync }) => new DatabaseSync(secret + '.db')),
      unpatchedFile: () => part('original-fs', ({ readFileSync }) => readFileSync(secret)),
      unpatchedPromise: () => part('original-fs', ({ promises }) => promises.readFile(secret)),
      unpatchedModule: () => part('original-fs/promises', ({ readFile }) => readFile(secret)),
      electronNet: () => part('electron', ({ net }) => net.fetch(address)),
      electronStart: () => part('electron/js2c/browser_init', (found) => found),
      globals: () => {
        if ([typeof fetch, typeof WebSocket, typeof EventSource].every((type) => type === 'undefined')) {
          throw new TypeError('none of them is there');
        }
      },
      fetch: () => fetch(address),
    };
    const outcome = {};
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        outcome[name] = 'done';
      } catch (error) {
        outcome[name] = error.name;
      }
    }
    if (process.parentPort) process.parentPort.postMessage({ outcome });
    else process.send({ outcome });
  `;
}

/** What of the outcomes is no refusal: nothing, where the process is locked. */
export function notRefused(outcome: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outcome).filter(
      ([name, what]) => !['NotAllowed', 'absent', NOTHING_THERE[name]].includes(what),
    ),
  );
}

/** What comes of the attempts of a script, run as a utility process of the program. */
export function outcomesInElectron(
  app: ElectronApplication,
  script: string,
): Promise<Record<string, string>> {
  return app.evaluate(
    ({ utilityProcess }, file) =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const child = utilityProcess.fork(file, [], { env: {}, stdio: 'ignore' });
        child.on('message', (message: { outcome?: Record<string, string> }) => {
          if (message.outcome === undefined) return;
          resolve(message.outcome);
          child.kill();
        });
        child.on('exit', () => reject(new Error(`${file} ended by itself.`)));
      }),
    script,
  );
}
