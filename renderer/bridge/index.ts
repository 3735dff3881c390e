import { channels } from '../../shared/ipc/channels';
import type { Api, Reply } from '../../shared/ipc/contract';
import { ChangeEvent } from '../../shared/ipc/events';

/** What the preload puts on `window`: three functions and nothing of Electron's. */
interface SamsynBridge {
  call(topic: string, name: string, input: unknown): Promise<Reply<unknown>>;
  /** Calls the listener at every change that main tells of; returns what stops it. */
  onChanged(listener: (event: unknown) => void): () => void;
  /** Where a dropped file lies on disk; an empty string for one that lies nowhere. */
  pathForFile(file: File): string;
}

declare global {
  interface Window {
    readonly samsyn?: SamsynBridge;
  }
}

/** What the window needs of the world outside it. */
interface Host {
  readonly api: Api;
  onChanged(listener: (event: ChangeEvent) => void): () => void;
  pathForFile(file: File): string;
}

/** The one place that reads `window.samsyn`; throws when the window was opened without its preload. */
export function connectHost(): Host {
  const bridge = window.samsyn;
  if (bridge === undefined) throw new Error('The window has no bridge: its preload did not run');
  return {
    api: createApi(bridge.call),
    onChanged: (listener) => bridge.onChanged((event) => listener(ChangeEvent.parse(event))),
    pathForFile: (file) => bridge.pathForFile(file),
  };
}

/**
 * One function per call of the contract, made from the channel names.
 *
 * A call that main could not answer at all (it threw, or the wire broke) comes back as the error
 * `internal`, so that whoever asked can show it where the person acted.
 */
function createApi(call: SamsynBridge['call']): Api {
  const topics = Object.entries(channels).map(([topic, names]) => {
    const calls = names.map((name) => [
      name,
      (input?: unknown) => call(topic, name, input).catch(brokenWire),
    ]);
    return [topic, Object.fromEntries(calls)];
  });
  return Object.fromEntries(topics) as Api;
}

function brokenWire(error: unknown): Reply<never> {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: 'internal', message, details: { message } } };
}
