import { contextBridge, ipcRenderer, webUtils } from 'electron';

import { CHANGED_CHANNEL, channelName, channels } from '../shared/ipc/channels';

const allowed = new Set(
  Object.entries(channels).flatMap(([topic, names]) =>
    names.map((name) => channelName(topic, name)),
  ),
);

/** All that the window gets from outside the sandbox; `shared/ipc/contract.ts` gives it types. */
const bridge = {
  call(topic: string, name: string, input?: unknown): Promise<unknown> {
    const channel = channelName(topic, name);
    if (!allowed.has(channel)) {
      return Promise.reject(new Error(`There is no call ${topic}.${name}.`));
    }
    return ipcRenderer.invoke(channel, input);
  },
  /** Calls back at every change; returns the way to stop. */
  onChanged(callback: (event: unknown) => void): () => void {
    const listener = (_: unknown, event: unknown): void => callback(event);
    ipcRenderer.on(CHANGED_CHANNEL, listener);
    return () => ipcRenderer.removeListener(CHANGED_CHANNEL, listener);
  },
  /** Where a dropped file lies; empty for one that was made in the page. */
  pathForFile(file: File): string {
    return webUtils.getPathForFile(file);
  },
};

contextBridge.exposeInMainWorld('samsyn', bridge);

export type Bridge = typeof bridge;
