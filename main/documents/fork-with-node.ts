import { fork } from 'node:child_process';

import { type ForkReader, lastWords, readerArguments, readerEnvironment } from './reader-child';

/** Starts readers as children of plain Node, for the command line and tests. */
export function forkWithNode(readerFile: string): ForkReader {
  return () => {
    const child = fork(readerFile, [], {
      execArgv: readerArguments,
      env: readerEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const errorOutput = lastWords(child.stderr);
    return {
      send: (message) => {
        // A child that is gone tells so by `close`; sending to it is no error of its own.
        if (child.connected) child.send(message, () => undefined);
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.on('error', (error) => listener({ code: null, errorOutput: error.message }));
        child.on('close', (code) => listener({ code, errorOutput: errorOutput() }));
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
