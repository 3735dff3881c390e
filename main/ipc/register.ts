import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';

import { channelName, channels } from '../../shared/ipc/channels';
import type { Handlers, Reply } from '../../shared/ipc/contract';
import { senderFrameOf } from '../runtime';
import { dispatch, type ReportBug } from './dispatch';

interface RegisterOptions<Deps> {
  readonly ipcMain: IpcMain;
  readonly handlers: Handlers<Deps>;
  readonly deps: Deps;
  /** The contents of our window; `null` while there is none. */
  readonly trusted: () => WebContents | null;
  readonly reportBug: ReportBug;
}

/** Listens on every channel that the contract names, and answers our own window only. */
export function registerCalls<Deps>(options: RegisterOptions<Deps>): void {
  for (const [topic, names] of Object.entries(channels)) {
    for (const name of names) {
      options.ipcMain.handle(channelName(topic, name), async (event, input: unknown) => {
        if (!isTrustedSender(event, options.trusted())) return refusal(topic, name);
        return dispatch(options.handlers, options.deps, topic, name, input, options.reportBug);
      });
    }
  }
}

/**
 * True for the main frame of our window while it shows our own page.
 *
 * The document frame has no preload and could not call; this holds even if it one day could.
 */
function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  trusted: WebContents | null,
): boolean {
  const frame = senderFrameOf(event);
  if (trusted === null || frame === null || event.sender !== trusted) return false;
  if (frame !== trusted.mainFrame) return false;
  const url = URL.canParse(frame.url) ? new URL(frame.url) : null;
  return url !== null && url.protocol === 'app:' && url.host === 'ui';
}

function refusal(topic: string, name: string): Reply<never> {
  return {
    ok: false,
    error: {
      code: 'untrusted-sender',
      message: 'Refused: not our window.',
      details: { topic, name },
    },
  };
}
