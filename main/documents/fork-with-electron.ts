import { utilityProcess } from 'electron';

import { type ForkChild, lastWords, readerArguments, readerEnvironment } from './reader-child';

/** Milliseconds to wait for the error output after a process has ended; Electron does not tell its end. */
const LAST_WORDS_TIME = 100;

/** Starts readers and recognisers as Electron utility processes. The one file here that knows Electron. */
export function forkWithElectron<Message>(
  file: string,
  serviceName = 'Samsyn reader',
): ForkChild<Message> {
  return () => {
    const child = utilityProcess.fork(file, [], {
      serviceName,
      execArgv: readerArguments,
      env: readerEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const errorOutput = lastWords(child.stderr);
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.on('exit', (code) => {
          setTimeout(() => listener({ code, errorOutput: errorOutput() }), LAST_WORDS_TIME);
        });
      },
      kill: () => {
        // Electron's own `kill` asks politely, which a reader deep in a loop does not hear.
        if (child.pid === undefined) child.kill();
        else process.kill(child.pid, 'SIGKILL');
      },
    };
  };
}
