import { url as debuggerAddress } from 'node:inspector';

/** Switches by which Chromium lets another program see into the window and steer it. */
const DEBUGGERS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins'];

/** What a packaged program is started with by whoever starts it; in Electron, `process.env` and `app.commandLine`. */
interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly commandLine: { removeSwitch(name: string): void };
  /** Whether a debugger has this process already, and so the window with it. */
  readonly isDebugged?: boolean;
}

/**
 * Closes a packaged program to its surroundings, before anything looks at them: our own variables,
 * which tell the program of developers and tests where its files are (`SAMSYN_…`), and the doors for
 * debuggers that Electron's fuses leave open. The fuses (`electron-builder.yml`) close all others.
 */
export function closeToSurroundings({
  environment,
  commandLine,
  isDebugged = debuggerAddress() !== undefined,
}: Surroundings): void {
  // Windows does not tell apart how a variable's name is written.
  const ours = Object.keys(environment).filter((name) => /^samsyn_/i.test(name));
  for (const name of ours) delete environment[name];
  if (isDebugged) return;
  for (const name of DEBUGGERS) commandLine.removeSwitch(name);
}
