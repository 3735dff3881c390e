import { expect, it } from 'vitest';

import { closeToSurroundings } from '../../main/surroundings';

function closed(isDebugged: boolean) {
  const environment: NodeJS.ProcessEnv = {
    SAMSYN_USER_DATA: '/elsewhere',
    SAMSYN_SQLITE_BINDING: '/elsewhere/code.node',
    samsyn_of_tomorrow: '1',
    HOME: '/home/a',
  };
  const removed: string[] = [];
  const commandLine = { removeSwitch: (name: string) => void removed.push(name) };
  closeToSurroundings({ environment, commandLine, isDebugged });
  return { environment, removed };
}

it('a packaged program forgets every variable of ours, and lets nobody into its window', () => {
  expect(closed(false)).toEqual({
    environment: { HOME: '/home/a' },
    removed: ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'],
  });
});

it('one that a debugger has anyway may be steered', () => {
  expect(closed(true)).toEqual({ environment: { HOME: '/home/a' }, removed: [] });
});
