import { fork } from 'node:child_process';

import { type ForkChild, lastWords, readerArguments, readerEnvironment } from './reader-child';

/** Starts readers and recognisers as children of plain Node, for the command line and tests. */
export function forkWithNode<Message>(file: string): ForkChild<Message> {
  return () => {
    const child = fork(file, [], {
      execArgv: readerArguments,
      env: readerEnvironment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const errorOutput = lastWords(child.stderr);
    return {
      send: (message) => {
        // A child that is gone tells so by `close`; sending to it is no error of its own.
        if (child.connected) child.send(message as object, () => undefined);
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
